import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../../sandbox/server.js";
import type { DataSource, Reads } from "../../../src/datasources/carrier.js";
import { reach } from "../../../src/datasources/reach/index.js";
import type { WriteResult } from "../../../src/model/endpoint-actions.js";
import { NEXT_PURCHASE, PLAIN_PURCHASE, PURCHASE, ROAMING_PACK } from "./orders.js";
import { type AllWrites, call, failureOf, writesOf } from "./write-lab.js";
import type { WriteName } from "./write-runs.js";

/** The adapter against the carrier in a box, for each of its two ways of printing. */
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ now: new Date("2026-03-15T10:00:00Z") });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

/** One account, as a test uses it. */
interface User {
  readonly id: string;
  readonly writes: AllWrites;
  readonly reads: Reads;
  /** The id of what stands for a situation. */
  named(name: string): string;
}

type Act = (user: User) => Promise<WriteResult>;

async function otpOf({ id, named, writes }: User, name: string): Promise<string> {
  await writes.subscribers.sendSimSwapOtp(named(name), call());
  const state: unknown = await (await fetch(`${sandbox.url}/_sandbox/state`)).json();
  return String((state as { reach: Record<string, { otps: Record<string, string> }> }).reach[id]?.otps[named(name)]);
}

const portIn = ({ named }: User) => ({
  msisdn: `1${named("mdnPortable")}`,
  carrier: "T-Mobile",
  accountNumber: named("portAccount"),
  pin: named("portPin"),
  zip: named("portZip"),
});

const ATLANTA = { city: "Atlanta", state: "GA", zip: "30301" };

