import { card, line, native, plan, reachOf, seenDone, unseen } from "./reach-support.js";
import { describeWorlds, type World, type WorldCase } from "./worlds.js";

const ADDRESS = { line1: "1 Main Street", city: "Atlanta", state: "GA", zip: "30301", isResidential: true };
const REDIRECT = { redirectUrl: "https://brand.example/payment/confirm" };

async function quoted({ caller }: World, order: object): Promise<object> {
  const query = "query ($order: OrderInput!) { it: quote(order: $order) { token } }";
  return { quote: (await caller.only<{ token: string }>(query, { order })).token };
}

const purchase = (world: World) => ({
  purchase: {
    account: world.account,
    firstName: "Kim",
    lastName: "Example",
    email: "kim@example.com",
    phoneCountryCode: "1",
    phone: "4045550123",
    billingAddress: ADDRESS,
    shippingAddress: ADDRESS,
    lines: [{ firstName: "Kim", lastName: "Example", ...plan(world, "PLAN-S"), isPrimary: true, simType: "ESIM" }],
    ...REDIRECT,
  },
});

/** Every write that takes money, each on a line of its own. */
const CASES: readonly WorldCase[] = [
  {
    ...unseen,
    title: "a first purchase",
    mutation: "quoteAccept",
    write: "productPurchase",
    input: (world) => quoted(world, purchase(world)),
  },
  {
    ...unseen,
    title: "a next purchase",
    mutation: "quoteAccept",
    write: "productSubsequent",
    input: (world) => {
      const lines = [{ ...plan(world, "PLAN-S"), isPrimary: false, simType: "ESIM" }];
      return quoted(world, { nextPurchase: { ...line(world, "dataCutOff"), lines, ...REDIRECT } });
    },
  },
  {
    ...unseen,
    title: "a top-up",
    mutation: "quoteAccept",
    write: "topupPurchase",
    input: async (world) => {
      const topUp = { ...line(world, "activeUnlimited"), ...plan(world, "TOPUP-1GB"), quantity: 1 };
      return quoted(world, { topUp: { ...topUp, ...(await card(world, "activeUnlimited")) } });
    },
  },
  {
    ...seenDone,
    title: "ILD credit",
    mutation: "quoteAccept",
    write: "ildPurchase",
    input: async (world) => {
      const ildCredit = { ...line(world, "groupPrimary"), amount: "10.50", ...(await card(world, "groupPrimary")) };
      return quoted(world, { ildCredit });
    },
  },
  {
    ...seenDone,
    title: "a roaming pack",
    mutation: "quoteAccept",
    write: "roamingPackPurchase",
    input: async (world) => {
      const roamingPack = { ...line(world, "withRoamingPack"), pack: "IR-Z2-WEEK", countries: ["DE", "JP"] };
      return quoted(world, { roamingPack: { ...roamingPack, ...(await card(world, "withRoamingPack")) } });
    },
  },
  {
    ...seenDone,
    title: "another plan at once",
    mutation: "quoteAccept",
    write: "planChangePurchase",
    input: (world) => {
      const planChange = { ...line(world, "active"), ...plan(world, "PLAN-L"), isImmediate: true };
      return quoted(world, { planChange });
    },
  },
  {
    ...seenDone,
    title: "a bill that is paid",
    mutation: "billPay",
    write: "paymentCustomer",
    input: (world) => ({
      ...line(world, "withBills"),
      bill: native(world, "billDue"),
      card: native(world, "cardOfBills"),
      amount: "27.00",
    }),
  },
];

describeWorlds(reachOf(CASES));
