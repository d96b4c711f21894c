import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Gate } from "./gate.js";
import type { Caller, Lab, OperationView, Row } from "./support.js";
import { endpointsOf, idOf, ledgerOf, startLab } from "./support.js";

/** Everything that can happen to the one write, and whether the carrier has carried it out. */
const FAULTS = {
  "a refused connection": { fault: null, isDone: false },
  "a reset before the carrier reads": { fault: "reset-before", isDone: false },
  "a reset after the carrier has done it": { fault: "reset-after", isDone: true },
  "a hang past the deadline": { fault: "hang", isDone: false },
  "a hang past the deadline after it is done": { fault: "hang;applied=true", isDone: true },
  "an answer behind the deadline": { fault: "latency;ms=1200", isDone: true },
  "HTTP 500": { fault: "status;status=500", isDone: false },
  "HTTP 500 after it is done": { fault: "status;status=500;applied=true", isDone: true },
  "HTTP 502 with HTML": { fault: "status;status=502", isDone: false },
  "HTTP 502 with HTML after it is done": { fault: "status;status=502;applied=true", isDone: true },
  "HTML at HTTP 200 after it is done": { fault: "html200;applied=true", isDone: true },
  "half an answer": { fault: "truncated", isDone: true },
  "an empty answer": { fault: "empty", isDone: true },
  "JSON of another shape": { fault: "wrong-type", isDone: true },
  "HTTP 429 with Retry-After": { fault: "status;status=429;retryAfter=1", isDone: false },
  "a rate limit told in words": { fault: "rate-limit", isDone: false },
  "HTTP 503": { fault: "status;status=503", isDone: false },
  "HTTP 503 after it is done": { fault: "status;status=503;applied=true", isDone: true },
} as const;

interface Case {
  readonly mutation: string;
  /** The write, by the carrier's name. */
  readonly write: string;
  /** Whether an endpoint can be acted on. */
  fits(row: Row): boolean;
  input(row: Row, turn: number): object;
  /** What must have been done to an endpoint before. */
  prepare?(row: Row, caller: Caller): Promise<unknown>;
}

const isPostpaid = ({ billing, state }: Row) => billing === "POSTPAID" && state === "ACTIVE";

const CASES: readonly Case[] = [
  {
    mutation: "addonSubscribe",
    write: "SubscribeAddon",
    fits: isPostpaid,
    input: () => ({ plan: idOf("Plan", "568677") }),
  },
  {
    mutation: "endpointActivate",
    write: "EndPointActivation",
    fits: ({ state, hasSim }) => state === "PRE_ACTIVE" && hasSim,
    input: () => ({}),
  },
  {
    mutation: "endpointDelete",
    write: "DeleteEndPoint",
    fits: ({ state }) => state === "HOLD",
    input: ({ name }) => ({ confirm: name }),
  },
  {
    mutation: "planChange",
    write: "ChangePlan",
    fits: isPostpaid,
    input: () => ({ plan: idOf("Plan", "574505") }),
    prepare: ({ id }, caller) => caller.mutate("planChange", { endpoint: id, plan: idOf("Plan", "560082") }),
  },
  {
    mutation: "simLink",
    write: "LinkSim",
    fits: ({ state, hasSim }) => state === "PRE_ACTIVE" && !hasSim,
    input: (_, turn) => ({ iccid: String(8932042000000150000n + BigInt(turn)) }),
  },
];

describe.each(CASES)("$mutation", ({ mutation, write, fits, input, prepare }) => {
  let lab: Lab;
  let gate: Gate;
  const ends = new Map<string, { row: Row; first: OperationView; again: OperationView; last: OperationView }>();

  /** All faults strike one after the other, each on its own endpoint; then all are left to settle. */
  beforeAll(async () => {
    lab = await startLab({
      accounts: async ({ url, accounts }) => {
        gate = await new Gate(url).open();
        return accounts.map((entry) => ({ ...entry, baseUrl: entry.baseUrl.replace(url, gate.url) }));
      },
      endpoints: 900,
    });
    const rows = (await endpointsOf(lab.caller)).filter(fits);
    await Promise.all(rows.slice(0, Object.keys(FAULTS).length).map((row) => prepare?.(row, lab.caller)));
    lab.sandbox.ledger.length = 0;
    lab.sandbox.calls.length = 0;
    for (const [turn, [name, { fault }]] of Object.entries(FAULTS).entries()) {
      const row = rows[turn];
      if (!row) throw new Error(`no endpoint is left for ${name}`);
      if (fault === null) gate.shutAfterNext();
      else lab.sandbox.faults.add({ operation: write, times: 1, fault });
      const body = { endpoint: row.id, idempotencyKey: `${mutation}-${turn}`, ...input(row, turn) };
      ends.set(name, { row, ...(await strike(body, fault === null)) });
    }
    for (const [name, end] of ends) ends.set(name, { ...end, last: await lab.caller.ended(end.first.id) });
  }, 60_000);
  afterAll(async () => {
    await lab.stop();
    await gate.shut();
  });

  async function strike(body: object, isShut: boolean) {
    const first = (await lab.caller.mutate(mutation, body)).operation;
    if (isShut) await gate.open();
    const again = (await lab.caller.mutate(mutation, { ...body, waitFor: 0 })).operation;
    if (!first || !again) throw new Error(`${mutation} was refused`);
    return { first, again, last: first };
  }

  const endOf = (name: string) => {
    const end = ends.get(name);
    if (!end) throw new Error(`${name} did not happen`);
    return end;
  };

  it.each(Object.entries(FAULTS))("after %s claims nothing that is not known", (name, { isDone }) => {
    const { state } = endOf(name).first;
    expect(isDone ? ["OUTCOME_UNKNOWN", "SUCCEEDED"] : ["OUTCOME_UNKNOWN", "FAILED"]).toContain(state);
  });

  it.each(Object.entries(FAULTS))(
    "after %s is written at most once, also when the key comes again",
    (name, { isDone }) => {
      const { row, first, again } = endOf(name);
      expect(ledgerOf(lab.sandbox, row.native)).toHaveLength(isDone ? 1 : 0);
      expect(again.id).toBe(first.id);
    },
  );

  it.each(Object.entries(FAULTS))("after %s ends as the carrier's ledger says", (name, { isDone }) => {
    expect(endOf(name).last).toMatchObject({ state: isDone ? "SUCCEEDED" : "FAILED", nextCheckAt: null });
  });

  it("sent each write once, apart from those that the carrier threw back unread", () => {
    const sent = lab.sandbox.calls.filter(({ operation }) => operation === write);
    expect(sent).toHaveLength(Object.keys(FAULTS).length - 1);
  });
});
