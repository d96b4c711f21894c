import { randomUUID } from "node:crypto";
import type { Accounts } from "../datasources/accounts.js";
import type { CallContext, Writes } from "../datasources/carrier.js";
import type { Action } from "../lifecycle/action.js";
import { type ActionName, hasEnded, type Operation } from "../model/operation.js";
import type { Store } from "../store/sql.js";
import * as records from "./records.js";
import type { Timing } from "./timing.js";
import { INTERRUPTED, ofFailure, ofObservation, ofResult } from "./verdicts.js";

/** A write may take this long; an observation too. */
const CALL_MS = 200_000;

export interface WorkerParts {
  readonly accounts: Accounts;
  /** What each account can be made to do. */
  readonly writes: ReadonlyMap<string, Writes>;
  readonly actions: Readonly<Record<ActionName, Action>>;
  readonly timing: Timing;
}

/** Carries operations out: the one write of each, and then only reads until it is known what became of it. */
export class Worker {
  readonly #owner = randomUUID();

  constructor(
    readonly store: Store,
    readonly parts: WorkerParts,
  ) {}

  /** Takes an operation up where it stands. Does nothing when it has ended, or when another process holds it. */
  async takeUp(id: string): Promise<void> {
    const { timing } = this.parts;
    if (!(await records.claim(this.store, id, this.#owner, timing.lease))) return;
    const beat = setInterval(() => this.#keep(id), timing.lease * 333);
    try {
      const operation = await records.operationById(this.store, id);
      if (operation && !hasEnded(operation)) await this.#advance(operation);
    } finally {
      clearInterval(beat);
      await records.release(this.store, id, this.#owner);
    }
  }

  #keep(id: string): void {
    records.claim(this.store, id, this.#owner, this.parts.timing.lease).catch(() => {});
  }

  async #advance(operation: Operation): Promise<void> {
    const step = (await records.stepsOf(this.store, operation.id)).at(-1);
    const wish = await records.wishOf(this.store, operation.id);
    if (step === undefined) return this.#perform(operation, wish);
    const state = step.endedAt === null ? "OUTCOME_UNKNOWN" : operation.state;
    if (step.endedAt === null) await records.endStep(this.store, operation.id, step.number, INTERRUPTED);
    const ageSeconds = (Date.now() - Date.parse(step.startedAt)) / 1000;
    const seen = await this.#observe(operation, wish);
    await records.changeOperation(this.store, operation.id, ofObservation(seen, state, ageSeconds, this.parts.timing));
  }

  /** The intent is stored, the step is stored, and only then is the carrier called. */
  async #perform({ id, account, action }: Operation, wish: unknown): Promise<void> {
    const { writes, actions, timing } = this.parts;
    const number = await this.store.transaction(async (sql) => {
      await records.changeOperation(sql, id, { state: "RUNNING", nextCheckSeconds: timing.lease });
      return records.beginStep(sql, id, action);
    });
    const ended = await actions[action]
      .perform(writes.get(account) ?? {}, wish, callOf(id))
      .then((result) => ofResult(result, timing))
      .catch((error: unknown) => ofFailure(error, timing));
    await this.store.transaction(async (sql) => {
      await records.endStep(sql, id, number, ended.end);
      await records.changeOperation(sql, id, ended.change);
    });
  }

  /** What cannot be read now is not known now. */
  async #observe({ id, account, action }: Operation, wish: unknown) {
    const { accounts, actions } = this.parts;
    return actions[action].observe(accounts.get(account).reads, wish, callOf(id)).catch(() => "UNKNOWN" as const);
  }
}

/** Calls of an operation belong to nobody who waits for it: no one's leaving ends them. */
const callOf = (operation: string): CallContext => ({
  requestId: operation,
  signal: new AbortController().signal,
  deadlineAt: Date.now() + CALL_MS,
});
