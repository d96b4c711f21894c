import { z } from "zod";
import { row, type Sql } from "../store/sql.js";

/** Takes an operation for this process, unless another holds it. */
export async function claim(sql: Sql, id: string, owner: string, leaseSeconds: number): Promise<boolean> {
  const claimed = await sql.run(
    `update operations set lease_owner = $2, lease_until = now() + make_interval(secs => $3)
     where id = $1 and (lease_owner = $2 or lease_until is null or lease_until < now()) returning id`,
    [id, owner, leaseSeconds],
  );
  return claimed.length === 1;
}

export async function release(sql: Sql, id: string, owner: string): Promise<void> {
  await sql.run("update operations set lease_owner = null, lease_until = null where id = $1 and lease_owner = $2", [
    id,
    owner,
  ]);
}

const Begin = z.object({ isExpired: z.boolean() });

/** Locks an operation that nobody has begun and that `owner` holds still: whoever is told so may begin it, and nobody else. */
export const mayBegin = (sql: Sql, id: string, owner: string, withinSeconds: number) =>
  row(
    sql,
    Begin,
    `select requested_at < now() - make_interval(secs => $3) as "isExpired" from operations
     where id = $1 and state = 'ACCEPTED' and lease_owner = $2 for update`,
    [id, owner, withinSeconds],
  );
