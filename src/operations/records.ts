import { z } from "zod";
import type { ObjectKey } from "../model/carrier.js";
import { CREATION_STEPS } from "../model/endpoint-actions.js";
import {
  ACTIONS,
  type Creation,
  OPERATION_STATES,
  type Operation,
  type OperationError,
  TARGET_TYPES,
  targetTypeOf,
} from "../model/operation.js";
import { isSealed, personal } from "../store/personal.js";
import { row, rows, type Sql } from "../store/sql.js";
import { EVENT_OF_CHANGE } from "./events.js";
import { Instant } from "./instant.js";

const OperationErrorRow = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string(),
  carrierCode: z.string().nullable(),
  carrierMessage: z.string().nullable(),
});

const CreationRow = z.object({ reached: z.enum(CREATION_STEPS), isPartial: z.boolean() });

const OperationRow = z.object({
  id: z.string(),
  account: z.string(),
  action: z.enum(ACTIONS),
  targetType: z.enum(TARGET_TYPES),
  target: z.string().nullable(),
  state: z.enum(OPERATION_STATES),
  error: OperationErrorRow.nullable(),
  creation: CreationRow.nullable(),
  reference: z.string().nullable(),
  idempotencyKey: z.string(),
  requestedBy: z.string(),
  requestedAt: Instant,
  updatedAt: Instant,
  nextCheckAt: Instant.nullable(),
  calledBackAt: Instant.nullable(),
  parent: z.string().nullable(),
  isDuplicateAllowed: z.boolean(),
});

const COLUMNS = `id, account, action, coalesce(target_type, 'Endpoint') as "targetType", target, state, error, result as creation, reference, idempotency_key as "idempotencyKey",
  requested_by as "requestedBy", requested_at as "requestedAt", updated_at as "updatedAt", next_check_at as "nextCheckAt",
  called_back_at as "calledBackAt", parent, allows_duplicate as "isDuplicateAllowed"`;

/** A request as it is stored before anything is done. */
export interface Intent {
  readonly id: string;
  readonly account: string;
  readonly action: Operation["action"];
  readonly target: string | null;
  readonly conflictKey: string;
  /** For a bulk, the conflict keys of its rows; none unless it says so. */
  readonly partKeys?: readonly string[];
  readonly requestedBy: string;
  readonly idempotencyKey: string;
  readonly requestHash: string;
  readonly wish: unknown;
  /** No, unless it says so. */
  readonly isDuplicateAllowed?: boolean;
}

/** Stores an intent, due to be taken up after a while if nobody does before; false when the caller has used the key before. */
export async function insertIntent(sql: Sql, intent: Intent, dueSeconds: number): Promise<boolean> {
  const { id, account, action, target, conflictKey, requestedBy, idempotencyKey, requestHash, wish } = intent;
  const inserted = await sql.run(
    `with changed as (
       insert into operations (id, account, action, target_type, target, conflict_key, requested_by, idempotency_key, request_hash,
         input, state, requested_at, updated_at, next_check_at, allows_duplicate, part_keys)
       values ($1, $2, $3, $11, $4, $5, $6, $7, $8, $9, 'ACCEPTED', now(), now(), now() + make_interval(secs => $10), $12, $13)
       on conflict (requested_by, idempotency_key) do nothing returning id, account, target, state, null::text as old
     ), ${EVENT_OF_CHANGE}`,
    [
      id,
      account,
      action,
      personal(target),
      personal(conflictKey),
      requestedBy,
      idempotencyKey,
      personal(requestHash),
      personal(JSON.stringify(wish)),
      dueSeconds,
      targetTypeOf(action),
      intent.isDuplicateAllowed ?? false,
      (intent.partKeys ?? []).map(personal),
    ],
  );
  return inserted.length === 1;
}

export const operationById = (sql: Sql, id: string): Promise<Operation | null> =>
  row(sql, OperationRow, `select ${COLUMNS} from operations where id = $1`, [id]);

