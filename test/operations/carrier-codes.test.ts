import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { call, Direct } from "./situations.js";
import { idOf, type Lab, ledgerOf, specimen, startLab, writesTo } from "./support.js";

let lab: Lab;
let direct: Direct;
beforeAll(async () => {
  lab = await startLab();
  direct = new Direct(lab.sandbox);
});
afterAll(async () => {
  await direct.close();
  await lab.stop();
});
beforeEach(() => {
  lab.sandbox.calls.length = 0;
  lab.sandbox.ledger.length = 0;
});

describe("a localised endpoint", () => {
  it("B-24 B-29 that somebody else is changing answers 10244: a refusal that tells to wait, and nothing of ours", async () => {
    const native = specimen(lab.sandbox, "localised");
    const endpoint = idOf("Endpoint", native);
    await direct.writes("bics-eu").changeState(native, "SUSPENDED", null, call());
    const { operation, userErrors } = await lab.caller.mutate("endpointSuspend", { endpoint });
    expect(operation).toMatchObject({
      state: "FAILED",
      nextCheckAt: null,
      steps: [{ outcome: "OPERATION_IN_PROGRESS" }],
    });
    expect(userErrors).toMatchObject([{ code: "OPERATION_IN_PROGRESS", carrierCode: "10244", operation: null }]);
    expect(ledgerOf(lab.sandbox, native)).toHaveLength(1);
    lab.sandbox.clock.advance(61_000);
    const later = await lab.caller.mutate("endpointResume", { endpoint, waitFor: 1 });
    expect(later.operation).toMatchObject({ state: "RUNNING" });
    lab.sandbox.clock.advance(61_000);
    expect(await lab.caller.ended(later.operation?.id ?? "")).toMatchObject({ state: "SUCCEEDED" });
  });

  it("B-02 B-29 whose change fails answers 10246 below an outer success: a refusal, and the next try goes through", async () => {
    const native = specimen(lab.sandbox, "localisedFailing");
    const input = { endpoint: idOf("Endpoint", native) };
    const first = await lab.caller.mutate("endpointSuspend", input);
    expect(first.operation).toMatchObject({ state: "FAILED", error: { code: "CARRIER_REFUSED" } });
    expect(first.userErrors).toMatchObject([{ code: "CARRIER_REFUSED", carrierCode: "10246" }]);
    expect(ledgerOf(lab.sandbox, native)).toEqual([]);
    const second = await lab.caller.mutate("endpointSuspend", { ...input, waitFor: 1 });
    expect(second.operation).toMatchObject({ state: "RUNNING", steps: [{ outcome: "pending" }] });
    lab.sandbox.clock.advance(61_000);
    expect(await lab.caller.ended(second.operation?.id ?? "")).toMatchObject({ state: "SUCCEEDED" });
    expect(ledgerOf(lab.sandbox, native)).toHaveLength(1);
  });
});

/** SIMs of which the carrier says "please verify": whether it was done, and how each action on them turns out. */
const VERIFY = [
  { sim: "simLinkFails", carrierCode: "10239", mutation: "simLink", end: "FAILED", done: 0 },
  { sim: "simLinkTimesOut", carrierCode: "10240", mutation: "simLink", end: "SUCCEEDED", done: 1 },
  { sim: "simLinkFails", carrierCode: "10239", mutation: "endpointCreate", end: "PARTIALLY_SUCCEEDED", done: 1 },
  { sim: "simLinkTimesOut", carrierCode: "10240", mutation: "endpointCreate", end: "SUCCEEDED", done: 1 },
] as const;

describe.each(VERIFY)("$mutation answered with $carrierCode", ({ sim, carrierCode, mutation, end, done }) => {
  it(`B-22 is unknown, never sent again, and ${end} when it is read back`, async () => {
    lab.sandbox.reset();
    const iccid = specimen(lab.sandbox, sim);
    const endpoint = idOf("Endpoint", specimen(lab.sandbox, "preActiveWithoutSim"));
    const creation = {
      account: "bics-eu",
      name: `Verify ${carrierCode}`,
      plan: idOf("Plan", "560082"),
      roamingProfiles: ["8953"],
      apnGroup: "PDP_1002",
      isActivated: true,
      isBillingAccepted: true,
    };
    const input = mutation === "simLink" ? { endpoint, iccid } : { ...creation, iccid };
    const { operation } = await lab.caller.mutate(mutation, input);
    expect(operation).toMatchObject({ state: "OUTCOME_UNKNOWN", error: { code: "OUTCOME_UNKNOWN" } });
    expect(operation?.steps).toMatchObject([{ outcome: "OUTCOME_UNKNOWN" }]);
    expect(await lab.caller.ended(operation?.id ?? "")).toMatchObject({ state: end, nextCheckAt: null });
    expect(writesTo(lab.sandbox)).toHaveLength(1);
    expect(lab.sandbox.ledger).toHaveLength(done);
    expect(lab.sandbox.calls.find(({ effect }) => effect === "write")).toMatchObject({ code: carrierCode });
  });
});
