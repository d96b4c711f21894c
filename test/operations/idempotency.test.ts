import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Caller, Keeping, Lab, Row } from "./support.js";
import { endpointsOf, idOf, KEEPING, ledgerOf, startLab, writesTo } from "./support.js";

describe.each(KEEPING)("an idempotency key, kept in $name", ({ prepare }) => {
  let lab: Lab;
  let caller: Caller;
  let kept: Awaited<ReturnType<Keeping["prepare"]>>;
  let active: Row[];

  beforeAll(async () => {
    kept = await prepare();
    lab = await startLab(kept.settings);
    caller = lab.caller;
    const rows = await endpointsOf(caller);
    active = rows.filter(({ state, billing }) => state === "ACTIVE" && billing === "POSTPAID");
  });
  afterAll(async () => {
    await lab.stop();
    await kept.remove();
  });
  beforeEach(() => {
    lab.sandbox.faults.clear();
    lab.sandbox.calls.length = 0;
  });

  const next = (): Row => {
    const row = active.shift();
    if (!row) throw new Error("no endpoint is left");
    return row;
  };
  const addon = (row: Row) => ({ endpoint: row.id, plan: idOf("Plan", "568677"), idempotencyKey: randomUUID() });

  it("stands for one add-on however often the request comes, and for the same answer", async () => {
    const row = next();
    const input = addon(row);
    const first = await caller.mutate("addonSubscribe", input);
    const again = await caller.mutate("addonSubscribe", input);
    expect(first.operation?.state).toBe("SUCCEEDED");
    expect(again).toEqual(first);
    expect(ledgerOf(lab.sandbox, row.native)).toHaveLength(1);
  });

  it("stands for one add-on when twenty requests come at once, and all get the same answer", async () => {
    const row = next();
    const input = addon(row);
    const answers = await Promise.all(Array.from({ length: 20 }, () => caller.mutate("addonSubscribe", input)));
    expect(ledgerOf(lab.sandbox, row.native)).toHaveLength(1);
    expect(answers[0]?.operation?.state).toBe("SUCCEEDED");
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it("gives twenty equal answers also where the first changes what the others find", async () => {
    const row = next();
    const input = { endpoint: row.id, idempotencyKey: randomUUID() };
    // Some of the twenty read the endpoint long after the first has changed it.
    lab.sandbox.faults.add({ operation: "GetEndPointProfile", times: 5, fault: "latency;ms=600" });
    const answers = await Promise.all(Array.from({ length: 20 }, () => caller.mutate("endpointSuspend", input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify(answers[0])]));
    expect(answers[0]?.operation?.state).toBe("SUCCEEDED");
    expect(ledgerOf(lab.sandbox, row.native)).toHaveLength(1);
  });

  it("replays a refusal of the carrier, though the carrier would say yes by now", async () => {
    const row = next();
    lab.sandbox.faults.add({ operation: "SubscribeAddon", times: 1, fault: "code;outer=1;code=1172;description=No" });
    const input = addon(row);
    const first = await caller.mutate("addonSubscribe", input);
    expect(first.operation?.state).toBe("FAILED");
    expect(first.userErrors).toMatchObject([{ code: "CARRIER_REFUSED", carrierCode: "1172" }]);
    expect(await caller.mutate("addonSubscribe", input)).toEqual(first);
    expect(ledgerOf(lab.sandbox, row.native)).toEqual([]);
  });

  it("replays an unknown outcome, and later what it turned out to be", async () => {
    const row = next();
    lab.sandbox.faults.add({ operation: "SubscribeAddon", times: 1, fault: "reset-after" });
    lab.sandbox.faults.add({ operation: "GetEndPointProfile", fault: "latency;ms=300" });
    const input = addon(row);
    const first = await caller.mutate("addonSubscribe", input);
    expect(first.operation).toMatchObject({ state: "OUTCOME_UNKNOWN", error: { code: "OUTCOME_UNKNOWN" } });
    expect(first.userErrors).toEqual([]);
    const again = await caller.mutate("addonSubscribe", { ...input, waitFor: 0 });
    expect(again.operation?.id).toBe(first.operation?.id);
    await caller.ended(first.operation?.id ?? "");
    expect((await caller.mutate("addonSubscribe", input)).operation).toMatchObject({
      id: first.operation?.id,
      state: "SUCCEEDED",
      error: null,
    });
    expect(ledgerOf(lab.sandbox, row.native)).toHaveLength(1);
  });

  it.each([
    ["another endpoint", () => ({ endpoint: next().id })],
    ["another plan", () => ({ plan: idOf("Plan", "599646") })],
    ["another balance", () => ({ adjustments: [{ benefitId: "5", bytes: "4194304" }] })],
  ])("is refused with %s", async (_, other) => {
    const input = addon(next());
    await caller.mutate("addonSubscribe", input);
    lab.sandbox.calls.length = 0;
    const answer = await caller.mutate("addonSubscribe", { ...input, ...other() });
    expect(answer.userErrors).toMatchObject([
      {
        code: "IDEMPOTENCY_KEY_REUSED",
        field: ["input", "idempotencyKey"],
        message: "input.idempotencyKey: was used for another request.",
      },
    ]);
    expect(answer.operation).toBeNull();
    expect(writesTo(lab.sandbox)).toEqual([]);
  });

  it("is refused with another action", async () => {
    const input = { endpoint: next().id, idempotencyKey: randomUUID() };
    await caller.mutate("endpointSuspend", input);
    expect((await caller.mutate("endpointResume", input)).userErrors).toMatchObject([
      { code: "IDEMPOTENCY_KEY_REUSED" },
    ]);
  });

  it("is refused to one of two requests that name different things with it at once", async () => {
    const idempotencyKey = randomUUID();
    const rows = [next(), next(), next(), next()];
    const answers = await Promise.all(
      rows.map((row) => caller.mutate("addonSubscribe", { ...addon(row), idempotencyKey })),
    );
    expect(answers.map(({ userErrors }) => userErrors[0]?.code ?? "done").sort()).toEqual([
      "IDEMPOTENCY_KEY_REUSED",
      "IDEMPOTENCY_KEY_REUSED",
      "IDEMPOTENCY_KEY_REUSED",
      "done",
    ]);
    expect(rows.flatMap(({ native }) => ledgerOf(lab.sandbox, native))).toHaveLength(1);
  });

  it("is each caller's own", async () => {
    const row = next();
    const input = addon(row);
    const [of, other] = [
      await caller.as("billing@example").mutate("addonSubscribe", input),
      await caller.as("support@example").mutate("addonSubscribe", input),
    ];
    expect(of.operation?.requestedBy).toBe("billing@example");
    expect(other.operation?.requestedBy).toBe("support@example");
    expect(other.operation?.id).not.toBe(of.operation?.id);
    expect(ledgerOf(lab.sandbox, row.native)).toHaveLength(2);
  });
});
