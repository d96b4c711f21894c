import { randomUUID } from "node:crypto";
import { z } from "zod";
import { row, type Store } from "../store/sql.js";
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
  let nextAt = 0;
  return {
    most: 1,
    due: async () => {
      if (Date.now() < nextAt) return [];
      nextAt = Date.now() + beatMs;
      return [async () => tell(await beat(store, id))];
    },
    leave: async () => {
      await store.run("delete from replicas where id = $1", [id]);
    },
  };
}

const Count = z.object({ count: z.int() });

async function beat(store: Store, id: string): Promise<number> {
  await store.run(
    "insert into replicas (id, seen_at) values ($1, now()) on conflict (id) do update set seen_at = excluded.seen_at",
    [id],
  );
  await store.run("delete from replicas where seen_at < now() - make_interval(secs => $1)", [GONE_SECONDS]);
  const alive = await row(store, Count, "select count(*)::int as count from replicas");
  return Math.max(1, alive?.count ?? 1);
}
