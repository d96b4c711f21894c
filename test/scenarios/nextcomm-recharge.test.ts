import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ACCOUNTS, localNow, NextLab, planOf, subscriberOf } from "./nextcomm-support.js";

const ZONES = { "next-za": "Africa/Johannesburg", "next-eu": "Europe/Amsterdam" } as const;
type AccountId = (typeof ACCOUNTS)[number];

let lab: NextLab;
beforeAll(async () => {
  lab = await NextLab.start();
});
beforeEach(() => lab.reset());
afterEach(() => lab.sandbox.faults.clear());
afterAll(() => lab.stop());

interface Expiry {
  readonly state: string;
  readonly stateRaw: string | null;
  readonly nextComm: {
    readonly planExpiry: {
      readonly expiresAt: { readonly local: string; readonly timeZone: string; readonly instant: string };
      readonly lastTransactionId: string;
      readonly simStatusRaw: string | null;
      readonly planName: string;
    } | null;
  };
}

/** What an enquiry tells of a number. */
async function enquire(msisdn: string, account: AccountId = "next-za"): Promise<Expiry> {
  const query = `query ($msisdn: String!, $account: ID!) { it: subscriber(by: { msisdn: $msisdn }, account: $account) {
    state stateRaw nextComm { planExpiry {
      expiresAt { local timeZone instant } lastTransactionId simStatusRaw planName } } } }`;
  return lab.caller.only<Expiry>(query, { msisdn, account });
}

/** The price of the first recharge plan, as the catalogue tells it. */
async function priceOf(account: AccountId): Promise<string> {
  const query = `query ($accounts: [ID!]) { it: plans(filter: { accounts: $accounts, kinds: [RECHARGE] }) {
    nodes { carrierPlanId price { amount } } } }`;
  type Listed = { nodes: readonly { carrierPlanId: string; price: { amount: string } }[] };
  const { nodes } = await lab.caller.only<Listed>(query, { accounts: [account] });
  const plan = nodes.find(({ carrierPlanId }) => carrierPlanId === `R24/${lab.of("planCode", account)}`);
  if (!plan) throw new Error("the catalogue has no such plan");
  return plan.price.amount;
}

const rechargeOf = async (name = "active", account: AccountId = "next-za") => ({
  subscriber: subscriberOf(lab.of(name, account), account),
  plan: planOf(`R24/${lab.of("planCode", account)}`, account),
  amount: await priceOf(account),
});

/** Each test has a line of its own: what is unknown of one stands against the next. */
const lastOf = async (name: string) => (await enquire(lab.of(name))).nextComm.planExpiry?.lastTransactionId;

describe.each(ACCOUNTS)("a recharge at %s", (account) => {
  it("N-10 N-22 N-31 charges once, by the plan's code and the country's clock", async () => {
    const input = await rechargeOf("active", account);
    const before = localNow(ZONES[account]);
    const { operation, subscriber, userErrors } = await lab.mutate("recharge", input, "addons { plan { name } }");
    expect(userErrors).toEqual([]);
    expect(operation).toMatchObject({ state: "SUCCEEDED", steps: [{ outcome: "done" }] });
    expect(subscriber).toEqual({ addons: [{ plan: { name: "Recharge 49" } }] });
    const [transaction, ...others] = lab.sandbox.nextcomm.transactions;
    expect(others).toEqual([]);
    expect(transaction).toMatchObject({ account, target: lab.of("active", account), isIst: false });
    expect(transaction?.requestId).toMatch(/^[\da-f]{20}$/);
    expect(operation.reference).toBe(String(Number(transaction?.transactionId)));
    const at = transaction?.txnDateTime ?? "";
    expect(at >= before && at <= localNow(ZONES[account])).toBe(true);
    expect(lab.count("Recharge")).toBe(1);
  });

  it("N-19 N-20 is told by an enquiry, which needs no token and is a read", async () => {
    const { nextComm } = await enquire(lab.of("active", account), account);
    expect(nextComm.planExpiry).toMatchObject({
      expiresAt: { timeZone: ZONES[account] },
      simStatusRaw: "Active",
      planName: "Nextcomm – Data 1 GB",
    });
    expect(nextComm.planExpiry?.lastTransactionId).toMatch(/^\d+$/);
    expect(lab.sandbox.calls.at(-1)).toMatchObject({ operation: "UpdPlanExp/Enquire", effect: "read" });
    expect(lab.sandbox.ledger).toEqual([]);
  });
});

