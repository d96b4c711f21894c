import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Ids } from "../../src/ids.js";
import { ID_SECRET } from "../support/api.js";
import { type Reach, startReach } from "./reach-support.js";

const DAY = 86_400_000;

let reach: Reach;
beforeAll(async () => {
  reach = await startReach();
});
beforeEach(() => reach.sandbox.reset());
afterAll(() => reach.stop());

/** Each test has a line of its own, since the operations on it stay known. */
const change = (name: string, plan: string, isImmediate: boolean, more: object = {}) => ({
  planChange: { subscriber: reach.subscriber(name), plan: reach.plan(plan), isImmediate, ...more },
});
const planOf = async (name: string) =>
  (await reach.of<{ plan: { carrierPlanId: string } }>(reach.subscriber(name), "plan { carrierPlanId }")).plan
    .carrierPlanId;
const quoteErrors = async (order: object) =>
  (await reach.caller.post("query ($order: OrderInput!) { quote(order: $order) { token } }", { order })).errors;

describe("Scenario F", () => {
  it("R-36 R-39 R-41 an upgrade at once is offered, priced, followed by its id, and shows at the line", async () => {
    const query = "plan { carrierPlanId reach { upgradableTo downgradableTo isChangeAllowed } }";
    expect(await reach.of(reach.subscriber("active"), query)).toMatchObject({ plan: { carrierPlanId: "PLAN-M" } });
    const { nodes } = await reach.ask<{ nodes: readonly { carrierPlanId: string; reach: object }[] }>(
      "{ it: plans(filter: { kinds: [BASE] }) { nodes { carrierPlanId reach { upgradableTo downgradableTo } } } }",
    );
    expect(nodes.find(({ carrierPlanId }) => carrierPlanId === "PLAN-M")?.reach).toEqual({
      upgradableTo: ["PLAN-L"],
      downgradableTo: ["PLAN-S"],
    });
    reach.forget();
    const { token, price } = await reach.quote(change("active", "PLAN-L", true));
    expect(price).toMatchObject({ total: null, charges: [{ name: "proratedCharge" }, { name: "nextBillAmount" }] });
    const begun = await reach.begin("quoteAccept", { quote: token });
    expect(begun).toMatchObject({ state: "RUNNING", reference: expect.stringMatching(/^PC-/) });
    const { customerInfo: _, planChangeStatus: __, ...others } = reach.counts;
    expect(others).toEqual({ planChangeEstimate: 2, planChangePurchase: 1 });
    expect(await planOf("active")).toBe("PLAN-M");
    await reach.pass();
    expect((await reach.caller.ended(begun.id)).state).toBe("SUCCEEDED");
    expect(await planOf("active")).toBe("PLAN-L");
  });

  it.each([
    ["a downgrade", "withBills", "PLAN-S", true],
    ["an upgrade with the next bill", "groupPrimary", "PLAN-L", false],
  ])(
    "R-39 %s is done with once it is scheduled, and shows at the next billing date",
    async (_what, name, plan, atOnce) => {
      const { token, price } = await reach.quote(change(name, plan, atOnce));
      expect(price.effectiveOn?.raw).toMatch(/^2026-01-25/);
      const done = await reach.begin("quoteAccept", { quote: token });
      expect(done).toMatchObject({ state: "SUCCEEDED", reference: null });
      expect(await planOf(name)).toBe("PLAN-M");
      await reach.pass(20 * DAY);
      expect(await planOf(name)).toBe(plan);
    },
  );

  it("R-39 R-40 a scheduled change whose answer was lost is not taken for one that did not happen", async () => {
    reach.sandbox.faults.add({ operation: "planChangePurchase", times: 1, fault: "reset-after" });
    const { token } = await reach.quote(change("shipped", "PLAN-S", false));
    const { id, steps } = await reach.begin("quoteAccept", { quote: token });
    expect(steps).toMatchObject([{ outcome: "OUTCOME_UNKNOWN" }]);
    const looks = reach.counts.customerInfo ?? 0;
    // Looks come half a second apart at the most often, and what is not so would settle it after two.
    await expect.poll(() => reach.counts.customerInfo, { timeout: 15_000 }).toBeGreaterThan(looks + 6);
    expect((await reach.caller.operation(id)).state).toBe("OUTCOME_UNKNOWN");
    await reach.pass(20 * DAY);
    expect((await reach.caller.ended(id)).state).toBe("SUCCEEDED");
    expect(reach.changes).toEqual(["planChangePurchase"]);
  });

  it("R-41 a plan that does not follow from the present one is refused, and so is the present one", async () => {
    expect(await quoteErrors(change("active", "PLAN-KIDS", true))).toMatchObject([
      { extensions: { code: "PLAN_UNAVAILABLE", field: ["order", "planChange", "plan"] } },
    ]);
    expect(await quoteErrors(change("active", "PLAN-M", true))).toMatchObject([
      { extensions: { code: "ALREADY_EXISTS" } },
    ]);
    expect(reach.counts.planChangeEstimate).toBeUndefined();
  });

  it("takes no money from a card that is declined, and changes nothing", async () => {
    const { token } = await reach.quote(change("dataCutOff", "PLAN-L", true, { card: await cardOf("dataCutOff") }));
    await reach.happen({ card: { uuid: await cardOf("dataCutOff"), isDeclined: true } });
    const failed = await reach.begin("quoteAccept", { quote: token });
    expect(failed).toMatchObject({ state: "FAILED", error: { code: "CARRIER_REFUSED" } });
    expect(await planOf("dataCutOff")).toBe("PLAN-M");
  });
});

