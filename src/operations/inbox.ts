import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Callback, CallbackResult } from "../model/callback.js";
import { hasEnded, OPERATION_STATES, TARGET_TYPES } from "../model/operation.js";
import { row, type Sql, type Store } from "../store/sql.js";
import { tell } from "./events.js";
import { INBOX_LIMITS, keep, refusalOf, sha256 } from "./inbox-rows.js";

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

const Addressed = z.object({
  id: z.string(),
  state: z.enum(OPERATION_STATES),
  targetType: z.enum(TARGET_TYPES),
  target: z.string().nullable(),
  isExpired: z.boolean(),
});

/**
 * Keeps a callback and has its operation looked at, in one transaction: when this resolves nothing of it can be lost.
 * What it claims is never believed; it only says that now is a good time to read the carrier.
 */
export async function receive(store: Store, callback: Callback, limits = INBOX_LIMITS): Promise<CallbackResult> {
  const { account, token } = callback;
  if (!TOKEN.test(token)) return "unknown";
  return store.transaction(async (sql) => {
    const operation = await row(
      sql,
      Addressed,
      `select id, state, coalesce(target_type, 'Endpoint') as "targetType", target, callback_until < now() as "isExpired"
       from operations where callback_hash = $1 and account = $2 for update`,
      [sha256(token), account],
    );
    if (operation === null) return "unknown";
    if (operation.isExpired) return "expired";
    const arrival = arrivalOf(callback, operation.id, hasEnded(operation) ? "LATE" : "ACCEPTED");
    const refused = await refusalOf(sql, arrival, limits);
    if (refused === "duplicate") return refused;
    await makeDue(sql, [operation.id]);
    if (refused === "over") return refused;
    await keep(sql, arrival);
    const { targetType, target } = operation;
    await tell(sql, {
      account,
      kind: "CALLBACK_RECEIVED",
      operation: operation.id,
      target: target === null ? null : { type: targetType, native: target },
    });
    return hasEnded(operation) ? "late" : "accepted";
  });
}

function arrivalOf(
  { account, method, query, headers, body }: Callback,
  operation: string,
  outcome: "ACCEPTED" | "LATE",
) {
  return {
    account,
    kind: "OPERATION",
    dedupKey: sha256(operation, method, query, body),
    outcome,
    operation,
    method,
    query,
    headers,
    body,
    typeRaw: null,
    subscriber: null,
    reference: null,
    isToLook: false,
  } as const;
}

/** Has operations looked at now, but for those that have ended: nothing that is told changes an end. */
export async function makeDue(sql: Sql, ids: readonly string[]): Promise<void> {
  await sql.run(
    `update operations set called_back_at = clock_timestamp(), next_check_at = now()
     where id = any($1::uuid[]) and state in ('ACCEPTED', 'RUNNING', 'OUTCOME_UNKNOWN')`,
    [ids],
  );
}