describe("a recharge", () => {
  it("is the same one by the same key, and another one by another key", async () => {
    const input = await rechargeOf("manyBalances");
    const key = { ...input, idempotencyKey: randomUUID() };
    const { operation } = await lab.mutate("recharge", key);
    expect((await lab.mutate("recharge", key)).operation).toEqual(operation);
    expect(lab.sandbox.ledger).toHaveLength(1);
    await lab.mutate("recharge", input);
    expect(lab.sandbox.ledger).toHaveLength(2);
  });

  it("says what it would do when it is only tried, without a write", async () => {
    const input = { ...(await rechargeOf("expiring")), dryRun: true };
    const { operation, userErrors } = await lab.mutate("recharge", input);
    expect([operation, userErrors]).toEqual([null, []]);
    expect(lab.count("Recharge")).toBe(0);
  });

  it.each([
    ["at another price", () => ({ amount: "1" }), "amount", "INVALID_ARGUMENT"],
    ["with a plan to activate with", () => ({ plan: planOf("A24/332") }), "plan", "PLAN_UNAVAILABLE"],
    ["with a plan of another account", () => ({ plan: planOf("R24/27318", "next-eu") }), "plan", "INVALID_ARGUMENT"],
    ["of nobody", () => ({ subscriber: subscriberOf(lab.of("unknownNumber")) }), "subscriber", "NOT_FOUND"],
  ])("%s is refused, and nothing is written", async (_, change, field, code) => {
    const input = { ...(await rechargeOf("expiring")), ...change() };
    const { userErrors } = await lab.mutate("recharge", input);
    expect(userErrors).toMatchObject([{ field: ["input", field], code }]);
    expect(lab.count("Recharge")).toBe(0);
  });

  it("N-05 that the carrier refuses has failed, though it has a transaction", async () => {
    const { operation, userErrors } = await lab.mutate("recharge", await rechargeOf("suspended"));
    expect(operation).toMatchObject({ state: "FAILED", error: { code: "CARRIER_REFUSED" } });
    expect(userErrors).toMatchObject([{ code: "CARRIER_REFUSED" }]);
    expect(lab.sandbox.ledger).toEqual([]);
  });

  it.each([
    ["unknownStatus", "reset-after"],
    ["withoutStatus", "truncated"],
    ["activeEsim", "html200;applied=true"],
  ])(
    "N-06 G-08 of %s whose answer is lost is unknown, then seen by its transaction, and never sent again (%s)",
    async (line, fault) => {
      const [input, before] = [await rechargeOf(line), await lastOf(line)];
      lab.sandbox.faults.add({ operation: "Recharge", times: 1, fault });
      const { operation } = await lab.mutate("recharge", input);
      expect(operation).toMatchObject({ state: "OUTCOME_UNKNOWN", reference: null });
      await expect
        .poll(() => lab.operation(operation.id), { timeout: 10_000 })
        .toMatchObject({ state: "SUCCEEDED", error: null });
      expect(await lastOf(line)).not.toBe(before);
      expect(lab.count("Recharge")).toBe(1);
      expect(lab.sandbox.ledger).toHaveLength(1);
    },
  );

  it("N-06 that never took effect stays unknown, and stands against another one, until a person says so", async () => {
    const input = await rechargeOf("expired");
    lab.sandbox.faults.add({ operation: "Recharge", times: 1, fault: "reset-before" });
    const { operation } = await lab.mutate("recharge", input);
    const looked = lab.count("UpdPlanExp/Enquire");
    // Looks come half a second apart at the most often, and what is not so would settle it after two.
    await expect.poll(() => lab.count("UpdPlanExp/Enquire"), { timeout: 15_000 }).toBeGreaterThan(looked + 6);
    expect(await lab.operation(operation.id)).toMatchObject({ state: "OUTCOME_UNKNOWN" });
    const blocked = await lab.mutate("recharge", input);
    expect(blocked.userErrors).toMatchObject([{ code: "POSSIBLE_DUPLICATE" }]);
    expect(lab.count("Recharge")).toBe(1);
    expect(lab.sandbox.ledger).toEqual([]);
  });

  it("N-06 that never took effect is not taken for one before it in the same request", async () => {
    const input = await rechargeOf("active");
    const query = `mutation ($a: RechargeInput!, $b: RechargeInput!) {
      a: recharge(input: $a) { operation { id state } } b: recharge(input: $b) { operation { id state } } }`;
    const [a, b] = [randomUUID(), randomUUID()].map((idempotencyKey) => ({ ...input, idempotencyKey }));
    lab.sandbox.faults.add({ operation: "Recharge", times: 1, fault: "latency;ms=300" });
    const asked = lab.caller.post(query, { a, b });
    await expect.poll(() => lab.sandbox.faults.list(), { timeout: 10_000 }).toEqual([]);
    lab.sandbox.faults.add({ operation: "Recharge", times: 1, fault: "reset-before" });
    const { data } = await asked;
    expect(data).toMatchObject({
      a: { operation: { state: "SUCCEEDED" } },
      b: { operation: { state: "OUTCOME_UNKNOWN" } },
    });
    const looked = lab.count("UpdPlanExp/Enquire");
    await expect.poll(() => lab.count("UpdPlanExp/Enquire"), { timeout: 15_000 }).toBeGreaterThan(looked + 2);
    const { id } = (data as { b: { operation: { id: string } } }).b.operation;
    expect(await lab.operation(id)).toMatchObject({ state: "OUTCOME_UNKNOWN" });
    expect(lab.sandbox.ledger).toHaveLength(1);
  });
});