/** Each write where it is possible, and how it ends there at once. */
const POSSIBLE: Readonly<Record<WriteName, readonly [is: WriteResult["is"], Act]>> = {
  activation: [
    "pending",
    (user) =>
      user.writes.subscribers.activate(user.named("inactivePsim"), { iccid: user.named("iccidFree") }, null, call()),
  ],
  portInUpdate: [
    "pending",
    ({ writes, named }) =>
      writes.subscribers.changePortIn(named("portingFails"), { type: "UPDATE_PIN", pin: named("portPin") }, call()),
  ],
  suspend: ["pending", ({ writes, named }) => writes.subscribers.suspend(named("active"), "holiday", call())],
  restore: ["pending", ({ writes, named }) => writes.subscribers.resume(named("suspended"), call())],
  disconnect: ["pending", ({ writes, named }) => writes.subscribers.terminate(named("active"), "moved", call())],
  reconnect: ["pending", ({ writes, named }) => writes.subscribers.reconnect(named("disconnected"), null, call())],
  leavingCustomer: [
    "done",
    ({ writes, named }) => writes.subscribers.recordLeaving(named("active"), "PORT_OUT", null, call()),
  ],
  customerReset: ["pending", ({ writes, named }) => writes.subscribers.reset(named("active"), call())],
  mdnSwap: ["pending", ({ writes, named }) => writes.subscribers.swapNumber(named("active"), "30301", call())],
  iccidSwap: [
    "pending",
    ({ writes, named }) => writes.subscribers.swapSim(named("active"), { iccid: named("iccidFree") }, call()),
  ],
  simSwapOtpGenerate: ["done", ({ writes, named }) => writes.subscribers.sendSimSwapOtp(named("active"), call())],
  simSwapOtpPerform: [
    "pending",
    async (user) =>
      user.writes.subscribers.swapSimByOtp(
        user.named("active"),
        { imei: user.named("imeiEsim") },
        await otpOf(user, "active"),
        call(),
      ),
  ],
  customersSwap: [
    "done",
    ({ writes, named }) => writes.subscribers.makePrimary(named("groupSecondary"), named("group"), call()),
  ],
  sendSms: ["done", ({ writes, named }) => writes.subscribers.sendSms(named("active"), "hello", call())],
  accountUpdateFields: [
    "done",
    ({ writes, named }) => {
      const address = { line1: "2 Main Street", line2: "", ...ATLANTA };
      return writes.subscribers.update(named("active"), { firstName: "Kim", address }, call());
    },
  ],
  voicemailPasswordReset: [
    "done",
    ({ writes, named }) => writes.subscribers.resetVoicemailPin(named("active"), "8642", call()),
  ],
  manageFeature: ["done", ({ writes, named }) => writes.subscribers.cutOffData(named("active"), "OVERUSE", call())],
  shipmentCancel: ["done", ({ writes, named }) => writes.subscribers.cancelShipment(named("inactivePsim"), call())],
  roamingPackAutoRenew: [
    "done",
    ({ writes, named }) =>
      writes.subscribers.setRoamingPackRenewal(named("withRoamingPack"), "IR-Z1-WEEK", true, call()),
  ],
  productPurchase: ["pending", ({ writes }) => writes.orders.place(newOrder(), call())],
  productSubsequent: [
    "pending",
    ({ writes, named }) => {
      const lines = [{ renews: null, planId: "PLAN-S", isPrimary: false, simType: "ESIM" as const }];
      const order = { ...NEXT_PURCHASE, subscriber: named("active"), cardId: named("card"), lines };
      return writes.orders.place({ ...order, clientAccountId: named("clientAccountId") }, call());
    },
  ],
  topupPurchase: [
    "done",
    ({ writes, named }) =>
      writes.orders.place(
        {
          kind: "TOP_UP_PURCHASE",
          subscriber: named("active"),
          serviceCode: "TOPUP-1GB",
          quantity: 1,
          cardId: named("card"),
        },
        call(),
      ),
  ],
  ildPurchase: [
    "done",
    ({ writes, named }) =>
      writes.orders.place(
        {
          kind: "ILD_PURCHASE",
          subscriber: named("groupPrimary"),
          groupId: named("group"),
          amount: "10.50",
          cardId: named("cardOfGroup"),
        },
        call(),
      ),
  ],
  roamingPackPurchase: [
    "pending",
    ({ writes, named }) => {
      const pack = { packId: "IR-Z2-WEEK", countries: ["DE", "JP"], cardId: named("card") };
      return writes.orders.place({ ...ROAMING_PACK, subscriber: named("active"), ...pack }, call());
    },
  ],
  planChangePurchase: ["pending", (user) => user.writes.orders.place(upgrade(user, true), call())],
  cardLinkGenerate: [
    "done",
    ({ writes, named }) => writes.billing.createCardLink(named("active"), "https://brand.example/cards", call()),
  ],
  cardSetDefault: ["done", ({ writes, named }) => writes.billing.setDefaultCard(named("cardOther"), call())],
  cardUpdate: [
    "done",
    ({ writes, named }) => writes.billing.updateCard(named("cardOther"), { expiryYear: 2033 }, call()),
  ],
  cardDelete: ["done", ({ writes, named }) => writes.billing.deleteCard(named("active"), named("cardOther"), call())],
  paymentCustomer: [
    "done",
    ({ writes, named }) => {
      const payment = { billId: named("billDue"), cardId: named("cardOfBills"), amount: "27.00" };
      return writes.billing.payBill(named("withBills"), payment, call());
    },
  ],
  invoiceSendEmail: [
    "done",
    ({ writes, named }) => writes.billing.sendInvoice(named("withBills"), named("invoice"), "kim@example.com", call()),
  ],
};

const newOrder = () => ({
  ...PLAIN_PURCHASE,
  lines: PLAIN_PURCHASE.lines.map((line) => ({ ...line, planId: "PLAN-S" })),
});

const upgrade = ({ named }: User, isImmediate: boolean) => ({
  kind: "SUBSCRIBER_PLAN_CHANGE" as const,
  subscriber: named("active"),
  planId: "PLAN-L",
  isUpgrade: true,
  isImmediate,
  cardId: named("card"),
});

