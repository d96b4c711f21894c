import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../../sandbox/server.js";
import type { DataSource } from "../../../src/datasources/carrier.js";
import { reach } from "../../../src/datasources/reach/index.js";
import { ILD_CREDIT, NEXT_PURCHASE, PLAIN_PURCHASE, PLAN_CHANGE, ROAMING_PACK, TOP_UP } from "./orders.js";
import { READ_NAMES } from "./read-runs.js";
import { type AllReads, type ReadName, readsOf } from "./runs/run.js";
import { type AllWrites, call, failureOf, writesOf } from "./write-lab.js";

/** The adapter against the carrier in a box, for each of its two ways of printing. */
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ now: new Date("2026-03-15T10:00:00Z") });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

/** One account, as a test uses it. */
interface User {
  readonly reads: AllReads;
  readonly writes: AllWrites;
  /** The id of what stands for a situation. */
  named(name: string): string;
}

const ADDRESS = { name: "Kim", line1: "1 Main Street", line2: "", city: "Atlanta", state: "GA", zip: "30301" };
const BASE = { kind: "BASE", billing: "UNKNOWN", region: null } as const;

const newOrder = () => ({
  ...PLAIN_PURCHASE,
  lines: PLAIN_PURCHASE.lines.map((line) => ({ ...line, planId: "PLAN-S" })),
});

const planChange = ({ named }: User) => ({
  ...PLAN_CHANGE,
  subscriber: named("active"),
  planId: "PLAN-L",
  cardId: named("card"),
});

