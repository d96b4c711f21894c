import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NexconLab, type SimOperation } from "./nexcon-support.js";

/** Everything that can happen to the one write: whether the carrier took it on, and whether the answer says so. */
const FAULTS = {
  "a reset before the carrier reads": { fault: "reset-before", isDone: false },
  "a reset after the carrier took it on": { fault: "reset-after", isDone: true },
  "a hang past the deadline": { fault: "hang", isDone: false },
  "a hang past the deadline after it is taken on": { fault: "hang;applied=true", isDone: true },
  "HTTP 500": { fault: "status;status=500", isDone: false },
  "HTTP 500 after it is taken on": { fault: "status;status=500;applied=true", isDone: true },
  "HTTP 502 with HTML after it is taken on": { fault: "status;status=502;applied=true", isDone: true },
  "HTML at HTTP 200 after it is taken on": { fault: "html200;applied=true", isDone: true },
  "half an answer": { fault: "truncated", isDone: true },
  "HTTP 429 with Retry-After": { fault: "status;status=429;retryAfter=1", isDone: false },
  "HTTP 503": { fault: "status;status=503", isDone: false },
  "HTTP 503 after it is taken on": { fault: "status;status=503;applied=true", isDone: true },
} as const;

const NAMES = Object.entries(FAULTS);

describe.each([
  ["simTerminate", "terminate", { callback: "never" }],
  ["simActivate", "activate", { callback: "normal" }],
] as const)("%s", (mutation, write, conditions) => {
  let lab: NexconLab;
  const ends = new Map<string, { iccid: string; first: SimOperation; again: SimOperation; last: SimOperation }>();

  /** All faults strike one after the other, each on its own SIM; then all are left to settle. */
  beforeAll(async () => {
    lab = await NexconLab.start({
      timing: { lease: 2, call: 0.8, firstCheck: 0.1, lastCheck: 0.5, settleAfter: 3 },
    });
    // There are ten SIMs in stock: the last two faults strike SIMs in service, which can only be terminated.
    for (const [turn, [name, { fault }]] of NAMES.entries()) {
      const iccid = turn < 10 ? lab.iccid("inactive", turn) : lab.iccid("activated", turn - 10);
      if (turn >= 10 && mutation === "simActivate") continue;
      await lab.set(iccid, conditions);
      lab.sandbox.faults.add({ operation: write, times: 1, fault });
      const input = { idempotencyKey: `${mutation}-${turn}`, waitFor: 3 };
      const first = (await lab.mutate(mutation, iccid, input)).operation;
      const again = (await lab.mutate(mutation, iccid, { ...input, waitFor: 0 })).operation;
      if (!first || !again) throw new Error(`${name}: ${mutation} was refused`);
      ends.set(name, { iccid, first, again, last: first });
      await lab.pass();
    }
    for (const [name, end] of ends) ends.set(name, { ...end, last: await lab.ended(end.first.id) });
  });
  afterAll(() => lab.stop());

  const struck = mutation === "simActivate" ? NAMES.slice(0, 10) : NAMES;
  const endOf = (name: string) => {
    const end = ends.get(name);
    if (!end) throw new Error(`${name} did not happen`);
    return end;
  };

  it.each(struck)("X-10 after %s is written at most once, also when the key comes again", (name, { isDone }) => {
    const { iccid, first, again } = endOf(name);
    expect(lab.commits(iccid)).toBe(isDone ? 1 : 0);
    expect(again.id).toBe(first.id);
    const sent = lab.carrier.seen.filter(({ path, body }) => path.endsWith(write) && body.includes(iccid));
    expect(sent).toHaveLength(1);
  });

  it.each(struck)("after %s claims nothing that is not known", (name, { isDone }) => {
    const claims = isDone ? ["OUTCOME_UNKNOWN", "RUNNING", "SUCCEEDED"] : ["OUTCOME_UNKNOWN", "FAILED"];
    expect(claims).toContain(endOf(name).first.state);
  });

  it.each(struck)("after %s ends as the carrier's ledger says", (name, { isDone }) => {
    expect(endOf(name).last.state).toBe(isDone ? "SUCCEEDED" : "FAILED");
  });
});