describe.each(["reach-us", "reach-mvno"])("%s", (id) => {
  let source: DataSource;
  beforeAll(() => {
    source = reach.create(reach.config.parse(sandbox.reach.accounts.find((account) => account.id === id)), () => {});
  });
  afterAll(() => source.close());

  const user: User = {
    id,
    get writes() {
      return writesOf(source);
    },
    get reads() {
      return source.reads;
    },
    named: (name) => {
      const found = sandbox.reach.specimens[id]?.[name];
      if (found === undefined) throw new Error(`no specimen ${name}`);
      return found;
    },
  };

  const later = (ms = 60_000) => sandbox.clock.advance(ms);
  const stateOf = async (name: string) => (await user.reads.subscribers?.byId(user.named(name), call()))?.state;

  it.each(Object.entries(POSSIBLE))("%s is taken, and counts once", async (name, [is, act]) => {
    expect(await act(user)).toMatchObject({ is });
    expect(sandbox.ledger.filter(({ operation }) => operation === name)).toHaveLength(1);
  });

  it("R-42 a line is suspended, restored, disconnected and reconnected in a while", async () => {
    const { subscribers } = user.writes;
    await subscribers.suspend(user.named("active"), null, call());
    expect(await stateOf("active")).toBe("ACTIVE");
    later();
    expect(await stateOf("active")).toBe("SUSPENDED");
    await subscribers.resume(user.named("active"), call());
    later();
    expect(await stateOf("active")).toBe("ACTIVE");
    await subscribers.terminate(user.named("active"), "moved", call());
    later();
    expect(await stateOf("active")).toBe("RECOVERABLE");
    await subscribers.reconnect(user.named("active"), null, call());
    later();
    expect(await stateOf("active")).toBe("ACTIVE");
  });

  it("R-36 what is taken on is followed by the reference that it came with", async () => {
    const purchase = await user.writes.orders.place(newOrder(), call());
    expect(await user.reads.progress?.purchase(purchase.reference ?? "", call())).toMatchObject({ state: "PENDING" });
    const change = await user.writes.orders.place(upgrade(user, true), call());
    expect(await user.reads.progress?.planChange(change.reference ?? "", call())).toMatchObject({ state: "RUNNING" });
    const sim = { iccid: user.named("iccidFree") };
    const swap = await user.writes.subscribers.swapSim(user.named("withBills"), sim, call());
    expect(await user.reads.progress?.simSwap(swap.reference ?? "", call())).toMatchObject({ state: "RUNNING" });
  });

  it("R-39 an upgrade that is not at once has no id, and comes with the next bill", async () => {
    expect(await user.writes.orders.place(upgrade(user, false), call())).toMatchObject({ is: "done", reference: null });
  });

  it("R-58 a number is brought along by a purchase and by an activation", async () => {
    const lines = PURCHASE.lines.map((line) => ({ ...line, planId: "PLAN-S", portIn: line.portIn && portIn(user) }));
    const order = { ...PURCHASE, lines, shipmentType: "SHIP-STANDARD" };
    expect(await user.writes.orders.place(order, call())).toMatchObject({ is: "pending" });
    const imei = user.named("imeiEsim");
    await user.writes.subscribers.activate(user.named("inactiveEsim"), { imei }, portIn(user), call());
    later();
    expect(await user.reads.subscribers?.byId(user.named("inactiveEsim"), call())).toMatchObject({
      state: "ACTIVE",
      msisdn: expect.stringContaining(user.named("mdnPortable")),
    });
  });

  it("R-50 is quoted before it is bought, for the price that is then due", async () => {
    const order = newOrder();
    const price = await user.reads.quotes?.quote(order, call());
    const { reference } = await user.writes.orders.place(order, call());
    expect(await user.reads.progress?.purchase(reference ?? "", call())).toMatchObject({ total: price?.total });
  });

  it.each([
    [
      "of a line in another state",
      "INVALID_TRANSITION",
      "409",
      () => user.writes.subscribers.resume(user.named("active"), call()),
    ],
    [
      "of nobody",
      "NOT_FOUND",
      "404",
      () => user.writes.subscribers.suspend(user.named("unknownCustomer"), null, call()),
    ],
    [
      "of a ZIP code that is not served",
      "INVALID_ARGUMENT",
      "400",
      () => user.writes.subscribers.swapNumber(user.named("active"), "99999", call()),
    ],
    [
      "to a card that is declined",
      "CARRIER_REFUSED",
      "FAILURE",
      () => user.writes.orders.place({ ...upgrade(user, true), cardId: user.named("cardDeclined") }, call()),
    ],
  ])("is refused %s", async (_what, code, carrierCode, act) => {
    expect(await failureOf(act())).toMatchObject({ code, details: { carrierCode } });
    expect(sandbox.ledger).toEqual([]);
  });

  it("R-09 counts once when its answer is lost, and nobody here knows", async () => {
    for (const fault of [
      "reset-after",
      "status;status=504;applied=true",
      "status;status=500;applied=true",
      "truncated",
    ]) {
      sandbox.reset();
      sandbox.faults.add({ operation: "productPurchase", fault });
      expect(await failureOf(user.writes.orders.place(newOrder(), call()))).toMatchObject({ code: "OUTCOME_UNKNOWN" });
      expect(sandbox.ledger).toHaveLength(1);
    }
  });
});
