/** Orders of every kind, as `quote` takes them, in the words of `Way`. */
const ADDRESS = 'line1: "1 Main Street", city: "Atlanta", state: "GA", zip: "30301", isResidential: true';

export const PURCHASE = `purchase: { account: "<account>", firstName: "Grace", lastName: "Hopper", email: "grace@example.com",
  phoneCountryCode: "1", phone: "4045550100", billingAddress: { ${ADDRESS} }, redirectUrl: "https://brand.example/paid",
  lines: [{ firstName: "Grace", lastName: "Hopper", plan: "<Plan PLAN-S>", isPrimary: true, simType: ESIM }] }`;

export const NEXT_PURCHASE = `nextPurchase: { subscriber: "<Subscriber active>", card: "<card>", redirectUrl: "https://brand.example/paid",
  lines: [{ plan: "<Plan PLAN-S>", isPrimary: false, simType: ESIM }] }`;

export const TOP_UP =
  'topUp: { subscriber: "<Subscriber active>", plan: "<Plan TOPUP-1GB>", quantity: 1, card: "<card>" }';

export const ILD_CREDIT =
  'ildCredit: { subscriber: "<Subscriber groupPrimary>", amount: "10.50", card: "<cardOfGroup>" }';

export const ROAMING_PACK =
  'roamingPack: { subscriber: "<Subscriber active>", pack: "IR-Z2-WEEK", countries: ["DE", "JP"], card: "<card>" }';

export const PLAN_CHANGE =
  'planChange: { subscriber: "<Subscriber active>", plan: "<Plan PLAN-L>", isImmediate: true, card: "<card>" }';
