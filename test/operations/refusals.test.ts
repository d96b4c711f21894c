import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Caller, Lab, Row } from "./support.js";
import { endpointsOf, idOf, ledgerOf, specimen, startLab, writesTo } from "./support.js";

let lab: Lab;
let caller: Caller;
let rows: readonly Row[];
let active: Row[];

beforeAll(async () => {
  lab = await startLab();
  caller = lab.caller;
  rows = await endpointsOf(caller);
  const named = Object.values(lab.sandbox.bics.specimens["bics-eu"] ?? {});
  active = rows.filter(
    ({ state, billing, native }) => state === "ACTIVE" && billing === "POSTPAID" && !named.includes(native),
  );
});
afterAll(() => lab.stop());
beforeEach(() => {
  lab.sandbox.faults.clear();
  lab.sandbox.calls.length = 0;
  lab.sandbox.ledger.length = 0;
});

const next = (): Row => {
  const row = active.shift();
  if (!row) throw new Error("no endpoint is left");
  return row;
};
const of = (name: string): string => idOf("Endpoint", specimen(lab.sandbox, name));
const plan = idOf("Plan", "568677");

describe("input that is not acceptable", () => {
  it.each([
    ["a key with blanks", { idempotencyKey: "a b" }, "INVALID_ARGUMENT", "idempotencyKey"],
    ["an empty key", { idempotencyKey: "" }, "INVALID_ARGUMENT", "idempotencyKey"],
    ["a key of 256 characters", { idempotencyKey: "k".repeat(256) }, "INVALID_ARGUMENT", "idempotencyKey"],
    ["a wait below zero", { waitFor: -1 }, "OUT_OF_RANGE", "waitFor"],
    ["a wait of more than 30 seconds", { waitFor: 31 }, "OUT_OF_RANGE", "waitFor"],
    ["an id of something else", { endpoint: plan }, "INVALID_ARGUMENT", "endpoint"],
    ["an id of nobody's", { endpoint: "endpoint_x" }, "INVALID_ARGUMENT", "endpoint"],
    ["a plan that is none", { plan: "plan_x" }, "INVALID_ARGUMENT", "plan"],
    ["a plan with a character that nobody can keep", { plan: "plan\u0000" }, "INVALID_ARGUMENT", "plan"],
    ["half a character", { plan: "plan\ud800" }, "INVALID_ARGUMENT", "plan"],
    ["a plan of another account", { plan: idOf("Plan", "568677", "bics-oem") }, "INVALID_ARGUMENT", "plan"],
  ])("such as %s is refused without a carrier call", async (_, wrong, code, field) => {
    const answer = await caller.mutate("addonSubscribe", { endpoint: active[0]?.id, plan, ...wrong });
    expect(answer).toMatchObject({ operation: null, preview: null, userErrors: [{ code, field: ["input", field] }] });
    expect(lab.sandbox.calls).toEqual([]);
  });

  it("G-07 such as the wrong name is no confirmation: nothing is written", async () => {
    const hold = rows.find(({ state }) => state === "HOLD");
    const answer = await caller.mutate("endpointDelete", { endpoint: hold?.id, confirm: "something" });
    expect(answer).toMatchObject({
      operation: null,
      userErrors: [{ code: "INVALID_ARGUMENT", field: ["input", "confirm"] }],
    });
    expect(writesTo(lab.sandbox)).toEqual([]);
  });
});

describe("a dry run", () => {
  it("says what would be done, stores nothing and writes nothing", async () => {
    const { id } = next();
    const answer = await caller.mutate("endpointSuspend", { endpoint: id, dryRun: true });
    expect(answer).toMatchObject({ operation: null, userErrors: [], preview: { action: "ENDPOINT_SUSPEND" } });
    expect(writesTo(lab.sandbox)).toEqual([]);
    expect(await caller.operations({ endpoint: id })).toEqual([]);
  });

  it("refuses what would be refused", async () => {
    const answer = await caller.mutate("endpointResume", { endpoint: next().id, dryRun: true });
    expect(answer).toMatchObject({ preview: null, userErrors: [{ code: "INVALID_TRANSITION" }] });
  });

  it("uses up no key", async () => {
    const input = { endpoint: next().id, idempotencyKey: randomUUID() };
    await caller.mutate("endpointSuspend", { ...input, dryRun: true });
    expect((await caller.mutate("endpointSuspend", input)).operation?.state).toBe("SUCCEEDED");
  });
});

describe("the wait for an outcome", () => {
  it("ends in time though the carrier takes longer; the operation ends behind it", async () => {
    const row = next();
    lab.sandbox.faults.add({ operation: "EndPointLifeCycleChange", times: 1, fault: "latency;ms=600" });
    const { operation } = await caller.mutate("endpointSuspend", { endpoint: row.id, waitFor: 0 });
    expect(["ACCEPTED", "RUNNING"]).toContain(operation?.state);
    expect(ledgerOf(lab.sandbox, row.native)).toEqual([]);
    expect(await caller.ended(operation?.id ?? "")).toMatchObject({ state: "SUCCEEDED", steps: [{ outcome: "done" }] });
    expect(ledgerOf(lab.sandbox, row.native)).toHaveLength(1);
  });
});