/** Each read where there is something to read, and a part of what it tells. Money is that of an account that prints numbers. */
const THERE: Readonly<Record<ReadName, readonly [read: (user: User) => Promise<unknown>, told: unknown]>> = {
  coverage: [({ reads }) => reads.sales.coverage(ADDRESS, call()), { isCovered: true, strength5g: "GOOD" }],
  deviceImei: [({ reads, named }) => reads.sales.device(named("imeiBoth"), call()), { isValid: true, mode: "BOTH" }],
  productFetch: [
    ({ reads }) => reads.sales.catalogue(call()),
    { plans: { length: 4 }, services: { length: 5 }, offers: { length: 2 } },
  ],
  productFetchPlan: [
    async ({ reads }) => (await reads.plans.list(BASE, call()))[0],
    {
      key: { native: "PLAN-S" },
      reach: { upgradableTo: ["PLAN-M", "PLAN-L"], fccLabel: "https://labels.example/plan-s", maxLines: 5 },
    },
  ],
  productFetchOffer: [({ reads }) => reads.sales.offers(call()), [{ couponCode: "WELCOME10" }, { couponCode: "FIVE" }]],
  productFetchService: [
    async ({ reads }) => (await reads.plans.list({ ...BASE, kind: "ADDON" }, call()))[2],
    { key: { native: "TOPUP-1GB" }, kindRaw: "TOPUP", kind: "ADDON" },
  ],
  productQuote: [
    ({ reads }) => reads.quotes.quote(newOrder(), call()),
    { charges: expect.arrayContaining([{ name: "tax", amount: expect.anything() }]) },
  ],
  productStatus: [
    async ({ reads, writes }) => {
      const { reference } = await writes.orders.place(newOrder(), call());
      sandbox.clock.advance(10_000);
      return reads.progress.purchase(reference ?? "", call());
    },
    { state: "PAYMENT_PENDING", link: { url: expect.stringMatching(/^http/) }, subscriber: null },
  ],
  cardList: [
    ({ reads, named }) => reads.billing.cards(named("active"), call()),
    [{ isDefault: true, priority: 1 }, { brand: "MASTERCARD" }, { isDefault: false }],
  ],
  cardSpecific: [({ reads, named }) => reads.billing.card(named("cardOther"), call()), { brand: "MASTERCARD" }],
  iccidValidate: [({ reads, named }) => reads.sales.sim(named("iccidFree"), call()), { isValid: true, mode: "PSIM" }],
  activationStatus: [({ reads, named }) => reads.progress.activation(named("porting"), call()), { state: "PORTING" }],
  portValidateMdn: [({ reads, named }) => reads.sales.portIn(named("mdnPortable"), call()), { isPortable: true }],
  zipCodeValidate: [({ reads }) => reads.sales.zip("30301", call()), { isServed: true, city: "Atlanta", state: "GA" }],
  customerInfo: [
    ({ reads, named }) => reads.subscribers.byId(named("groupSecondary"), call()),
    { state: "ACTIVE", plan: { key: { native: "PLAN-S" } }, reach: { isPrimary: false, isDataCutOff: false } },
  ],
  mdnSwapStatus: [
    async ({ reads, writes, named }) => {
      await writes.subscribers.swapNumber(named("active"), "30301", call());
      return reads.progress.numberSwap(named("active"), call());
    },
    { state: "RUNNING" },
  ],
  customerResetStatus: [
    async ({ reads, writes, named }) => {
      await writes.subscribers.reset(named("active"), call());
      sandbox.clock.advance(60_000);
      return reads.progress.reset(named("active"), call());
    },
    { state: "COMPLETED" },
  ],
  usageSummary: [
    ({ reads, named }) => reads.allowances.balances(named("active"), call()),
    [
      { kind: "DATA", status: "ACTIVE", initial: { kind: "LIMITED", amount: 16_106_127_360n } },
      { kind: "VOICE", remaining: { kind: "UNKNOWN" } },
      { kind: "MONEY", remaining: { kind: "UNKNOWN" } },
    ],
  ],
  billingCustomer: [
    ({ reads, named }) => reads.billing.bills(named("withBills"), call()),
    [{ statusRaw: "DUE" }, { statusRaw: "PAID" }],
  ],
  billingDetail: [
    ({ reads, named }) => reads.billing.bill(named("billDue"), call()),
    { statusRaw: "DUE", items: [{ description: "Medium 15 GB" }] },
  ],
  invoiceHistory: [
    ({ reads, named }) => reads.billing.invoices(named("withBills"), call()),
    [{ statusRaw: "ISSUED" }, { statusRaw: "ISSUED" }],
  ],
  invoiceLink: [
    ({ reads, named }) => reads.billing.invoiceLink(named("withBills"), named("invoice"), call()),
    { url: expect.stringMatching(/^http/), expiresAt: { zoneSource: "CARRIER" } },
  ],
  topupQuote: [
    ({ reads, named }) => reads.quotes.quote({ ...TOP_UP, subscriber: named("active"), cardId: named("card") }, call()),
    { total: { currency: null }, charges: [{ name: "amount" }, { name: "tax" }] },
  ],
  planChangeEstimate: [
    (user) => user.reads.quotes.quote(planChange(user), call()),
    { total: null, effectiveOn: { instant: "2026-03-15T10:00:00Z" } },
  ],
  planChangeStatus: [
    async (user) => {
      const { reference } = await user.writes.orders.place(planChange(user), call());
      sandbox.clock.advance(60_000);
      return user.reads.progress.planChange(reference ?? "", call());
    },
    { state: "COMPLETED" },
  ],
  ildStatus: [({ reads, named }) => reads.allowances.ildCredit(named("group"), call()), { currency: null }],
  ildUsage: [
    ({ reads, named }) => reads.allowances.ildUsage(named("group"), call()),
    [{ destination: "India", minutes: "14" }, { destination: "Mexico" }],
  ],
  ildPurchaseHistory: [
    ({ reads, named }) => reads.allowances.ildPurchases(named("groupPrimary"), call()),
    [{ statusRaw: "COMPLETED" }],
  ],
  ildQuote: [
    ({ reads, named }) => {
      const buyer = { subscriber: named("groupPrimary"), groupId: named("group"), cardId: named("cardOfGroup") };
      return reads.quotes.quote({ ...ILD_CREDIT, ...buyer }, call());
    },
    { charges: [{ name: "amount" }, { name: "tax" }] },
  ],
  shipmentOrder: [({ reads, named }) => reads.billing.shipment(named("shipped"), call()), { statusRaw: "SHIPPED" }],
  roamingCountries: [
    ({ reads }) => reads.sales.roamingCountries(call()),
    [{ code: "CA" }, { code: "MX" }, { code: "DE" }, { code: "JP", ildPulse: "60" }],
  ],
  additionalOfferings: [
    ({ reads }) => reads.sales.roamingPacks(["DE", "JP"], call()),
    [
      { id: "IR-Z2-DAY", validityDays: 1 },
      { id: "IR-Z2-WEEK", validityDays: 7 },
    ],
  ],
  roamingPackQuote: [
    ({ reads, named }) => {
      const pack = { packId: "IR-Z2-WEEK", countries: ["DE", "JP"], cardId: named("card") };
      return reads.quotes.quote({ ...ROAMING_PACK, subscriber: named("active"), ...pack }, call());
    },
    { charges: [{ name: "price" }, { name: "tax" }] },
  ],
  roamingPackGroup: [
    ({ reads, named }) => reads.allowances.roamingPacks(named("groupWithPack"), call()),
    [{ packId: "IR-Z1-WEEK", statusRaw: "ACTIVE", isRenewedAutomatically: false }],
  ],
  roamingPackUsage: [
    ({ reads, named }) => reads.allowances.roamingPackUse(named("withRoamingPack"), call()),
    [{ packId: "IR-Z1-WEEK", remainingBytes: 2_172_649_472n, remainingSeconds: 12_000n, remainingMessages: 137n }],
  ],
  simSwapStatus: [
    async ({ reads, writes, named }) => {
      const { reference } = await writes.subscribers.swapSim(named("active"), { iccid: named("iccidFree") }, call());
      return reads.progress.simSwap(reference ?? "", call());
    },
    { state: "RUNNING" },
  ],
};

