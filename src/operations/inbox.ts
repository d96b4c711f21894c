import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import type { Callback, CallbackResult } from "../model/callback.js";
import { hasEnded, OPERATION_STATES } from "../model/operation.js";
import { row, type Sql, type Store } from "../store/sql.js";

const TOKEN_BYTES = 32;
const TOKEN = /^[\w-]{43}$/;

/**
 * Gives an operation the one address at which its carrier may call back, for some time. Only the hash of its token is
 * kept, so that nobody can read an address from the store.
 */
export async function openAddress(
  sql: Sql,
  { id, account }: { readonly id: string; readonly account: string },
  publicUrl: string,
  seconds: number,
): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  await sql.run(
    "update operations set callback_hash = $2, callback_until = now() + make_interval(secs => $3) where id = $1",
    [id, sha256(token), seconds],
  );
  return `${publicUrl.replace(/\/+$/, "")}/callbacks/${encodeURIComponent(account)}/${token}`;
}

const Addressed = z.object({ id: z.string(), state: z.enum(OPERATION_STATES), isExpired: z.boolean() });

/**
 * Keeps a callback and has its operation looked at, in one transaction: when this resolves nothing of it can be lost.
 * What it claims is never believed; it only says that now is a good time to read the carrier.
 */
export async function receive(store: Store, callback: Callback): Promise<CallbackResult> {
  const { account, token } = callback;
  if (!TOKEN.test(token)) return "unknown";
  return store.transaction(async (sql) => {
    const operation = await row(
      sql,
      Addressed,
      `select id, state, callback_until < now() as "isExpired" from operations
       where callback_hash = $1 and account = $2 for update`,
      [sha256(token), account],
    );
    if (operation === null) return "unknown";
    if (operation.isExpired) return "expired";
    const result = hasEnded(operation) ? "late" : "accepted";
    if (!(await keep(sql, callback, operation.id, result))) return "duplicate";
    if (result === "accepted") {
      await sql.run("update operations set called_back_at = clock_timestamp(), next_check_at = now() where id = $1", [
        operation.id,
      ]);
    }
    return result;
  });
}

/** False when the very same has been kept before. */
async function keep(sql: Sql, callback: Callback, operation: string, outcome: CallbackResult): Promise<boolean> {
  const { account, method, query, headers, body } = callback;
  const kept = await sql.run(
    `insert into inbox (received_at, account, kind, dedup_key, operation, method, query, headers, body, outcome)
     values (clock_timestamp(), $1, 'OPERATION', $2, $3, $4, $5, $6, $7, $8)
     on conflict (account, kind, dedup_key) do nothing returning id`,
    [account, sha256(operation, method, query, body), operation, method, query, JSON.stringify(headers), body, outcome],
  );
  return kept.length === 1;
}

function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\n");
  return hash.digest("hex");
}