describe("a second action on an object", () => {
  it("is refused with the one under way", async () => {
    const { id } = next();
    lab.sandbox.faults.add({ operation: "EndPointLifeCycleChange", times: 1, fault: "latency;ms=600" });
    const first = await caller.mutate("endpointSuspend", { endpoint: id, waitFor: 0 });
    for (const [mutation, input] of [
      ["endpointSuspend", {}],
      ["addonSubscribe", { plan }],
    ] as const) {
      const second = await caller.mutate(mutation, { endpoint: id, ...input });
      expect(second).toMatchObject({
        operation: null,
        userErrors: [{ code: "OPERATION_IN_PROGRESS", operation: { id: first.operation?.id } }],
      });
    }
    const blocked = (await caller.actions(id)).find(({ action }) => action === "ADDON_SUBSCRIBE");
    expect(blocked).toMatchObject({
      available: false,
      blockedBy: { code: "OPERATION_IN_PROGRESS", operation: { id: first.operation?.id } },
    });
    await caller.ended(first.operation?.id ?? "");
    expect((await caller.mutate("endpointResume", { endpoint: id })).operation?.state).toBe("SUCCEEDED");
  });

  it("is refused as a possible duplicate while an equal one is unknown; another action is not", async () => {
    const row = next();
    lab.sandbox.faults.add({ operation: "SubscribeAddon", times: 1, fault: "reset-before" });
    const { operation } = await caller.mutate("addonSubscribe", { endpoint: row.id, plan });
    expect(operation?.state).toBe("OUTCOME_UNKNOWN");
    const same = await caller.mutate("addonSubscribe", { endpoint: row.id, plan });
    expect(same.userErrors).toMatchObject([{ code: "POSSIBLE_DUPLICATE", operation: { id: operation?.id } }]);
    const other = await caller.mutate("endpointSuspend", { endpoint: row.id });
    expect(other.operation?.state).toBe("SUCCEEDED");
    expect(ledgerOf(lab.sandbox, row.native).map(({ operation: name }) => name)).toEqual(["EndPointLifeCycleChange"]);
  });

  it("of two that come at once is refused to one", async () => {
    const row = next();
    const answers = await Promise.all([1, 2].map(() => caller.mutate("endpointSuspend", { endpoint: row.id })));
    expect(answers.map(({ operation }) => operation?.state ?? "refused").sort()).toEqual(["SUCCEEDED", "refused"]);
    expect(ledgerOf(lab.sandbox, row.native)).toHaveLength(1);
  });
});

describe("what the carrier takes on", () => {
  it("is followed to its end: a SIM is unlinked when the session ends", async () => {
    const id = of("activeConnected");
    const { operation } = await caller.mutate("simUnlink", { endpoint: id, waitFor: 1 });
    expect(operation).toMatchObject({ state: "RUNNING", steps: [{ outcome: "pending" }] });
    expect((await caller.mutate("simUnlink", { endpoint: id })).userErrors).toMatchObject([
      { code: "OPERATION_IN_PROGRESS" },
    ]);
    lab.sandbox.clock.advance(31_000);
    expect(await caller.ended(operation?.id ?? "")).toMatchObject({ state: "SUCCEEDED", nextCheckAt: null });
  });

  it("is not believed before it is so: a localised endpoint is suspended later", async () => {
    const { operation } = await caller.mutate("endpointSuspend", { endpoint: of("localised"), waitFor: 1 });
    expect(operation).toMatchObject({ state: "RUNNING", steps: [{ outcome: "pending" }] });
    lab.sandbox.clock.advance(61_000);
    expect(await caller.ended(operation?.id ?? "")).toMatchObject({ state: "SUCCEEDED" });
  });
});

describe("what the carrier says is so already", () => {
  it("is told as a change by somebody else, and replayed", async () => {
    const input = { endpoint: next().id, idempotencyKey: randomUUID() };
    const fault = "code;outer=1;code=1254;description=You are currently in same lifecycle";
    lab.sandbox.faults.add({ operation: "EndPointLifeCycleChange", times: 1, fault });
    const first = await caller.mutate("endpointSuspend", input);
    expect(first).toMatchObject({
      operation: { state: "FAILED" },
      userErrors: [{ code: "STATE_CHANGED", carrierCode: "1254" }],
    });
    expect(await caller.mutate("endpointSuspend", input)).toEqual(first);
  });
});

describe("an account that is read-only", () => {
  it("refuses every action without a carrier call, and says so beforehand", async () => {
    const guarded = await startLab({
      accounts: ({ accounts }) => accounts.map((entry) => ({ ...entry, readOnly: true })),
    });
    const id = idOf("Endpoint", specimen(guarded.sandbox, "activePostpaid"));
    const answer = await guarded.caller.mutate("endpointSuspend", { endpoint: id });
    expect(answer).toMatchObject({ operation: null, userErrors: [{ code: "PERMISSION_DENIED" }] });
    expect(guarded.sandbox.calls).toEqual([]);
    const dry = await guarded.caller.mutate("endpointSuspend", { endpoint: id, dryRun: true });
    expect(dry).toMatchObject({ preview: null, userErrors: [{ code: "PERMISSION_DENIED" }] });
    const options = await guarded.caller.actions(id);
    expect(new Set(options.map(({ available, blockedBy }) => `${available} ${blockedBy?.code}`))).toEqual(
      new Set(["false PERMISSION_DENIED"]),
    );
    await guarded.stop();
  });
});
