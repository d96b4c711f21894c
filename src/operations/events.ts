import { z } from "zod";
import type { ObjectKey } from "../model/carrier.js";
import { EVENT_KINDS, type Event } from "../model/event.js";
import { OPERATION_STATES, TARGET_TYPES } from "../model/operation.js";
import { rows, type Sql, type Store } from "../store/sql.js";
import { Instant } from "./instant.js";

const CHANNEL = "events";
const PAGE = 500;

const EventRow = z.object({
  seq: z.coerce.number(),
  at: Instant,
  account: z.string(),
  kind: z.enum(EVENT_KINDS),
  operation: z.string(),
  targetType: z.enum(TARGET_TYPES),
  target: z.string().nullable(),
  objectSeq: z.int(),
  state: z.enum(OPERATION_STATES),
});

/** Which events; everything given must hold. */
export interface EventFilter {
  readonly accounts?: readonly string[] | undefined;
  readonly target?: ObjectKey | undefined;
  readonly operation?: string | undefined;
}

/**
 * The tail of a change: an event for each operation whose state is another now, said to all replicas once it holds.
 * Events are written one transaction after the other, so that their numbers are in the order in which they can be read.
 * Goes behind a `changed` of id, account, target, state and the state before, as `old`.
 */
export const EVENT_OF_CHANGE = `
  locked as materialized (select pg_advisory_xact_lock(7203412) from changed where old is distinct from state),
  inserted as (
    insert into events (at, account, kind, operation, target, object_seq, state)
    select clock_timestamp(), c.account, 'OPERATION_CHANGED', c.id, c.target, 1 + coalesce((
      select max(e.object_seq) from events e
      where e.account = c.account and coalesce(e.target, e.operation::text) = coalesce(c.target, c.id::text)
    ), 0), c.state
    from changed c, locked returning seq
  )
  select pg_notify('${CHANNEL}', seq::text) from inserted`;

/** Events behind a number, oldest first. */
export function eventsAfter(sql: Sql, after: number, filter: EventFilter, most: number): Promise<readonly Event[]> {
  const { accounts, target, operation } = filter;
  return rows(
    sql,
    EventRow,
    `select e.seq, e.at, e.account, e.kind, e.operation, coalesce(o.target_type, 'Endpoint') as "targetType", e.target,
       e.object_seq as "objectSeq", e.state
     from events e join operations o on o.id = e.operation
     where e.seq > $1 and ($2::text[] is null or e.account = any($2)) and ($3::text is null or (e.target = $3 and e.account = $6))
       and ($4::uuid is null or e.operation = $4)
     order by e.seq limit $5`,
    [after, accounts ?? null, target?.native ?? null, operation ?? null, most, target?.account ?? null],
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
    this.#stop ??= this.store.listen(CHANNEL, () => this.#wake());
    await this.#stop;
    let seen = after;
    while (!signal.aborted) {
      const news = this.#news(signal);
      const events = await eventsAfter(this.store, seen, filter, PAGE);
      for (const event of events) {
        seen = event.seq;
        yield event;
      }
      if (events.length < PAGE) await news;
    }
  }

  async close(): Promise<void> {
    this.#wake();
    await (await this.#stop)?.();
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
