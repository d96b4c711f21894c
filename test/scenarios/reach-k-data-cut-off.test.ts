import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Reach, startReach } from "./reach-support.js";

let reach: Reach;
beforeAll(async () => {
  reach = await startReach();
});
afterAll(() => reach.stop());

const isCutOff = async (subscriber: string) =>
  (await reach.of<{ reach: { isDataCutOff: boolean } }>(subscriber, "reach { isDataCutOff }")).reach.isDataCutOff;
const optionsOf = async (subscriber: string) => {
  const { actions } = await reach.of<{ actions: readonly { action: string; available: boolean }[] }>(
    subscriber,
    "actions { action available }",
  );
  const isAvailable = (action: string) => actions.find((one) => one.action === action)?.available;
  return { cutOff: isAvailable("DATA_CUT_OFF"), restore: isAvailable("DATA_RESTORE") };
};

describe("Scenario K", () => {
  it("R-60 the data of a line is cut off, while it stays in service, and given back", async () => {
    const subscriber = reach.subscriber("active");
    reach.forget();
    expect((await reach.begin("dataCutOff", { subscriber, reason: "BILLDUE" })).state).toBe("SUCCEEDED");
    expect(reach.counts).toEqual({ customerInfo: 1, manageFeature: 1 });
    expect(await isCutOff(subscriber)).toBe(true);
    expect(await reach.of(subscriber, "state")).toEqual({ state: "ACTIVE" });
    expect((await reach.begin("dataRestore", { subscriber, reason: "BILLPAID" })).state).toBe("SUCCEEDED");
    expect(await isCutOff(subscriber)).toBe(false);
    expect(reach.changes).toEqual(["manageFeature", "manageFeature"]);
  });

  it.each([
    ["dataCutOff", "CutOffReason", "BILLPAID"],
    ["dataRestore", "CutOffEndReason", "OVERUSE"],
  ])("R-60 each direction has reasons of its own: %s knows no %s %s", async (mutation, _type, reason) => {
    const input = { subscriber: reach.subscriber("active"), reason, idempotencyKey: crypto.randomUUID() };
    const type = mutation === "dataCutOff" ? "DataCutOffInput" : "DataRestoreInput";
    const query = `mutation ($input: ${type}!) { it: ${mutation}(input: $input) { operation { id } } }`;
    const { errors } = await reach.caller.post(query, { input });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  });

  it("R-60 what is so already is not asked for again, and not offered", async () => {
    const [open, cut] = [reach.subscriber("withBills"), reach.subscriber("dataCutOff")];
    expect(await optionsOf(open)).toEqual({ cutOff: true, restore: false });
    expect(await optionsOf(cut)).toEqual({ cutOff: false, restore: true });
    reach.forget();
    expect(await reach.refused("dataRestore", { subscriber: open, reason: "OTHER" })).toMatchObject([
      { code: "INVALID_TRANSITION" },
    ]);
    expect(await reach.refused("dataCutOff", { subscriber: cut, reason: "OTHER" })).toMatchObject([
      { code: "INVALID_TRANSITION" },
    ]);
    expect(reach.counts).toEqual({ customerInfo: 2 });
  });

  it("R-60 a cut-off whose answer is lost is found by reading the line", async () => {
    const subscriber = reach.subscriber("groupPrimary");
    reach.sandbox.faults.add({ operation: "manageFeature", times: 1, fault: "reset-after" });
    const { id } = await reach.begin("dataCutOff", { subscriber, reason: "OVERUSE" });
    expect((await reach.caller.ended(id)).state).toBe("SUCCEEDED");
    expect(await isCutOff(subscriber)).toBe(true);
  });
});
