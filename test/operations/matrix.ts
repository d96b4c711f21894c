import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import type { Sandbox } from "../../sandbox/types.js";
import { FAULTS, type Fault } from "./faults.js";
import type { Gate } from "./gate.js";
import type { Caller, OperationView } from "./support.js";

/** A mutation with its one write, for all faults to strike. */
export interface Target {
  readonly mutation: string;
  /** The write, by the carrier's name. */
  readonly write: string;
  /** Changes at the carrier when it is done once. */
  readonly changes: number;
  /** Whether the carrier lets us see that it was done, and that it was not. */
  readonly isSeenDone: boolean;
  readonly isSeenUndone: boolean;
  /** A status of success is all that the carrier answers with, and so enough. */
  readonly isStatusEnough?: true;
}

/** Where a mutation is struck. */
export interface Place {
  readonly sandbox: Sandbox;
  readonly caller: Caller;
  /** The door before the carrier, and how many calls go through it before the write. */
  readonly gate: Gate | null;
  readonly reads: number;
}

/** What a fault makes of a mutation, and of the same key when it comes again. */
export interface Blow {
  readonly first: OperationView;
  readonly again: OperationView;
  /** Changes at the carrier. */
  readonly done: number;
  /** Times that the write came to the carrier. */
  readonly sent: number;
}

export interface End extends Blow {
  readonly last: OperationView;
}

export const NAMES = Object.keys(FAULTS);

/** A fault by its name. Throws for one that there is not. */
export function faultOf(name: string): Fault {
  const fault = FAULTS[name];
  if (!fault) throw new Error(`there is no fault ${name}`);
  return fault;
}

const count = (all: readonly { readonly operation: string }[], write: string): number =>
  all.filter(({ operation }) => operation === write).length;

/** Asks once with a fault under way, and once more by the same key. Waits until a change that comes late has come. */
export async function strike(target: Target, name: string, body: object, place: Place): Promise<Blow> {
  const { mutation, write, changes } = target;
  const { sandbox, caller, gate, reads } = place;
  const { fault, isDone } = faultOf(name);
  const before = { done: count(sandbox.ledger, write), sent: count(sandbox.calls, write) };
  if (fault === null) await gate?.shutAfter(reads);
  else sandbox.faults.add({ operation: write, times: 1, fault });
  const first = (await caller.mutate(mutation, body)).operation;
  if (fault === null) await gate?.open();
  const again = (await caller.mutate(mutation, { ...body, waitFor: 0 })).operation;
  if (!first || !again) throw new Error(`${mutation} was refused under ${name}`);
  const done = () => count(sandbox.ledger, write) - before.done;
  for (let turns = 0; isDone && done() < changes && turns < 100; turns++) await sleep(20);
  return { first, again, done: done(), sent: count(sandbox.calls, write) - before.sent };
}

/** What must become of it. */
export function endOf({ isSeenDone, isSeenUndone, isStatusEnough }: Target, name: string): string {
  const { isDone, isRefusal, isStatusAlone } = faultOf(name);
  if (isStatusAlone && isStatusEnough) return "SUCCEEDED";
  if (isDone) return isSeenDone ? "SUCCEEDED" : "OUTCOME_UNKNOWN";
  return isRefusal || isSeenUndone ? "FAILED" : "OUTCOME_UNKNOWN";
}

/** How it ends; where it does not, or must not, how it stands when the carrier's silence would long be an answer. */
export async function lastOf(target: Target, name: string, first: OperationView, caller: Caller, settleAfter: number) {
  await sleep(1_000 * (settleAfter + 1));
  const now = () => caller.operation(first.id);
  return endOf(target, name) === "OUTCOME_UNKNOWN" ? now() : caller.ended(first.id, 30_000).catch(now);
}

/** What holds of every end of a mutation. */
export function itHolds(target: Target, found: (name: string) => End): void {
  it.each(Object.entries(FAULTS))("after %s claims nothing that is not known", (name, fault) => {
    const claims = fault.isDone ? ["OUTCOME_UNKNOWN", "SUCCEEDED"] : ["OUTCOME_UNKNOWN", "FAILED"];
    expect(fault.isRefusal ? ["FAILED"] : claims).toContain(found(name).first.state);
  });

  it.each(Object.entries(FAULTS))(
    "G-08 after %s is written at most once, also when the key comes again",
    (name, fault) => {
      const { first, again, done, sent } = found(name);
      expect(done).toBe(fault.isDone ? target.changes : 0);
      // A carrier that has asked for fewer calls may be left alone.
      expect(fault.isRefusal ? [0, 1] : [1]).toContain(sent);
      expect(again.id).toBe(first.id);
    },
  );

  it.each(NAMES)("after %s ends as the carrier's ledger says, or says that nobody knows", (name) => {
    expect(found(name).last.state).toBe(endOf(target, name));
  });
}