describe.each(["reach-us", "reach-mvno"])("%s", (id) => {
  let source: DataSource;
  beforeEach(() => {
    source = reach.create(reach.config.parse(sandbox.reach.accounts.find((account) => account.id === id)), () => {});
    return () => source.close();
  });

  const user: User = {
    get reads() {
      return readsOf(source);
    },
    get writes() {
      return writesOf(source);
    },
    named: (name) => {
      const found = sandbox.reach.specimens[id]?.[name];
      if (found === undefined) throw new Error(`no specimen ${name}`);
      return found;
    },
  };

  it.each(READ_NAMES)("%s is read", async (name) => {
    const [read, told] = THERE[name];
    expect(await read(user)).toMatchObject(told as object);
    expect(sandbox.calls.map(({ operation }) => operation)).toContain(name);
  });

  it("R-52 a subsequent purchase is priced", async () => {
    const order = { ...NEXT_PURCHASE, subscriber: user.named("active"), cardId: user.named("card") };
    const lines = order.lines.map((line) => ({ ...line, renews: null, planId: "PLAN-S", isPrimary: false }));
    const price = await user.reads.quotes.quote({ ...order, lines }, call());
    expect(price.charges.map(({ name }) => name)).toEqual(["simKitCost", "activationCost", "shipment", "tax"]);
  });

  it("nothing is known of an id that nobody has", async () => {
    const { subscribers, progress, billing } = user.reads;
    const nobody = user.named("unknownCustomer");
    expect(await subscribers.byId(nobody, call())).toBeNull();
    expect(await progress.activation(nobody, call())).toBeNull();
    expect(await progress.purchase("TXN-0", call())).toBeNull();
    expect(await progress.reset(user.named("active"), call())).toBeNull();
    expect(await billing.card("no-card", call())).toBeNull();
    expect(await billing.shipment(user.named("active"), call())).toBeNull();
    expect((await failureOf(billing.bills(nobody, call()))).code).toBe("NOT_FOUND");
  });

  it.each([
    ["active", "ACTIVE"],
    ["suspended", "SUSPENDED"],
    ["disconnected", "RECOVERABLE"],
    ["inactivePsim", "PENDING"],
    ["activationFailed", "PENDING"],
    ["porting", "PENDING"],
    ["portingFails", "PENDING"],
    ["portCancelled", "PENDING"],
  ])("R-30 a line that is %s is %s", async (name, state) => {
    expect(await user.reads.subscribers.byId(user.named(name), call())).toMatchObject({ state });
  });
});