/** Those of many that there are, in no order. */
export const operationsByIds = (sql: Sql, ids: readonly string[]): Promise<readonly Operation[]> =>
  rows(sql, OperationRow, `select ${COLUMNS} from operations where id = any($1)`, [ids]);

const Replayed = z.object({ id: z.string(), requestHash: z.string() });

/** The operation that a caller's key stands for. */
export const operationByKey = (sql: Sql, requestedBy: string, idempotencyKey: string) =>
  row(
    sql,
    Replayed,
    `select id, request_hash as "requestHash" from operations where requested_by = $1 and idempotency_key = $2`,
    [requestedBy, idempotencyKey],
  );

/** What an action is refused for, where something stands in its way. */
export type Conflicting = Pick<Intent, "account" | "conflictKey" | "partKeys" | "action" | "isDuplicateAllowed">;

/**
 * The operation that stands in the way of another on the same object: one under way, or one like it of unknown outcome,
 * unless that is to be done again knowingly. A bulk stands in the way of its rows' objects until it has fallen into them.
 */
export const blockerOf = (sql: Sql, conflicting: Conflicting) => {
  const { account, conflictKey, partKeys = [], action, isDuplicateAllowed = false } = conflicting;
  return row(
    sql,
    OperationRow,
    `select ${COLUMNS} from operations it where account = $1
       and (conflict_key = any($2) or (part_keys <> '{}' and part_keys && $2
         and not exists (select 1 from operations part where part.parent = it.id)))
       and (state in ('ACCEPTED', 'RUNNING')
         or (state = 'OUTCOME_UNKNOWN' and (action = $3 or part_keys && $2) and not $4))
     order by state = 'OUTCOME_UNKNOWN', seq desc limit 1`,
    [account, [conflictKey, ...partKeys].map(personal), action, isDuplicateAllowed],
  );
};

/** The operation that has done exactly the same, or is to do it, or may have done it; null when none has. */
export const sameBefore = (sql: Sql, { account, conflictKey }: Conflicting, requestHash: string) =>
  row(
    sql,
    OperationRow,
    `select ${COLUMNS} from operations where account = $1 and conflict_key = $2 and request_hash = $3
       and state not in ('FAILED', 'CANCELLED') order by seq desc limit 1`,
    [account, personal(conflictKey), personal(requestHash)],
  );

const WishRow = z.object({ input: z.string() });

/** All that carrying it out needs; undefined when it was sealed under another secret of ids. */
export async function wishOf(sql: Sql, id: string): Promise<unknown> {
  const input = (await row(sql, WishRow, "select input from operations where id = $1", [id]))?.input;
  return input === undefined || isSealed(input) ? undefined : JSON.parse(input);
}

export interface Change {
  readonly state: Operation["state"];
  readonly error?: OperationError | null;
  readonly reference?: string | null;
  readonly target?: string | null;
  readonly creation?: Creation | null;
  /** What the carrier gave out, under seal. */
  readonly sealedResult?: string | null;
  /** Seconds until the carrier is asked again; null for never. */
  readonly nextCheckSeconds: number | null;
}

/**
 * Moves an operation on; an ended one stays as it ended. If its carrier has called back since it last moved, it is due
 * at once: what was read may have been read before.
 */
export async function changeOperation(sql: Sql, id: string, change: Change): Promise<void> {
  const { state, error = null, reference = null, target = null, nextCheckSeconds } = change;
  const { creation = null, sealedResult = null } = change;
  await sql.run(
    `with before as (
       select id, state as old from operations
       where id = $1 and state in ('ACCEPTED', 'RUNNING', 'OUTCOME_UNKNOWN') for update
     ),
     changed as (
       update operations o set state = $2, error = $3, reference = coalesce($4, reference), target = coalesce(target, $5),
         result = coalesce($7, result), sealed_result = coalesce($8, sealed_result),
         next_check_at = case when called_back_at > updated_at and $2 in ('RUNNING', 'OUTCOME_UNKNOWN') then now()
           else now() + make_interval(secs => $6) end, updated_at = now()
       from before where o.id = before.id returning o.id, o.account, o.target, o.state, before.old
     ), ${EVENT_OF_CHANGE}`,
    [
      id,
      state,
      error === null ? null : JSON.stringify(error),
      reference,
      personal(target),
      nextCheckSeconds,
      creation === null ? null : JSON.stringify(creation),
      sealedResult,
    ],
  );
}

