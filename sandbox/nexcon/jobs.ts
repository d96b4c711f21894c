import type { SandboxClock } from "../clock.js";
import type { Outgoing } from "../exchange.js";
import { empty, json, text } from "./answers.js";
import { deliver, LATE_MS } from "./callbacks.js";
import type { Account, Action, Job, Sim, Word, World } from "./state.js";

/** From which states an action leads where. Restoring is for the blocked alone, and nothing leads out of TERMINATED. */
const PATHS: Readonly<Record<Action, { from: readonly Word[]; to: Word }>> = {
  activate: { from: ["INACTIVE"], to: "ACTIVATED" },
  block: { from: ["ACTIVATED"], to: "BLOCKED" },
  restore: { from: ["BLOCKED"], to: "ACTIVATED" },
  terminate: { from: ["INACTIVE", "ACTIVATED", "BLOCKED", "QUARANTINED"], to: "TERMINATED" },
};

/** What is answered when a job is taken on: every kind of body, and none. */
const ACCEPTED: Readonly<Record<Action, Outgoing>> = {
  activate: empty(200),
  terminate: json(200, { message: "Accepted" }),
  restore: text(200, "OK"),
  block: json(200, null),
};

export interface Jobs {
  world: World;
  clock: SandboxClock;
  /** Aborted when the sandbox stops. */
  stop: AbortSignal;
  /** Writes the ledger. */
  commit(icc: string): void;
}

/** Takes on a job, or refuses it for the state of its SIM. */
export async function start(
  jobs: Jobs,
  account: Account,
  action: Action,
  { icc, callbackUrl }: { icc: string; callbackUrl?: string | null | undefined },
): Promise<Outgoing> {
  const sim = account.sims.get(icc);
  if (!sim) return empty(404);
  if (sim.job) return json(409, { error: { code: "JOB_RUNNING", message: `A job is running: ${sim.job.action}` } });
  const { from, to } = PATHS[action];
  if (!from.includes(sim.status)) return text(409, `SIM card ${icc} is ${sim.status}`);
  const mode = sim.callback ?? account.callback;
  const job: Job = { action, to, callbackUrl: callbackUrl ?? null, mode, fails: sim.jobFails ?? false };
  sim.job = job;
  jobs.commit(icc);
  if (mode === "early") await finish(jobs, account, sim, job);
  else later(jobs, account.jobMs, () => void finish(jobs, account, sim, job));
  return ACCEPTED[action];
}

const later = ({ world, clock }: Jobs, ms: number, run: () => void): void => {
  world.due.push({ at: clock.now() + ms, run });
};

/** Changes the SIM at once, and resolves when it has been told. */
function finish(jobs: Jobs, account: Account, sim: Sim, job: Job): Promise<void> {
  sim.job = null;
  if (!job.fails) {
    sim.status = job.to;
    delete sim.printedStatus;
  }
  if (job.mode === "never") return Promise.resolve();
  if (job.mode !== "late") return tell(jobs, account, sim, job);
  later(jobs, LATE_MS, () => void tell(jobs, account, sim, job));
  return Promise.resolve();
}

function tell({ world, stop }: Jobs, account: Account, sim: Sim, job: Job): Promise<void> {
  const deliverOnce = async (): Promise<void> => {
    const delivery = await deliver(account, sim, job, stop);
    if (delivery) world.deliveries.push(delivery);
  };
  const told = (job.mode === "twice" ? deliverOnce().then(deliverOnce) : deliverOnce()).finally(() => {
    world.inFlight.delete(told);
  });
  world.inFlight.add(told);
  return told;
}

type Timed = Pick<Jobs, "world" | "clock">;

/** Does what has fallen due, in the order in which it was to happen; calls back go on behind it. */
export function settle({ world, clock }: Timed): void {
  const now = clock.now();
  const ready = world.due.filter((due) => due.at <= now).sort((a, b) => a.at - b.at);
  world.due = world.due.filter((due) => due.at > now);
  for (const due of ready) due.run();
}

/** The same, and waits until every call back has been answered. */
export async function settled(timed: Timed): Promise<void> {
  settle(timed);
  while (timed.world.inFlight.size > 0) await Promise.all(timed.world.inFlight);
}
