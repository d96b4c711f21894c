import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "../errors.js";
import type { Result } from "../lifecycle/action.js";
import type { Event } from "../model/event.js";
import { type ActionName, hasEnded, type Operation, type OperationStep } from "../model/operation.js";
import type { Sql, Store } from "../store/sql.js";
import { type EventFeed, type EventFilter, eventsAfter, latestEvent } from "./events.js";
import * as records from "./records.js";
import { hashOf, openResult } from "./sealing.js";
import { type Settlement, settle } from "./settlement.js";
import { stepsOfEach } from "./steps.js";
import type { Worker } from "./worker.js";

/** What a caller asks for. */
export interface Request {
  readonly action: ActionName;
  readonly account: string;
  readonly target: string | null;
  /** Two requests of one key on one account are never under way together. */
  readonly conflictKey: string;
  /** For a bulk, the conflict keys of its rows. */
  readonly partKeys?: readonly string[];
  /** What the caller said; the same key must come with the same. Only a hash of it is kept. */
  readonly asked: unknown;
  /** What he said that is never stored, where the action is sent with such a thing; the same key must come with the same. */
  readonly secret?: unknown;
  /** All that is needed to carry it out, also after a restart. */
  readonly wish: unknown;
  /** It is wanted though an equal one, of unknown outcome, may have done it already. */
  readonly isDuplicateAllowed: boolean;
  /** Exactly the same is done once at most, whatever the key: no, unless it says so. */
  readonly isOnce?: boolean;
  readonly idempotencyKey: string;
  readonly requestedBy: string;
}

/** What a request is known by before it is carried out. */
export type Asked = Omit<Request, "conflictKey" | "partKeys" | "wish" | "isDuplicateAllowed" | "isOnce">;

const POLL_MS = 100;

/** Takes requests for actions: stores each before anything is done, and answers with how far it has come. */
export class Engine {
  readonly #running = new Set<Promise<void>>();

  constructor(
    readonly store: Store,
    readonly worker: Worker,
    readonly feed: EventFeed,
  ) {}

  /** The operation that a key of this caller stands for already. Throws IDEMPOTENCY_KEY_REUSED when it was for something else. */
  async replayed(request: Asked, waitMs: number): Promise<Operation | null> {
    const id = await this.#known(this.store, request);
    return id === null ? null : this.#waitFor(id, waitMs);
  }

  /**
   * Carries a request out, once, however often it is made; answers with the operation as it stands after `waitMs` at the
   * latest. Throws IDEMPOTENCY_KEY_REUSED, and OPERATION_IN_PROGRESS, POSSIBLE_DUPLICATE or ALREADY_EXISTS with the operation in the way.
   */
  async request(request: Request, waitMs: number): Promise<Operation> {
    const { id, isNew } = await this.#accept(request);
    if (isNew) this.#start(id, request.secret);
    return this.#waitFor(id, waitMs);
  }

  byId(id: string): Promise<Operation | null> {
    return records.operationById(this.store, id);
  }

  /** Those of many that there are, in no order. */
  byIds(ids: readonly string[]): Promise<readonly Operation[]> {
    return records.operationsByIds(this.store, ids);
  }

  /** What the carrier gave out; null when it gave nothing, or not yet. Not for everybody who may see the operation. */
  async resultOf({ id, action }: Pick<Operation, "id" | "action">): Promise<Result | null> {
    const sealed = await records.sealedResultOf(this.store, id);
    const { sealer, actions } = this.worker.parts;
    const schema = actions[action].result;
    return sealed === null || schema === null ? null : openResult(sealer, id, sealed, schema);
  }

  /** The rows of a bulk behind a number, in the order in which they were asked for. */
  childrenOf(id: string, after: number, most: number): Promise<readonly records.ListedOperation[]> {
    return records.listChildren(this.store, id, after, most);
  }

  /** Operations on these objects that have not ended. */
  openOn(conflictKeys: readonly string[]): Promise<readonly records.OpenOperation[]> {
    return records.openOperations(this.store, conflictKeys);
  }

  /** The carrier calls of many operations; one that has made none is left out. */
  stepsOfEach(ids: readonly string[]): Promise<ReadonlyMap<string, readonly OperationStep[]>> {
    return stepsOfEach(this.store, ids);
  }

  /** Newest first, those before `before` in the order of their making. */
  list(filter: records.OperationFilter, most: number): Promise<readonly records.ListedOperation[]> {
    return records.listOperations(this.store, filter, most);
  }

  /** The operation in the way of an action on an object; null when there is none. */
  async blocker(conflicting: records.Conflicting): Promise<Failure | null> {
    const blocker = await records.blockerOf(this.store, conflicting);
    return blocker && blockedBy(blocker);
  }

