import { createHash, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "../errors.js";
import type { Event } from "../model/event.js";
import { type ActionName, hasEnded, type Operation, type OperationStep } from "../model/operation.js";
import type { Store } from "../store/sql.js";
import { type EventFeed, type EventFilter, eventsAfter, latestEvent } from "./events.js";
import * as records from "./records.js";
import { type Settlement, settle } from "./settlement.js";
import { stepsOf } from "./steps.js";
import type { Worker } from "./worker.js";

/** What a caller asks for. */
export interface Request {
  readonly action: ActionName;
  readonly account: string;
  readonly target: string | null;
  /** Two requests of one key on one account are never under way together. */
  readonly conflictKey: string;
  /** What the caller said; the same key must come with the same. */
  readonly asked: unknown;
  /** All that is needed to carry it out, also after a restart. */
  readonly wish: unknown;
  readonly idempotencyKey: string;
  readonly requestedBy: string;
}

/** What a request is known by before it is carried out. */
export type Asked = Omit<Request, "conflictKey" | "wish">;

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
    const id = replayOf(await records.operationByKey(this.store, request.requestedBy, request.idempotencyKey), request);
    return id === null ? null : this.#waitFor(id, waitMs);
  }

  /**
   * Carries a request out, once, however often it is made; answers with the operation as it stands after `waitMs` at the
   * latest. Throws IDEMPOTENCY_KEY_REUSED, and OPERATION_IN_PROGRESS or POSSIBLE_DUPLICATE with the operation in the way.
   */
  async request(request: Request, waitMs: number): Promise<Operation> {
    const { id, isNew } = await this.#accept(request);
    if (isNew) this.#start(id);
    return this.#waitFor(id, waitMs);
  }

  byId(id: string): Promise<Operation | null> {
    return records.operationById(this.store, id);
  }

  /** Operations on these objects that have not ended. */
  openOn(conflictKeys: readonly string[]): Promise<readonly records.OpenOperation[]> {
    return records.openOperations(this.store, conflictKeys);
  }

  stepsOf(id: string): Promise<readonly OperationStep[]> {
    return stepsOf(this.store, id);
  }

  /** Newest first, those before `before` in the order of their making. */
  list(filter: records.OperationFilter, most: number): Promise<readonly records.ListedOperation[]> {
    return records.listOperations(this.store, filter, most);
  }

  /** The operation in the way of an action on an object; null when there is none. */
  async blocker(action: ActionName, account: string, conflictKey: string): Promise<Failure | null> {
    const blocker = await records.blockerOf(this.store, { action, account, conflictKey });
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
    for await (const _ of this.feed.follow(from, { operation: id }, signal)) {
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
    const { account, conflictKey, requestedBy, idempotencyKey } = request;
    return this.store.transaction(async (sql) => {
      await sql.run("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`${account}\n${conflictKey}`]);
      const known = replayOf(await records.operationByKey(sql, requestedBy, idempotencyKey), request);
      if (known !== null) return { id: known, isNew: false };
      const blocker = await records.blockerOf(sql, request);
      if (blocker) throw blockedBy(blocker);
      const intent = { ...request, id: randomUUID(), requestHash: hashOf(request) };
      if (await records.insertIntent(sql, intent, this.worker.parts.timing.lease))
        return { id: intent.id, isNew: true };
      throw keyReused();
    });
  }

  /** A failure here is of the store: the operation falls due and is taken up again. */
  #start(id: string): void {
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

type Known = Awaited<ReturnType<typeof records.operationByKey>>;

function replayOf(known: Known, request: Asked): string | null {
  if (known === null || known.requestHash === hashOf(request)) return known?.id ?? null;
  throw keyReused();
}

const keyReused = (): Failure =>
  new Failure("IDEMPOTENCY_KEY_REUSED", "idempotencyKey: was used for another request.", {
    field: ["input", "idempotencyKey"],
    hint: "Use a new key for a new request, and the same key only to repeat the same one.",
  });

/** Equal requests have equal hashes; the order of members does not matter. */
function hashOf({ action, account, target, asked }: Asked): string {
  return createHash("sha256")
    .update(JSON.stringify([action, account, target, sorted(asked)]))
    .digest("hex");
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => [key, sorted(member)]);
}

/** What an open operation says to another action on its object: wait for it, or settle it. */
export function blockedBy({ id, state, action }: Operation): Failure {
  const isUnknown = state === "OUTCOME_UNKNOWN";
  const code = isUnknown ? "POSSIBLE_DUPLICATE" : "OPERATION_IN_PROGRESS";
  const what = isUnknown ? "has an unknown outcome" : "is under way";
  return new Failure(code, `${action} ${what} on this object.`, { operation: id });
}
