import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Accounts } from "../datasources/accounts.js";
import type { CallContext } from "../datasources/carrier.js";
import { Failure } from "../errors.js";
import { personal } from "../store/personal.js";
import { row, rows, type Sql, type Store } from "../store/sql.js";
import { makeDue } from "./inbox.js";
import { effectOf } from "./notifications.js";
import { noteState } from "./observed.js";
import type { Timing } from "./timing.js";

/** Seconds until the next look after one that found nothing out; after as many looks, polling alone is left. */
const WAITS = [5, 30, 300, 3600, 21_600] as const;

const LookRow = z.object({
  id: z.coerce.string(),
  account: z.string(),
  kind: z.enum(["EVENTS", "RESULTS"]),
  subscriber: z.string().nullable(),
  reference: z.string().nullable(),
  operation: z.string().nullable(),
  looks: z.int(),
  takenAt: z.coerce.date(),
});

export type Look = z.output<typeof LookRow>;

const Nearest = z.object({ inMs: z.coerce.number().nullable() });

/** Milliseconds until something is to be looked at. */
export async function nextLookMs(sql: Sql): Promise<number> {
  const nearest =
    'select extract(epoch from min(look_at) - now()) * 1000 as "inMs" from inbox where look_at is not null';
  return (await row(sql, Nearest, nearest))?.inMs ?? Number.POSITIVE_INFINITY;
}

/** Takes what is to be looked at for as long as a look may take: whoever dies in it, another looks again. */
export const takeLooks = (sql: Sql, { call }: Timing, most: number): Promise<readonly Look[]> =>
  rows(
    sql,
    LookRow,
    `update inbox set look_at = now() + make_interval(secs => $1), looks = looks + 1
     where id in (select id from inbox where look_at <= now() order by look_at limit $2 for update skip locked)
     returning id, account, kind, subscriber, reference, operation, looks, clock_timestamp() as "takenAt"`,
    [call + 1, most],
  );

/**
 * Looks once at what a message is about: an operation that may have been found meanwhile, and its subscriber, by one
 * read. What the subscriber's state is now is told; what cannot be read now is read again later.
 */
export async function look(store: Store, accounts: Accounts, timing: Timing, taken: Look): Promise<void> {
  const { account, subscriber } = taken;
  const isFound = taken.operation !== null || (await findOperation(store, taken));
  if (subscriber === null) return isFound ? forget(store, taken) : defer(store, taken);
  const reads = accounts.find(account)?.reads.subscribers;
  if (reads === undefined) return forget(store, taken);
  try {
    const found = await reads.byId(subscriber, callOf(timing));
    if (found) await noteState(store, account, { type: "Subscriber", native: subscriber, state: found.state });
    await forget(store, taken);
  } catch (error) {
    await defer(store, taken);
    if (!(error instanceof Failure)) throw error;
  }
}

/** A carrier may tell of an operation before it has given us the reference that it is known by. */
const findOperation = (store: Store, { id, account, kind, subscriber, reference }: Look): Promise<boolean> =>
  store.transaction(async (sql) => {
    await sql.run("select id from inbox where id = $1 for update", [id]);
    const { operation, open } = await effectOf(sql, account, kind, { typeRaw: null, subscriber, reference });
    await makeDue(sql, open);
    await sql.run("update inbox set operation = $2 where id = $1", [id, operation]);
    return operation !== null;
  });

/** One read answers all that was told of a subscriber before it. */
async function forget(sql: Sql, { id, account, subscriber, takenAt }: Look): Promise<void> {
  await sql.run(
    `update inbox set look_at = null where look_at is not null
       and (id = $1 or (account = $2 and subscriber = $3 and received_at < $4))`,
    [id, account, personal(subscriber), takenAt],
  );
}

async function defer(sql: Sql, { id, looks }: Look): Promise<void> {
  const wait = WAITS[looks - 1] ?? null;
  await sql.run("update inbox set look_at = now() + make_interval(secs => $2) where id = $1", [id, wait]);
}

function callOf({ call }: Timing): CallContext {
  const deadlineAt = Date.now() + call * 1000;
  return { requestId: randomUUID(), signal: new AbortController().signal, deadlineAt, isFirstHand: true };
}
