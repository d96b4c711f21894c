import { createHash } from "node:crypto";
import { z } from "zod";
import {
  CALLBACK_KINDS,
  CALLBACK_OUTCOMES,
  type CallbackKind,
  type CallbackOutcome,
  type KeptCallback,
} from "../model/callback.js";
import { personal } from "../store/personal.js";
import { row, rows, type Sql } from "../store/sql.js";
import { Instant } from "./instant.js";

/** How many callbacks of an account are kept in a day; those that cannot be read take no place from the others. */
export interface InboxLimits {
  readonly perDay: number;
  readonly malformedPerDay: number;
}

export const INBOX_LIMITS: InboxLimits = { perDay: 20_000, malformedPerDay: 500 };

/** A callback as it is kept. */
export interface Arrival {
  readonly account: string;
  readonly kind: CallbackKind;
  /** Equal for one that comes again. */
  readonly dedupKey: string;
  readonly outcome: CallbackOutcome;
  readonly operation: string | null;
  readonly method: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly typeRaw: string | null;
  readonly subscriber: string | null;
  readonly reference: string | null;
  /** Something is to be looked at on its account, beside what the operation looks at. */
  readonly isToLook: boolean;
}

/**
 * Whether the same came within a day, or there is no room for one more in this one. One after the other for one key, so
 * that of many at once one is the first. What comes again after a day is news.
 */
export async function refusalOf(
  sql: Sql,
  { account, kind, dedupKey, outcome }: Pick<Arrival, "account" | "kind" | "dedupKey" | "outcome">,
  { perDay, malformedPerDay }: InboxLimits,
): Promise<"duplicate" | "over" | null> {
  await sql.run("select pg_advisory_xact_lock(hashtextextended($1, 1))", [`${account}\n${kind}\n${dedupKey}`]);
  const same = await sql.run(
    `select id from inbox where account = $1 and kind = $2 and dedup_key = $3
       and received_at > now() - interval '1 day' limit 1`,
    [account, kind, dedupKey],
  );
  if (same.length > 0) return "duplicate";
  const isMalformed = outcome === "MALFORMED";
  const kept = await row(
    sql,
    z.object({ count: z.int() }),
    `select count(*)::int as count from inbox
     where account = $1 and received_at > now() - interval '1 day' and (outcome = 'malformed') = $2`,
    [account, isMalformed],
  );
  return (kept?.count ?? 0) < (isMalformed ? malformedPerDay : perDay) ? null : "over";
}

export async function keep(sql: Sql, arrival: Arrival): Promise<void> {
  const { account, kind, dedupKey, outcome, operation, method, query, headers, body } = arrival;
  await sql.run(
    `insert into inbox (received_at, account, kind, dedup_key, operation, method, query, headers, body, outcome, type_raw,
       subscriber, reference, look_at)
     values (clock_timestamp(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, case when $13 then now() end)`,
    [
      account,
      kind,
      dedupKey,
      operation,
      method,
      personal(query),
      JSON.stringify(headers),
      personal(Buffer.from(body).toString("base64")),
      outcome.toLowerCase(),
      arrival.typeRaw,
      personal(arrival.subscriber),
      arrival.reference,
      arrival.isToLook,
    ],
  );
}

const KeptRow = z.object({
  id: z.coerce.string(),
  account: z.string(),
  receivedAt: Instant,
  kind: z.enum(CALLBACK_KINDS),
  outcome: z.enum(CALLBACK_OUTCOMES),
  typeRaw: z.string().nullable(),
  operation: z.string().nullable(),
});

const COLUMNS =
  'id, account, received_at as "receivedAt", kind, upper(outcome) as outcome, type_raw as "typeRaw", operation';

export interface CallbackFilter {
  readonly accounts?: readonly string[];
  readonly kinds?: readonly CallbackKind[];
  readonly outcomes?: readonly CallbackOutcome[];
  readonly operation?: string;
  /** Those that came before the one of this id. */
  readonly before?: number;
}

/** Newest first. */
export const keptCallbacks = (
  sql: Sql,
  { accounts, kinds, outcomes, operation, before }: CallbackFilter,
  most: number,
): Promise<readonly KeptCallback[]> =>
  rows(
    sql,
    KeptRow,
    `select ${COLUMNS} from inbox
     where ($1::text[] is null or account = any($1)) and ($2::text[] is null or kind = any($2))
       and ($3::text[] is null or upper(outcome) = any($3)) and ($4::uuid is null or operation = $4)
       and ($5::bigint is null or id < $5)
     order by id desc limit $6`,
    [accounts ?? null, kinds ?? null, outcomes ?? null, operation ?? null, before ?? null, most],
  );

/** Null when there is none of this id, any more or at all. */
export const keptCallback = (sql: Sql, id: string): Promise<KeptCallback | null> =>
  row(sql, KeptRow, `select ${COLUMNS} from inbox where id = $1`, [id]);

/** Drops what was sent after one time, and all of a callback after another, in seconds. */
export async function dropOld(sql: Sql, bodiesAfter: number, rowsAfter: number): Promise<void> {
  await sql.run(
    `update inbox set body = '', query = '', headers = '{}'
     where received_at < now() - make_interval(secs => $1) and (body <> '' or query <> '' or headers <> '{}')`,
    [bodiesAfter],
  );
  await sql.run("delete from inbox where received_at < now() - make_interval(secs => $1)", [rowsAfter]);
}

/** One text for many parts; no two lists of parts have the same. */
export function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\n");
  return hash.digest("hex");
}
