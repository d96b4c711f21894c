import { z } from "zod";
import type { OperationStep } from "../model/operation.js";
import { row, rows, type Sql } from "../store/sql.js";
import { Instant } from "./instant.js";

const StepRow = z.object({
  number: z.int(),
  name: z.string(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  outcome: z.string().nullable(),
  carrierCode: z.string().nullable(),
  carrierMessage: z.string().nullable(),
  reference: z.string().nullable(),
  note: z.string().nullable(),
});

const COLUMNS = `number, name, started_at as "startedAt", ended_at as "endedAt", outcome, carrier_code as "carrierCode",
  carrier_message as "carrierMessage", reference, note`;

export const stepsOf = (sql: Sql, id: string): Promise<readonly OperationStep[]> =>
  rows(sql, StepRow, `select ${COLUMNS} from operation_steps where operation = $1 order by number`, [id]);

/** The same of many operations; one that has none is left out. */
export async function stepsOfEach(
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly OperationStep[]>> {
  const Owned = StepRow.extend({ operation: z.string() });
  const select = `select operation, ${COLUMNS} from operation_steps where operation = any($1) order by number`;
  return Map.groupBy(await rows(sql, Owned, select, [ids]), ({ operation }) => operation);
}

/** Notes that a carrier call is about to be made. Committed before it is. */
export async function beginStep(
  sql: Sql,
  operation: string,
  name: string,
  note: string | null = null,
): Promise<number> {
  const Numbered = z.object({ number: z.int() });
  const begun = await row(
    sql,
    Numbered,
    `insert into operation_steps (operation, number, name, started_at, note)
     select $1, coalesce(max(number), 0) + 1, $2, now(), $3 from operation_steps where operation = $1 returning number`,
    [operation, name, note],
  );
  if (!begun) throw new Error("the step was not stored");
  return begun.number;
}

export interface StepEnd {
  readonly outcome: string;
  readonly carrierCode: string | null;
  readonly carrierMessage: string | null;
  readonly reference: string | null;
}

export async function endStep(sql: Sql, operation: string, number: number, end: StepEnd): Promise<void> {
  await sql.run(
    `update operation_steps set ended_at = now(), outcome = $3, carrier_code = $4, carrier_message = $5, reference = $6
     where operation = $1 and number = $2`,
    [operation, number, end.outcome, end.carrierCode, end.carrierMessage, end.reference],
  );
}
