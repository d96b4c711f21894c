import { randomUUID } from "node:crypto";
import { z } from "zod";
import { row, type Store } from "../store/sql.js";
import { every } from "./chores.js";
import type { Chore } from "./rounds.js";

const BEAT_MS = 3_000;
/** Who has not been heard of for so long is gone; longer than a store may be away for a moment. */
const GONE_SECONDS = 15;

export interface Presence extends Chore {
  /** Lets the others have this one's part at once. */
  leave(): Promise<void>;
}

/**
 * Tells the processes on one store of each other, every few seconds, and how many there are. While the store is away the
 * last number holds.
 */
export function presence(store: Store, tell: (replicas: number) => void, beatMs = BEAT_MS): Presence {
  const id = randomUUID();
  return {
    ...every(beatMs, async () => tell(await beat(store, id))),
    leave: async () => {
      await store.run("delete from replicas where id = $1", [id]);
    },
  };
}

const Count = z.object({ count: z.int() });

/** All parts of the statement see the others as they were before it. */
async function beat(store: Store, id: string): Promise<number> {
  const alive = await row(
    store,
    Count,
    `with beat as (
       insert into replicas (id, seen_at) values ($1, now()) on conflict (id) do update set seen_at = excluded.seen_at
     ), gone as (
       delete from replicas where id <> $1 and seen_at < now() - make_interval(secs => $2)
     )
     select 1 + count(*)::int as count from replicas where id <> $1 and seen_at >= now() - make_interval(secs => $2)`,
    [id, GONE_SECONDS],
  );
  return alive?.count ?? 1;
}
