import { randomUUID } from "node:crypto";
import type { Accounts } from "../datasources/accounts.js";
import type { CallContext, Writes } from "../datasources/carrier.js";
import type { Action, PerformContext, Seen } from "../lifecycle/action.js";
import { type ActionName, hasEnded, type Operation } from "../model/operation.js";
import type { Sql, Store } from "../store/sql.js";
import { move, rowStates } from "./children.js";
import { openAddress } from "./inbox.js";
import * as leases from "./leases.js";
import { noteState, type Observed, observing } from "./observed.js";
import * as records from "./records.js";
import { type Sealer, sealResult } from "./sealing.js";
import { cleared, Secrets } from "./secrets.js";
import * as steps from "./steps.js";
import type { Timing } from "./timing.js";
import {
  type Ended,
  INTERRUPTED,
  neverSent,
  ofFailure,
  ofObservation,
  ofResult,
  ofRows,
  type Verdict,
} from "./verdicts.js";

export interface WorkerParts {
  readonly accounts: Accounts;
  /** What each account can be made to do. */
  readonly writes: ReadonlyMap<string, Writes>;
  readonly actions: Readonly<Record<ActionName, Action>>;
  readonly timing: Timing;
  /** Where carriers reach this server; absent, they are given no address to call back. */
  readonly publicUrl: string | undefined;
  /** Seals what only the caller may see, and what nobody may guess. */
  readonly sealer: Sealer;
}

/** All that a write is made with. */
interface Sent {
  readonly wish: unknown;
  readonly secret: unknown;
  readonly call: PerformContext;
}

/** Carries operations out: the one write of each, and then only reads until it is known what became of it. */
export class Worker {
  readonly #owner = randomUUID();
  /** Held by this very process: a lease that has run out behind a slow store gives no second one. */
  readonly #inHand = new Set<string>();
  /** What the operations that this process was asked for are sent with. */
  readonly secrets = new Secrets();

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
      if (await leases.claim(this.store, id, this.#owner, timing.lease)) await this.#hold(id);
      // Ended, or held by another process, which calls off what it has no secret for.
      this.secrets.drop(id);
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
      await leases.release(this.store, id, this.#owner);
    }
  }

  #keep(id: string): void {
    leases.claim(this.store, id, this.#owner, this.parts.timing.lease).catch(() => {});
  }

  async #advance(operation: Operation): Promise<void> {
    const { id } = operation;
    const step = (await steps.stepsOf(this.store, id)).at(-1);
    const wish = await records.wishOf(this.store, id);
    if (step === undefined) return this.#perform(operation, wish);
    if (step.endedAt === null) await steps.endStep(this.store, id, step.number, INTERRUPTED);
    const state = step.endedAt === null ? "OUTCOME_UNKNOWN" : operation.state;
    const { change, rows } = await this.#look({ ...operation, state }, wish, step.startedAt);
    await this.store.transaction((sql) => move(sql, id, change, rows));
  }