const cardOf = async (name: string) =>
  (await reach.of<{ cards: readonly { id: string }[] }>(reach.subscriber(name), "cards { id }")).cards[0]?.id;

describe("a quote", () => {
  it("R-50 whose price has changed since buys nothing, and says what it is now", async () => {
    const { token } = await reach.quote(change("withRoamingPack", "PLAN-L", true));
    await reach.pass(5 * DAY);
    const [refused] = await reach.refused("quoteAccept", { quote: token });
    expect(refused).toMatchObject({ code: "QUOTE_EXPIRED", field: ["input", "quote"] });
    expect(refused?.message).toMatch(/proratedCharge 10, .*proratedCharge 7\.5,/);
    expect(reach.changes).toEqual([]);
    const again = await reach.quote(change("withRoamingPack", "PLAN-L", true));
    expect((await reach.act("quoteAccept", { quote: again.token })).state).toBe("SUCCEEDED");
  });

  it("R-50 that is too old buys nothing", async () => {
    const ids = new Ids(ID_SECRET);
    const { token } = await reach.quote(change("activeEsim", "PLAN-M", true));
    const quoted = JSON.parse(ids.open("quote", token) ?? "null");
    const old = ids.seal("quote", JSON.stringify({ ...quoted, expiresAt: Date.now() - 1 }));
    expect(await reach.refused("quoteAccept", { quote: old })).toMatchObject([{ code: "QUOTE_EXPIRED" }]);
    expect(reach.changes).toEqual([]);
  });

  it("that is none of ours, or that was changed, buys nothing and is not read", async () => {
    const { token } = await reach.quote(change("activeEsim", "PLAN-M", true));
    reach.forget();
    for (const quote of ["x", `${token}A`, token.slice(0, -4)]) {
      expect(await reach.refused("quoteAccept", { quote })).toMatchObject([{ code: "INVALID_ARGUMENT" }]);
    }
    expect(reach.counts).toEqual({});
  });

  it("accepted as a dry run says what would be, and buys nothing", async () => {
    const { token } = await reach.quote(change("activeEsim", "PLAN-M", true));
    const { preview, operation } = await reach.caller.mutate("quoteAccept", { quote: token, dryRun: true });
    expect({ operation, preview }).toEqual({
      operation: null,
      preview: { action: "SUBSCRIBER_PLAN_CHANGE", isIrreversible: false },
    });
    expect(reach.changes).toEqual([]);
  });

  it("accepted twice under one key buys once", async () => {
    const { token } = await reach.quote(change("activeEsim", "PLAN-M", true));
    const idempotencyKey = crypto.randomUUID();
    const input = { quote: token, idempotencyKey, waitFor: 0 };
    const both = await Promise.all([
      reach.caller.mutate("quoteAccept", input),
      reach.caller.mutate("quoteAccept", input),
    ]);
    expect(new Set(both.map(({ operation }) => operation?.id)).size).toBe(1);
    await reach.caller.until(both[0].operation?.id ?? "", ({ steps }) => steps.length > 0);
    await reach.pass();
    await reach.caller.ended(both[0].operation?.id ?? "");
    expect(reach.changes).toEqual(["planChangePurchase"]);
  });
});