describe("an extension", () => {
  const EXPIRY = "nextComm { planExpiry { expiresAt { local } lastTransactionId } }";

  it.each(ACCOUNTS)("N-15 N-21 at %s moves the day, and the time of day is lost", async (account) => {
    const { nextComm } = await enquire(lab.of("active", account), account);
    expect(nextComm.planExpiry?.expiresAt.local).not.toMatch(/T00:00:00$/);
    const { operation, subscriber } = await lab.mutate(
      "planExpirySet",
      { subscriber: subscriberOf(lab.of("active", account), account), day: "2031-01-31" },
      EXPIRY,
    );
    expect(operation.state).toBe("SUCCEEDED");
    const { lastTransactionId } = nextComm.planExpiry ?? {};
    expect(subscriber).toEqual({
      nextComm: { planExpiry: { expiresAt: { local: "2031-01-31T00:00:00" }, lastTransactionId } },
    });
    expect(lab.sandbox.calls.filter(({ effect }) => effect === "write")).toMatchObject([
      { operation: "UpdPlanExp/Modify", account },
    ]);
  });

  it("brings a line back that had expired", async () => {
    const msisdn = lab.of("expired");
    expect(await enquire(msisdn)).toMatchObject({ state: "SUSPENDED", stateRaw: "Expired" });
    await lab.mutate("planExpirySet", { subscriber: subscriberOf(msisdn), day: "2031-01-31" });
    expect(await enquire(msisdn)).toMatchObject({ state: "ACTIVE", stateRaw: "Active" });
  });

  it("of nobody is refused, and nothing is written", async () => {
    const subscriber = subscriberOf(lab.of("unknownNumber"));
    const { userErrors } = await lab.mutate("planExpirySet", { subscriber, day: "2031-01-31" });
    expect(userErrors).toMatchObject([{ field: ["input", "subscriber"], code: "NOT_FOUND" }]);
    expect(lab.count("UpdPlanExp/Modify")).toBe(0);
  });

  it.each([
    ["reset-after", "SUCCEEDED", 1],
    ["reset-before", "FAILED", 0],
  ])("whose answer is lost is settled by an enquiry, and never sent again (%s)", async (fault, state, done) => {
    lab.sandbox.faults.add({ operation: "UpdPlanExp/Modify", times: 1, fault });
    const subscriber = subscriberOf(lab.of("suspended"));
    const { operation } = await lab.mutate("planExpirySet", { subscriber, day: "2031-01-31" });
    expect(operation.state).toBe("OUTCOME_UNKNOWN");
    await expect.poll(async () => (await lab.operation(operation.id)).state, { timeout: 10_000 }).toBe(state);
    expect(lab.count("UpdPlanExp/Modify")).toBe(1);
    expect(lab.sandbox.ledger).toHaveLength(done);
  });
});
