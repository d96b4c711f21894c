import { z } from "zod";
import type { Reads } from "../datasources/carrier.js";
import type { TargetType } from "../model/operation.js";
import { personal } from "../store/personal.js";
import { row, type Store } from "../store/sql.js";
import { EVENTS_LOCK, tell } from "./events.js";

/** An object as it was read, by its state alone. */
export interface Observed {
  readonly type: TargetType;
  readonly native: string;
  readonly state: string;
}

const ObservedRow = z.object({ observed: z.string().nullable() });

/** Keeps the state that an object was last found in, and tells it when it is another one than before, or the first. */
export async function noteState(store: Store, account: string, { type, native, state }: Observed): Promise<void> {
  const known = await row(store, ObservedRow, "select observed from event_objects where account = $1 and object = $2", [
    account,
    personal(native),
  ]);
  if (known?.observed === state) return;
  await store.transaction(async (sql) => {
    await sql.run(`select pg_advisory_xact_lock(${EVENTS_LOCK})`);
    const changed = await sql.run(
      `insert into event_objects as o (account, object, last, observed) values ($1, $2, 0, $3)
       on conflict (account, object) do update set observed = $3 where o.observed is distinct from $3 returning last`,
      [account, personal(native), state],
    );
    if (changed.length === 0) return;
    await tell(sql, { account, kind: "STATE_OBSERVED", target: { type, native }, observed: state });
  });
}

/** The same reads, of which each that shows one object's state also says it. Reads are plain functions, without a `this`. */
export function observing(reads: Reads, saw: (observed: Observed) => void): Reads {
  const { endpoints, sims, subscribers } = reads;
  const told =
    <Found extends { readonly key: { readonly native: string }; readonly state: string }, Args extends unknown[]>(
      type: TargetType,
      read: (...args: Args) => Promise<Found | null>,
    ) =>
    async (...args: Args): Promise<Found | null> => {
      const found = await read(...args);
      if (found) saw({ type, native: found.key.native, state: found.state });
      return found;
    };
  return {
    ...reads,
    ...(endpoints && { endpoints: { ...endpoints, profile: told("Endpoint", endpoints.profile) } }),
    ...(sims && { sims: { ...sims, byIccid: told("Sim", sims.byIccid) } }),
    ...(subscribers && { subscribers: { ...subscribers, byId: told("Subscriber", subscribers.byId) } }),
  };
}
