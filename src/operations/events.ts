import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { ObjectKey } from "../model/carrier.js";
import { EVENT_KINDS, type Event, type EventKind } from "../model/event.js";
import { OPERATION_STATES, TARGET_TYPES, type TargetType } from "../model/operation.js";
import { personal } from "../store/personal.js";
import { rows, type Sql, type Store } from "../store/sql.js";
import { Instant } from "./instant.js";
import { isAway } from "./store-watch.js";

/** Held by whoever writes an event, until it holds. */
export const EVENTS_LOCK = 7_203_412;

const CHANNEL = "events";
const PAGE = 500;
const RETRY_MS = 500;

const EventRow = z.object({
  seq: z.coerce.number(),
  at: Instant,
  account: z.string(),
  kind: z.enum(EVENT_KINDS),
  operation: z.string().nullable(),
  targetType: z.enum(TARGET_TYPES),
  target: z.string().nullable(),
  objectSeq: z.int(),
  state: z.enum(OPERATION_STATES).nullable(),
  observed: z.string().nullable(),
  typeRaw: z.string().nullable(),
});

/** Which events; everything given must hold. */
export interface EventFilter {
  readonly accounts?: readonly string[] | undefined;
  readonly kinds?: readonly EventKind[] | undefined;
  readonly target?: ObjectKey | undefined;
  readonly operation?: string | undefined;
}

const OBJECT = "coalesce(t.target, t.operation::text, '')";

/**
 * An event for the row of `told`, said to all replicas once it holds. Events are written one transaction after the
 * other, so that their numbers are in the order in which they can be read.
 */
const EVENT_OF_TOLD = `
  locked as materialized (select pg_advisory_xact_lock(${EVENTS_LOCK}) from told),
  numbered as (
    insert into event_objects as o (account, object, last) select t.account, ${OBJECT}, 1 from told t, locked
    on conflict (account, object) do update set last = o.last + 1 returning o.last
  ),
  inserted as (
    insert into events (at, account, kind, operation, target_type, target, object_seq, state, observed, type_raw)
    select clock_timestamp(), t.account, t.kind, t.operation, t.target_type, t.target, n.last, t.state, t.observed, t.type_raw
    from told t, numbered n returning seq
  )
  select pg_notify('${CHANNEL}', seq::text) from inserted`;

/**
 * The tail of a change: an event for an operation whose state is another now. Goes behind a `changed` of at most one row
 * of id, account, target, state and the state before, as `old`.
 */
export const EVENT_OF_CHANGE = `
  told as (
    select c.account, 'OPERATION_CHANGED' as kind, c.id as operation, null as target_type, c.target, c.state,
      null as observed, null as type_raw
    from changed c where c.old is distinct from c.state
  ), ${EVENT_OF_TOLD}`;

/** What else is told: never a change of an operation, which tells itself. */
export interface News {
  readonly account: string;
  readonly kind: Exclude<EventKind, "OPERATION_CHANGED">;
  readonly operation?: string | null;
  readonly target: { readonly type: TargetType; readonly native: string } | null;
  readonly observed?: string;
  readonly typeRaw?: string | null;
}

/** Writes an event beside what it tells of, in the same transaction. */
export async function tell(sql: Sql, { account, kind, operation, target, observed, typeRaw }: News): Promise<void> {
  await sql.run(
    `with told as (
       select $1::text as account, $2::text as kind, $3::uuid as operation, $4::text as target_type, $5::text as target,
         null::text as state, $6::text as observed, $7::text as type_raw
     ), ${EVENT_OF_TOLD}`,
    [
      account,
      kind,
      operation ?? null,
      target?.type ?? null,
      personal(target?.native),
      observed ?? null,
      typeRaw ?? null,
    ],
  );
}

/** Events behind a number, oldest first. */
export function eventsAfter(sql: Sql, after: number, filter: EventFilter, most: number): Promise<readonly Event[]> {
  const { accounts, kinds, target, operation } = filter;
  return rows(
    sql,
    EventRow,
    `select e.seq, e.at, e.account, e.kind, e.operation, coalesce(e.target_type, o.target_type, 'Endpoint') as "targetType",
       e.target, e.object_seq as "objectSeq", e.state, e.observed, e.type_raw as "typeRaw"
     from events e left join operations o on o.id = e.operation
     where e.seq > $1 and ($2::text[] is null or e.account = any($2)) and ($3::text is null or (e.target = $3 and e.account = $6))
       and ($4::uuid is null or e.operation = $4) and ($7::text[] is null or e.kind = any($7))
     order by e.seq limit $5`,
    [
      after,
      accounts ?? null,
      personal(target?.native),
      operation ?? null,
      most,
      target?.account ?? null,
      kinds ?? null,
    ],
  );
}

/** The number of the latest event; 0 when there is none. */
export async function latestEvent(sql: Sql): Promise<number> {
  const Latest = z.object({ seq: z.coerce.number() });
  const [latest] = await rows(sql, Latest, "select coalesce(max(seq), 0) as seq from events");
  return latest?.seq ?? 0;
}

/** Wakes who waits for events, here and when another replica writes them. */
export class EventFeed {
  readonly #waiting = new Set<() => void>();
  #stop: Promise<() => Promise<void>> | null = null;

  constructor(readonly store: Store) {}

  /**
   * All events behind a number, and then each that follows, for as long as the signal holds. The store is asked again
   * whenever something was said: what is missed by ear is found by number.
   */
  async *follow(after: number, filter: EventFilter, signal: AbortSignal): AsyncGenerator<Event, void> {
    await this.#listen();
    let seen = after;
    while (!signal.aborted) {
      const news = this.#news(signal);
      const events = await this.#read(seen, filter, signal);
      for (const event of events) {
        seen = event.seq;
        yield event;
      }
      if (events.length < PAGE) await news;
    }
  }

  async close(): Promise<void> {
    this.#wake();
    const stop = await this.#stop?.catch(() => null);
    await stop?.();
  }

  /** A store that goes comes back: who follows misses nothing meanwhile, and need not begin anew. */
  async #read(after: number, filter: EventFilter, signal: AbortSignal): Promise<readonly Event[]> {
    for (; !signal.aborted; await sleep(RETRY_MS, undefined, { signal }).catch(() => {})) {
      try {
        return await eventsAfter(this.store, after, filter, PAGE);
      } catch (error) {
        if (!isAway(error)) throw error;
      }
    }
    return [];
  }

  /** What could not be begun is tried again by the next who follows. */
  async #listen(): Promise<void> {
    this.#stop ??= this.store.listen(CHANNEL, () => this.#wake());
    try {
      await this.#stop;
    } catch (error) {
      this.#stop = null;
      throw error;
    }
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
  }

  /** Settles at the next news, or when the signal ends. Made before the store is asked, so that nothing falls between. */
  #news(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener("abort", wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener("abort", wake, { once: true });
    });
  }
}
