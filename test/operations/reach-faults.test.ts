import { idOf } from "./support.js";
import { describeWorlds, type World, type WorldCase } from "./worlds.js";

const BASE = "reach-us";
const ADDRESS = { line1: "1 Main Street", city: "Atlanta", state: "GA", zip: "30301", isResidential: true };
const REDIRECT = { redirectUrl: "https://brand.example/payment/confirm" };

/** The carrier's id of something in a named situation. */
function native({ sandbox }: World, name: string): string {
  const found = sandbox.reach.specimens[BASE]?.[name];
  if (found === undefined) throw new Error(`no specimen ${name}`);
  return found;
}

const line = (world: World, name: string) => ({ subscriber: idOf("Subscriber", native(world, name), world.account) });
const plan = ({ account }: World, serviceCode: string) => ({ plan: idOf("Plan", serviceCode, account) });

/** What a line is confirmed by, and a card of it. */
async function detailsOf({ caller, ...world }: World, name: string): Promise<{ confirm: string; card: string }> {
  const query = "query ($id: ID!) { it: subscriber(by: { id: $id }) { msisdn carrierSubscriberId cards { id } } }";
  type Details = { msisdn: string | null; carrierSubscriberId: string; cards: readonly { id: string }[] };
  const { subscriber: id } = line({ caller, ...world }, name);
  const { msisdn, carrierSubscriberId, cards } = await caller.only<Details>(query, { id });
  return { confirm: msisdn?.slice(-4) ?? carrierSubscriberId, card: cards[0]?.id ?? "" };
}

const confirm = async (world: World, name: string) => ({ confirm: (await detailsOf(world, name)).confirm });
const card = async (world: World, name: string) => ({ card: (await detailsOf(world, name)).card });

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

const seen = { changes: 1, isSeenDone: true, isSeenUndone: true } as const;
/** What is there shows that it was bought; what is not there yet may still come. */
const seenDone = { ...seen, isSeenUndone: false } as const;
/** The carrier tells of it by an id alone, which was in the answer that is lost, or not at all. */
const unseen = { ...seenDone, isSeenDone: false } as const;

/** Every write that takes money or cannot be taken back, each on a line of its own. */
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
  {
    ...seen,
    title: "a line that is terminated",
    mutation: "subscriberTerminate",
    write: "disconnect",
    input: async (world) => ({ ...line(world, "shipped"), reason: "moved", ...(await confirm(world, "shipped")) }),
  },
  {
    ...unseen,
    isStatusEnough: true,
    title: "a person who leaves",
    mutation: "subscriberLeave",
    write: "leavingCustomer",
    input: async (world) => ({
      ...line(world, "suspended"),
      type: "PORT_OUT",
      ...(await confirm(world, "suspended")),
    }),
  },
  {
    ...seenDone,
    title: "an account that is reset",
    mutation: "subscriberReset",
    write: "customerReset",
    input: async (world) => ({ ...line(world, "withBills"), ...(await confirm(world, "withBills")) }),
  },
  {
    ...seen,
    title: "another number",
    mutation: "numberSwap",
    write: "mdnSwap",
    input: async (world) => ({
      ...line(world, "groupSecondary"),
      zip: native(world, "zipServed"),
      ...(await confirm(world, "groupSecondary")),
    }),
  },
  {
    ...seen,
    title: "another SIM",
    mutation: "simSwap",
    write: "iccidSwap",
    input: (world) => ({ ...line(world, "activeEsim"), sim: { iccid: native(world, "iccidFree") } }),
  },
  {
    ...seen,
    title: "a line that is activated",
    mutation: "subscriberActivate",
    write: "activation",
    input: (world) => ({ ...line(world, "inactivePsim"), sim: { iccid: native(world, "iccidFreeToo") } }),
  },
  {
    ...seen,
    title: "a port-in that is corrected",
    mutation: "portInUpdate",
    write: "portInUpdate",
    input: (world) => ({ ...line(world, "portingFails"), change: "UPDATE_PIN", pin: native(world, "portPin") }),
  },
  {
    ...seen,
    title: "a card that is deleted",
    mutation: "cardDelete",
    write: "cardDelete",
    input: (world) => ({ ...line(world, "active"), card: native(world, "cardOther") }),
  },
];

describeWorlds({ cases: CASES, isLimited: true, entry: ({ reach }) => reach.accounts.find(({ id }) => id === BASE) });
