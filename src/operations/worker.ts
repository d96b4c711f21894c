import { randomUUID } from "node:crypto";
import type { Accounts } from "../datasources/accounts.js";
import type { CallContext, Writes } from "../datasources/carrier.js";
import type { Action, Seen } from "../lifecycle/action.js";
import { type ActionName, hasEnded, type Operation } from "../model/operation.js";
import type { Sql, Store } from "../store/sql.js";
import { openAddress } from "./inbox.js";
import * as records from "./records.js";
import * as steps from "./steps.js";
import type { Timing } from "./timing.js";
import { INTERRUPTED, ofFailure, ofObservation, ofResult } from "./verdicts.js";

export interface WorkerParts {
  readonly accounts: Accounts;
  /** What each account can be made to do. */
  readonly writes: ReadonlyMap<string, Writes>;
  readonly actions: Readonly<Record<ActionName, Action>>;
  readonly timing: Timing;
  /** Where carriers reach this server; absent, they are given no address to call back. */
  readonly publicUrl: string | undefined;
}

/** Carries operations out: the one write of each, and then only reads until it is known what became of it. */
export class Worker {
  readonly #owner = randomUUID();
  /** Held by this very process: a lease that has run out behind a slow store gives no second one. */
  readonly #inHand = new Set<string>();

  constructor(
    readonly store: Store,
    readonly parts: WorkerParts,
  ) {}

  /** Takes an operation up where it stands. Does nothing when it has ended, or when it is held already, here or elsewhere. */
  async takeUp(id: string): Promise<void> {
    const { timing } = this.parts;
    if (this.#inHand.has(id)) return;
    this.#inHand.add(id);
    try {
      if (await records.claim(this.store, id, this.#owner, timing.lease)) await this.#hold(id);
    } finally {
      this.#inHand.delete(id);
    }
  }

  async #hold(id: string): Promise<void> {
    const beat = setInterval(() => this.#keep(id), this.parts.timing.lease * 333);
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
    const step = (await steps.stepsOf(this.store, operation.id)).at(-1);
    const wish = await records.wishOf(this.store, operation.id);
    if (step === undefined) return this.#perform(operation, wish);
    const state = step.endedAt === null ? "OUTCOME_UNKNOWN" : operation.state;
    if (step.endedAt === null) await steps.endStep(this.store, operation.id, step.number, INTERRUPTED);
    const ageSeconds = secondsSince(step.startedAt) ?? 0;
    const seen = await this.#observe(operation, wish);
    const toldSeconds = secondsSince(operation.calledBackAt);
    const change = ofObservation(seen, { state, ageSeconds, toldSeconds }, this.parts.timing);
    await records.changeOperation(this.store, operation.id, change);
  }

  /**
   * The intent is stored, the step is stored, and only then is the carrier called: by the one that has begun it, within
   * the time that counts from before that.
   */
  async #perform(operation: Operation, wish: unknown): Promise<void> {
    const { writes, actions, timing } = this.parts;
    const { id, account, action } = operation;
    const call = this.#callOf(id);
    const begun = await this.store.transaction(async (sql) => {
      if (!(await records.mayBegin(sql, id, this.#owner))) return null;
      await records.changeOperation(sql, id, { state: "RUNNING", nextCheckSeconds: timing.lease });
      const callbackUrl = await this.#callbackUrlOf(sql, operation);
      return { number: await steps.beginStep(sql, id, action), callbackUrl };
    });
    if (begun === null) return;
    const { number, callbackUrl } = begun;
    const ended = await actions[action]
      .perform(writes.get(account) ?? {}, wish, { ...call, callbackUrl })
      .then((result) => ofResult(result, timing))
      .catch((error: unknown) => ofFailure(error, timing));
    await this.store.transaction(async (sql) => {
      await steps.endStep(sql, id, number, ended.end);
      await records.changeOperation(sql, id, ended.change);
    });
  }

  async #callbackUrlOf(sql: Sql, operation: Operation): Promise<string | null> {
    const { actions, publicUrl, timing } = this.parts;
    if (publicUrl === undefined || !actions[operation.action].takesCallback) return null;
    return openAddress(sql, operation, publicUrl, timing.callbackWithin);
  }

  /** What cannot be read now is not known now; what a later action may have undone tells nothing of this one. */
  async #observe({ id, account, action, reference }: Operation, wish: unknown): Promise<Seen> {
    const { accounts, actions } = this.parts;
    try {
      const seen = await actions[action].observe(accounts.get(account).reads, wish, this.#callOf(id), reference);
      return seen === "NOT_REACHED" && (await records.isFollowed(this.store, id)) ? "UNKNOWN" : seen;
    } catch {
      return "UNKNOWN";
    }
  }

  /** Calls of an operation belong to nobody who waits for it: no one's leaving ends them. */
  #callOf(operation: string): CallContext {
    const deadlineAt = Date.now() + this.parts.timing.call * 1000;
    return { requestId: operation, signal: new AbortController().signal, deadlineAt };
  }
}

const secondsSince = (instant: string | null): number | null =>
  instant === null ? null : (Date.now() - Date.parse(instant)) / 1000;