  /** What has become of it by now: by its rows when it has any, else by reading the carrier. */
  async #look(operation: Operation, wish: unknown, startedAt: string): Promise<Verdict> {
    const states = await rowStates(this.store, operation.id);
    if (states.length > 0) return { change: ofRows(states), rows: [] };
    const seen = await this.#observe(operation, wish);
    const ageSeconds = secondsSince(startedAt) ?? 0;
    // Only what has an address of its own is told of its own end; what is told of an account may be about anything.
    const hasOwnAddress = this.parts.actions[operation.action].takesCallback;
    const toldSeconds = hasOwnAddress ? secondsSince(operation.calledBackAt) : null;
    return ofObservation(seen, { state: operation.state, ageSeconds, toldSeconds }, this.parts.timing);
  }

  /**
   * The intent is stored, the step is stored, and only then is the carrier called: by the one that has begun it, within
   * the time that counts from before that.
   */
  async #perform(operation: Operation, wish: unknown): Promise<void> {
    const { id } = operation;
    const call = this.#callOf(id);
    const secret = this.secrets.of(id);
    const begun = await this.store.transaction((sql) => this.#begin(sql, operation, { wish, secret }));
    if (begun === null) return;
    const { callbackUrl } = begun;
    const { end, change, rows } = await this.#call(operation, { wish, secret, call: { ...call, callbackUrl } });
    this.secrets.drop(id);
    await this.store.transaction(async (sql) => {
      await steps.endStep(sql, id, begun.number, end);
      await move(sql, id, change, rows);
    });
  }

  /** Null when it may not be begun: by another, or by nobody any more, which calls it off. */
  async #begin(sql: Sql, operation: Operation, { wish, secret }: Pick<Sent, "wish" | "secret">) {
    const { actions, timing } = this.parts;
    const { id, action } = operation;
    const intent = await leases.mayBegin(sql, id, this.#owner, timing.beginWithin);
    if (intent === null) return null;
    const isLost = wish === undefined || (actions[action].needsSecret && secret === undefined);
    if (intent.isExpired || isLost) {
      const why = isLost ? "what it needs is not stored, and is lost." : "nobody began it in time.";
      await records.changeOperation(sql, id, neverSent(why));
      return null;
    }
    await records.changeOperation(sql, id, { state: "RUNNING", nextCheckSeconds: timing.lease });
    const callbackUrl = await this.#callbackUrlOf(sql, operation);
    return { number: await steps.beginStep(sql, id, action), callbackUrl };
  }

  /** The one write. What the carrier says back of a secret is not kept, and what it gives out is kept under seal. */
  async #call({ id, account, action }: Operation, { wish, secret, call }: Sent): Promise<Ended> {
    const { writes, actions, timing, sealer } = this.parts;
    try {
      const performed = await actions[action].perform(writes.get(account) ?? {}, wish, call, secret);
      const { change, ...ended } = cleared(ofResult(performed, timing), secret);
      const sealedResult = performed.result ? sealResult(sealer, id, performed.result) : null;
      return { ...ended, change: { ...change, sealedResult } };
    } catch (error) {
      return cleared(ofFailure(error, timing), secret);
    }
  }

  async #callbackUrlOf(sql: Sql, operation: Operation): Promise<string | null> {
    const { actions, publicUrl, timing } = this.parts;
    if (publicUrl === undefined || !actions[operation.action].takesCallback) return null;
    return openAddress(sql, operation, publicUrl, timing.callbackWithin);
  }

  /**
   * What cannot be read now is not known now; what a later action may have undone, or another one like it may have done,
   * tells nothing of this one.
   */
  async #observe({ id, account, action, target, state, reference }: Operation, wish: unknown): Promise<Seen> {
    const { accounts, actions } = this.parts;
    const shown = new Map<string, Observed>();
    try {
      const reads = observing(accounts.get(account).reads, (observed) => shown.set(observed.native, observed));
      const seen = await actions[action].observe(reads, wish, this.#callOf(id), reference, target);
      const own = shown.get(target ?? "");
      if (own) await noteState(this.store, account, own);
      const { isFollowed, hasTwin } = await records.companyOf(this.store, id);
      if (seen === "NOT_REACHED") return isFollowed ? "UNKNOWN" : seen;
      const isThere = seen === "REACHED" || (typeof seen === "object" && "target" in seen);
      return isThere && hasTwin && state === "OUTCOME_UNKNOWN" ? "UNKNOWN" : seen;
    } catch {
      return "UNKNOWN";
    }
  }

  /** Calls of an operation belong to nobody who waits for it: no one's leaving ends them. */
  #callOf(operation: string): CallContext {
    const deadlineAt = Date.now() + this.parts.timing.call * 1000;
    return { requestId: operation, signal: new AbortController().signal, deadlineAt, isFirstHand: true };
  }
}

const secondsSince = (instant: string | null): number | null =>
  instant === null ? null : (Date.now() - Date.parse(instant)) / 1000;