const Company = z.object({ isFollowed: z.boolean(), hasTwin: z.boolean() });

/**
 * What else was sent to the same object: `isFollowed`, something since; `hasTwin`, the same action again since, or before
 * and it is not known either.
 */
export const companyOf = async (sql: Sql, id: string): Promise<z.output<typeof Company>> =>
  (await row(
    sql,
    Company,
    `select bool_or(other.seq > this.seq) as "isFollowed",
       bool_or(other.action = this.action and (other.seq > this.seq or other.state = 'OUTCOME_UNKNOWN')) as "hasTwin"
     from operations this join operations other
       on other.account = this.account and other.conflict_key = this.conflict_key and other.id <> this.id
     where this.id = $1 and other.state not in ('FAILED', 'CANCELLED') having count(*) > 0`,
    [id],
  )) ?? { isFollowed: false, hasTwin: false };

const Sealed = z.object({ sealed: z.string().nullable() });

/** What the carrier gave out, under seal. */
export const sealedResultOf = async (sql: Sql, id: string): Promise<string | null> =>
  (await row(sql, Sealed, "select sealed_result as sealed from operations where id = $1", [id]))?.sealed ?? null;

const Next = z.object({ id: z.string(), inMs: z.coerce.number() });

/** Operations that are to be looked at, the most urgent first, and in how many milliseconds: no earlier than nobody holds them. */
export const nextOperations = (sql: Sql, most: number): Promise<readonly z.output<typeof Next>[]> =>
  rows(
    sql,
    Next,
    `select id, extract(epoch from greatest(next_check_at, lease_until) - now()) * 1000 as "inMs" from operations
     where state in ('ACCEPTED', 'RUNNING', 'OUTCOME_UNKNOWN') and next_check_at is not null
     order by greatest(next_check_at, lease_until) limit $1`,
    [most],
  );

export interface OperationFilter {
  readonly accounts?: readonly string[];
  readonly states?: readonly Operation["state"][];
  readonly target?: ObjectKey;
  /** Those made before the one of this number. */
  readonly before?: number;
}

const ListedRow = OperationRow.extend({ seq: z.coerce.number() });

export type ListedOperation = Operation & { readonly seq: number };

/** Newest first. */
export const listOperations = (sql: Sql, { accounts, states, target, before }: OperationFilter, most: number) =>
  rows<ListedOperation>(
    sql,
    ListedRow,
    `select ${COLUMNS}, seq from operations
     where ($1::text[] is null or account = any($1)) and ($2::text[] is null or state = any($2))
       and ($3::text is null or (target = $3 and account = $6)) and ($4::bigint is null or seq < $4)
     order by seq desc limit $5`,
    [accounts ?? null, states ?? null, personal(target?.native), before ?? null, most, target?.account ?? null],
  );

/** The rows of a bulk, in the order in which they were asked for. */
export const listChildren = (sql: Sql, parent: string, after: number, most: number) =>
  rows<ListedOperation>(
    sql,
    ListedRow,
    `select ${COLUMNS}, seq from operations where parent = $1 and seq > $2 order by seq limit $3`,
    [parent, after, most],
  );

const OpenRow = OperationRow.extend({ conflictKey: z.string() });

export type OpenOperation = z.output<typeof OpenRow>;

/** Operations on these objects that have not ended. */
export const openOperations = (sql: Sql, conflictKeys: readonly string[]): Promise<readonly OpenOperation[]> =>
  rows(
    sql,
    OpenRow,
    `select ${COLUMNS}, conflict_key as "conflictKey" from operations
     where state in ('ACCEPTED', 'RUNNING', 'OUTCOME_UNKNOWN') and conflict_key = any($1) order by seq`,
    [conflictKeys.map(personal)],
  );
