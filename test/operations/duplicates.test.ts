import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Caller, Lab, Payload, Row } from "./support.js";
import { endpointsOf, idOf, ledgerOf, startLab } from "./support.js";

let lab: Lab;
let caller: Caller;
let active: Row[];

beforeAll(async () => {
  // What is unknown stays so for as long as a test wants it to.
  lab = await startLab({ timing: { firstCheck: 1, lastCheck: 1, settleAfter: 600 } });
  caller = lab.caller;
  active = (await endpointsOf(caller)).filter(({ state, billing }) => state === "ACTIVE" && billing === "POSTPAID");
});
afterAll(() => lab.stop());
beforeEach(() => lab.sandbox.faults.clear());

const plan = idOf("Plan", "568677");

const next = (): Row => {
  const row = active.shift();
  if (!row) throw new Error("no endpoint is left");
  return row;
};

/** An add-on of which nobody knows whether the endpoint has it. */
async function unknown(row: Row, fault: "reset-before" | "reset-after") {
  lab.sandbox.faults.add({ operation: "SubscribeAddon", times: 1, fault });
  lab.sandbox.faults.add({ operation: "GetEndPointProfile", times: 1, fault: "latency;ms=1" });
  const { operation } = await caller.mutate("addonSubscribe", { endpoint: row.id, plan });
  expect(operation?.state).toBe("OUTCOME_UNKNOWN");
  return operation?.id ?? "";
}

const flagOf = (id: string) =>
  caller.only("query ($id: ID!) { it: operation(id: $id) { isDuplicateAllowed requestedBy } }", { id });

it("asks again knowingly where an equal action is unknown, and keeps that it did", async () => {
  const row = next();
  const first = await unknown(row, "reset-before");
  const input = { endpoint: row.id, plan, idempotencyKey: randomUUID() };
  expect((await caller.mutate("addonSubscribe", input)).userErrors).toMatchObject([{ code: "POSSIBLE_DUPLICATE" }]);
  const dry = await caller.mutate("addonSubscribe", { ...input, allowDuplicate: true, dryRun: true });
  expect(dry).toMatchObject({ userErrors: [], preview: { action: "ADDON_SUBSCRIBE" } });
  const { operation, userErrors } = await caller.mutate("addonSubscribe", { ...input, allowDuplicate: true });
  expect([operation?.state, userErrors]).toEqual(["SUCCEEDED", []]);
  expect(await flagOf(operation?.id ?? "")).toEqual({ isDuplicateAllowed: true, requestedBy: "anonymous" });
  expect(await flagOf(first)).toMatchObject({ isDuplicateAllowed: false });
  expect(ledgerOf(lab.sandbox, row.native)).toHaveLength(1);
});

it("is a part of what a key stands for", async () => {
  const input = { endpoint: next().id, plan, idempotencyKey: randomUUID(), allowDuplicate: true };
  const first = await caller.mutate("addonSubscribe", input);
  expect(await caller.mutate("addonSubscribe", input)).toEqual(first);
  expect((await caller.mutate("addonSubscribe", { ...input, allowDuplicate: false })).userErrors).toMatchObject([
    { code: "IDEMPOTENCY_KEY_REUSED" },
  ]);
});

it("never asks while an equal action, or another one, is under way", async () => {
  const row = next();
  lab.sandbox.faults.add({ operation: "SubscribeAddon", times: 1, fault: "latency;ms=700" });
  const first = await caller.mutate("addonSubscribe", { endpoint: row.id, plan, waitFor: 0 });
  for (const mutation of ["addonSubscribe", "endpointSuspend"]) {
    const input = { endpoint: row.id, allowDuplicate: true, ...(mutation === "addonSubscribe" ? { plan } : {}) };
    expect((await caller.mutate(mutation, input)).userErrors).toMatchObject([
      { code: "OPERATION_IN_PROGRESS", operation: { id: first.operation?.id } },
    ]);
  }
  await caller.ended(first.operation?.id ?? "");
});

it("leaves the first one unknown: the add-on that is there may be the second one's", async () => {
  const row = next();
  const first = await unknown(row, "reset-before");
  const second = await caller.mutate("addonSubscribe", { endpoint: row.id, plan, allowDuplicate: true });
  expect(second.operation?.state).toBe("SUCCEEDED");
  const { nextCheckAt } = await caller.operation(first);
  const seen = await caller.until(first, (operation) => operation.nextCheckAt !== nextCheckAt);
  expect(seen.state).toBe("OUTCOME_UNKNOWN");
});

it("leaves both unknown where both are: one add-on cannot be told from the other", async () => {
  const row = next();
  const first = await unknown(row, "reset-after");
  lab.sandbox.faults.add({ operation: "SubscribeAddon", times: 1, fault: "reset-before" });
  const second = await caller.mutate("addonSubscribe", { endpoint: row.id, plan, allowDuplicate: true });
  for (const id of [first, second.operation?.id ?? ""]) {
    const { nextCheckAt } = await caller.operation(id);
    expect((await caller.until(id, (operation) => operation.nextCheckAt !== nextCheckAt)).state).toBe(
      "OUTCOME_UNKNOWN",
    );
  }
});

it("changes many endpoints at once, of which one has something unknown, only when told so", async () => {
  const row = next();
  const first = await unknown(row, "reset-before");
  const update = (allowDuplicate: boolean) =>
    caller.only<Pick<Payload, "userErrors" | "preview">>(
      `mutation ($input: EndpointsUpdateInput!) {
        it: endpointsUpdate(input: $input) { userErrors { code operation { id } } preview { action isIrreversible } }
      }`,
      { input: { endpoints: [row.id], name: "All alike", idempotencyKey: randomUUID(), dryRun: true, allowDuplicate } },
    );
  expect((await update(false)).userErrors).toEqual([{ code: "POSSIBLE_DUPLICATE", operation: { id: first } }]);
  expect(await update(true)).toMatchObject({ userErrors: [], preview: { action: "ENDPOINTS_UPDATE" } });
});
