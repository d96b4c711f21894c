import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SHORT } from "../support/api.js";
import { endpointsOf, idOf, type Lab, type Row, specimen, startLab, writesTo } from "./support.js";

describe("what the carrier takes on and never ends", () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab({ timing: { ...SHORT, call: 5, giveUpAfter: 0.8 } });
  });
  afterAll(() => lab.stop());

  it("is looked at for a while, then stays unknown, stands against its like, and is a person's to settle", async () => {
    const endpoint = idOf("Endpoint", specimen(lab.sandbox, "activeConnected"));
    const { operation } = await lab.caller.mutate("simUnlink", { endpoint, waitFor: 0 });
    const id = operation?.id ?? "";
    const unknown = await lab.caller.until(id, ({ state }) => state === "OUTCOME_UNKNOWN");
    expect(unknown).toMatchObject({
      nextCheckAt: null,
      error: { code: "OUTCOME_UNKNOWN" },
      steps: [{ outcome: "pending" }],
    });
    const looked = lab.sandbox.calls.length;
    lab.sandbox.clock.advance(31_000);
    await sleep(1_200);
    expect(lab.sandbox.calls).toHaveLength(looked);
    expect((await lab.caller.operation(id)).state).toBe("OUTCOME_UNKNOWN");
    const again = await lab.caller.mutate("simUnlink", { endpoint });
    expect(again.userErrors).toMatchObject([{ code: "POSSIBLE_DUPLICATE", operation: { id } }]);
    expect(writesTo(lab.sandbox)).toHaveLength(1);
    const settled = await lab.caller.only<{ operation: { state: string } }>(
      "mutation ($input: OperationSettleInput!) { it: operationSettle(input: $input) { operation { state } } }",
      { input: { operation: id, state: "SUCCEEDED", reason: "seen in the carrier's portal" } },
    );
    expect(settled.operation.state).toBe("SUCCEEDED");
  });
});

describe("a job of many", () => {
  it("B-30 that the carrier does in part, as it may, is said neither to be done nor to have failed", async () => {
    const lab = await startLab({ timing: { ...SHORT, call: 5, giveUpAfter: 2 } });
    const { nodes } = await lab.caller.only<{ nodes: readonly Tagged[] }>(TAGGED, {});
    const has = ({ tags }: Tagged) => tags.some(({ id }) => id === TAG);
    const both = [nodes.find(has), nodes.find((one) => !has(one))].map((one) => one?.id ?? "");
    // A tag that one of them does not have: the carrier leaves that one as it is.
    const change = { endpoints: both, name: "Half done", removeTags: [TAG], waitFor: 1 };
    const { operation } = await lab.caller.mutate("endpointsUpdate", change);
    expect(operation).toMatchObject({ state: "RUNNING" });
    lab.sandbox.clock.advance(16_000);
    const end = await lab.caller.until(operation?.id ?? "", ({ state }) => state !== "RUNNING");
    expect(["OUTCOME_UNKNOWN", "PARTIALLY_SUCCEEDED"]).toContain(end.state);
    const after = (await lab.caller.only<{ nodes: readonly Tagged[] }>(TAGGED, {})).nodes;
    const named = both.map((id) => after.find((one) => one.id === id)?.name === "Half done");
    expect(named).toEqual([true, false]);
    await lab.stop();
  });
});

const TAG = "2845003";
const TAGGED = '{ it: endpoints(first: 500, filter: { accounts: ["bics-eu"] }) { nodes { id name tags { id } } } }';

interface Tagged {
  readonly id: string;
  readonly name: string | null;
  readonly tags: readonly { readonly id: string }[];
}

describe("what is unknown and was not done", () => {
  let lab: Lab;
  let rows: readonly Row[];
  let turn = 0;
  beforeAll(async () => {
    lab = await startLab();
    rows = (await endpointsOf(lab.caller)).filter(({ state, billing }) => state === "ACTIVE" && billing === "POSTPAID");
  });
  afterAll(() => lab.stop());
  beforeEach(() => lab.sandbox.faults.clear());

  /** A name that an endpoint was never given, though nobody knows. */
  async function unknown() {
    const row = rows[turn++];
    if (!row) throw new Error("no endpoint is left");
    lab.sandbox.faults.add({ operation: "endpoint", times: 1, fault: "reset-before" });
    const { operation } = await lab.caller.mutate("endpointUpdate", { endpoint: row.id, name: `Never ${turn}` });
    expect(operation?.state).toBe("OUTCOME_UNKNOWN");
    return { row, id: operation?.id ?? "" };
  }

  const LONG_ENOUGH_MS = 1_000 * ((SHORT.settleAfter ?? 0) + 1);

  it("has failed, when nothing else was done to the object since", async () => {
    const { id } = await unknown();
    expect((await lab.caller.ended(id)).state).toBe("FAILED");
  });

  it("stays unknown when something else was done since, which may have undone it", async () => {
    const { id, row } = await unknown();
    expect((await lab.caller.mutate("endpointSuspend", { endpoint: row.id })).operation?.state).toBe("SUCCEEDED");
    await sleep(LONG_ENOUGH_MS);
    expect((await lab.caller.operation(id)).state).toBe("OUTCOME_UNKNOWN");
  });

  it("has failed, when what was asked since was refused", async () => {
    const { id, row } = await unknown();
    const fault = "code;outer=1;code=5018;description=no";
    lab.sandbox.faults.add({ operation: "EndPointLifeCycleChange", times: 1, fault });
    expect((await lab.caller.mutate("endpointSuspend", { endpoint: row.id })).operation?.state).toBe("FAILED");
    expect((await lab.caller.ended(id)).state).toBe("FAILED");
  });
});