  eventsAfter(after: number, filter: EventFilter, most: number): Promise<readonly Event[]> {
    return eventsAfter(this.store, after, filter, most);
  }

  latestEvent(): Promise<number> {
    return latestEvent(this.store);
  }

  followEvents(after: number, filter: EventFilter, signal: AbortSignal): AsyncGenerator<Event, void> {
    return this.feed.follow(after, filter, signal);
  }

  /** The operation as it is, and then at each change, until it has ended. */
  async *followOperation(id: string, signal: AbortSignal): AsyncGenerator<Operation, void> {
    const from = await latestEvent(this.store);
    const now = await this.byId(id);
    if (now === null) return;
    yield now;
    if (hasEnded(now)) return;
    for await (const _ of this.feed.follow(from, { operation: id, kinds: ["OPERATION_CHANGED"] }, signal)) {
      const operation = await this.byId(id);
      if (operation) yield operation;
      if (operation && hasEnded(operation)) return;
    }
  }

  /** A person's word on an operation of unknown outcome. Throws NOT_FOUND, and STATE_CHANGED when it is known by now. */
  settle(id: string, settlement: Settlement): Promise<void> {
    return settle(this.store, id, settlement);
  }

  /** Waits for what this process is carrying out. */
  async idle(): Promise<void> {
    await Promise.all(this.#running);
  }

  #accept(request: Request): Promise<{ id: string; isNew: boolean }> {
    const { account, conflictKey, secret, asked, isOnce, ...others } = request;
    return this.store.transaction(async (sql) => {
      await lockObjects(sql, request);
      const known = await this.#known(sql, request);
      if (known !== null) return { id: known, isNew: false };
      const blocker = await records.blockerOf(sql, request);
      if (blocker) throw blockedBy(blocker);
      const { sealer, timing } = this.worker.parts;
      const requestHash = hashOf(request, sealer);
      const same = isOnce ? await records.sameBefore(sql, request, requestHash) : null;
      if (same) throw doneBefore(same);
      const id = randomUUID();
      const intent = { ...others, id, account, conflictKey, requestHash };
      if (await records.insertIntent(sql, intent, timing.lease)) return { id, isNew: true };
      throw keyReused();
    });
  }

  async #known(sql: Sql, request: Asked): Promise<string | null> {
    const known = await records.operationByKey(sql, request.requestedBy, request.idempotencyKey);
    if (known === null || known.requestHash === hashOf(request, this.worker.parts.sealer)) return known?.id ?? null;
    throw keyReused();
  }

  /** A failure here is of the store: the operation falls due and is taken up again. */
  #start(id: string, secret: unknown): void {
    if (secret !== undefined) this.worker.secrets.keep(id, secret, this.worker.parts.timing.beginWithin);
    const run: Promise<void> = this.worker
      .takeUp(id)
      .catch(() => {})
      .finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  async #waitFor(id: string, waitMs: number): Promise<Operation> {
    for (const until = Date.now() + waitMs; ; await sleep(POLL_MS)) {
      const operation = await records.operationById(this.store, id);
      if (operation === null) throw new Failure("INTERNAL", "The operation is gone from the store.");
      const isSettled = hasEnded(operation) || operation.state === "OUTCOME_UNKNOWN";
      if (isSettled || Date.now() >= until) return operation;
    }
  }
}

/** One request after the other for each object: always in the same order, so that no two wait for each other. */
async function lockObjects(sql: Sql, { account, conflictKey, partKeys = [] }: Request): Promise<void> {
  for (const key of [conflictKey, ...partKeys].toSorted()) {
    await sql.run("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`${account}\n${key}`]);
  }
}

const keyReused = (): Failure =>
  new Failure("IDEMPOTENCY_KEY_REUSED", "input.idempotencyKey: was used for another request.", {
    field: ["input", "idempotencyKey"],
    hint: "Use a new key for a new request, and the same key only to repeat the same one.",
  });

const doneBefore = ({ id }: Operation): Failure =>
  new Failure("ALREADY_EXISTS", "input.quote: was accepted already.", {
    field: ["input", "quote"],
    operation: id,
    hint: "See that operation. Ask for a new quote to buy once more.",
  });

/** What an open operation says to another action on its object: wait for it, or settle it. */
export function blockedBy({ id, state, action }: Operation): Failure {
  const isUnknown = state === "OUTCOME_UNKNOWN";
  const code = isUnknown ? "POSSIBLE_DUPLICATE" : "OPERATION_IN_PROGRESS";
  const what = isUnknown ? "has an unknown outcome" : "is under way";
  return new Failure(code, `${action} ${what} on this object.`, { operation: id });
}
