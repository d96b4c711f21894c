import type { SandboxClock } from "../clock.js";
import { conflict } from "./answers.js";
import type { Call } from "./operation.js";
import type { Customer, World } from "./state.js";

/** Takes on a job for a line, which must have none: it changes the line when its time has come, unless another took its place. */
export function start(call: Call, customer: Customer, name: string, ms: number, finish: (at: number) => void): void {
  if (customer.job) throw conflict(`Another request is in progress: ${customer.job.name}`);
  replace(call, customer, name, ms, finish);
}

/** The same, but whatever is under way is given up. */
export function replace(
  { later }: Pick<Call, "later">,
  customer: Customer,
  name: string,
  ms: number,
  finish: (at: number) => void,
): void {
  const job = { name };
  customer.job = job;
  later(ms, (at) => {
    if (customer.job !== job) return;
    customer.job = null;
    finish(at);
  });
}

export interface Timed {
  world: World;
  clock: SandboxClock;
}

/** Does something later; what follows from something that had fallen due counts from when that was due. */
export function later({ world, clock }: Timed, delayMs: number, run: (at: number) => void): void {
  world.due.push({ at: (world.catchingUp ?? clock.now()) + delayMs, run });
}

/** Does what has fallen due, and what falls due by that, in the order in which it was to happen. */
export function settle({ world, clock }: Timed): void {
  const now = clock.now();
  for (let due = nextDue(world, now); due; due = nextDue(world, now)) {
    world.catchingUp = due.at;
    due.run(due.at);
  }
  world.catchingUp = null;
}

function nextDue(world: World, now: number): World["due"][number] | undefined {
  const [first] = world.due.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
  if (first) world.due = world.due.filter((due) => due !== first);
  return first;
}

/** The same, and waits until every call back has been answered or given up. */
export async function settled(timed: Timed): Promise<void> {
  settle(timed);
  while (timed.world.inFlight.size > 0) await Promise.all(timed.world.inFlight);
}
