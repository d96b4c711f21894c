import { randomUUID } from "node:crypto";
import { z } from "zod";
import { hasEnded, OPERATION_STATES, type OperationState, targetTypeOf } from "../model/operation.js";
import { personal } from "../store/personal.js";
import { rows, type Sql } from "../store/sql.js";
import { EVENT_OF_CHANGE } from "./events.js";
import { type Change, changeOperation } from "./records.js";
import { beginStep, endStep } from "./steps.js";
import { ofRows, type RowEnded } from "./verdicts.js";

/**
 * Moves an operation on, and the bulk with it that it is a row of; an ended one stays as it ended. `parts` are its own
 * rows. Only in a transaction.
 */
export async function move(sql: Sql, id: string, change: Change, parts: readonly RowEnded[] = []): Promise<void> {
  const now = await lock(sql, id);
  if (now === null || hasEnded(now)) return;
  await changeOperation(sql, id, change);
  for (const [index, part] of parts.entries()) {
    const child = await insertChild(sql, id, index + 1, part);
    await endStep(sql, child, await beginStep(sql, child, now.action), part.end);
  }
  if (now.parent === null) return;
  await changeOperation(sql, now.parent, ofRows(await rowStates(sql, now.parent)));
}

const Locked = z.object({ action: z.string(), state: z.enum(OPERATION_STATES), parent: z.string().nullable() });

/**
 * Locks an operation, and before it the bulk that it is a row of: always in this order, so that no two wait for each
 * other, and rows that end together see each other.
 */
export async function lock(sql: Sql, id: string): Promise<z.output<typeof Locked> | null> {
  const locked = await rows(
    sql,
    Locked.extend({ isIt: z.boolean() }),
    `select action, state, parent, id = $1 as "isIt" from operations
     where id = $1 or id = (select parent from operations where id = $1) order by parent nulls first for update`,
    [id],
  );
  return locked.find(({ isIt }) => isIt) ?? null;
}

const State = z.object({ state: z.enum(OPERATION_STATES) });

/** Where the rows of a bulk stand; none for what has no rows. */
export const rowStates = async (sql: Sql, parent: string): Promise<readonly OperationState[]> =>
  (await rows(sql, State, "select state from operations where parent = $1", [parent])).map(({ state }) => state);

/**
 * A row as an operation that has been called for already, by its bulk. Its key has a blank, which no caller's key may
 * have.
 */
async function insertChild(sql: Sql, parent: string, number: number, { row, change }: RowEnded): Promise<string> {
  const id = randomUUID();
  const { state, error = null, reference = null, nextCheckSeconds } = change;
  await sql.run(
    `with changed as (
       insert into operations (id, account, action, target_type, target, conflict_key, requested_by, idempotency_key,
         request_hash, input, state, error, reference, requested_at, updated_at, next_check_at, parent)
       select $2, account, $3, $4, $5, $6, requested_by, idempotency_key || ' ' || $7, request_hash, $8, $9, $10, $11,
         requested_at, now(), now() + make_interval(secs => $12), id
       from operations where id = $1
       returning id, account, target, state, null::text as old
     ), ${EVENT_OF_CHANGE}`,
    [
      parent,
      id,
      row.action,
      targetTypeOf(row.action),
      personal(row.target),
      personal(row.conflictKey),
      String(number),
      personal(JSON.stringify(row.wish)),
      state,
      error === null ? null : JSON.stringify(error),
      reference,
      nextCheckSeconds,
    ],
  );
  return id;
}
