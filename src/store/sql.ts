import type { z } from "zod";

/** Runs statements of Postgres' SQL, embedded or not. Values are numbered `$1`, `$2`, ... */
export interface Sql {
  run(text: string, values?: readonly unknown[]): Promise<readonly unknown[]>;
}

/** Where everything durable is kept. */
export interface Store extends Sql {
  /** All statements of `work`, or none when it throws. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Hears what `notify` says on a channel, here or at another replica. Gives the way to stop. */
  listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/**
 * The store cannot be reached just now: nothing of what was asked for holds, or nobody knows. `reason` is a word that may
 * be shown to anybody.
 */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";

  constructor(
    readonly reason: string,
    cause: unknown,
  ) {
    super(`the store cannot be reached: ${reason}`, { cause });
  }
}

/** Rows read by a schema: what comes out of the store is checked like any other answer. */
export async function rows<Row>(
  sql: Sql,
  schema: z.ZodType<Row>,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  return (await sql.run(text, values)).map((row) => schema.parse(row));
}

/** The first row, or null. */
export async function row<Row>(
  sql: Sql,
  schema: z.ZodType<Row>,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row | null> {
  return (await rows(sql, schema, text, values))[0] ?? null;
}

/** Says something on a channel once the transaction holds. */
export async function notify(sql: Sql, channel: string, payload: string): Promise<void> {
  await sql.run("select pg_notify($1, $2)", [channel, payload]);
}
