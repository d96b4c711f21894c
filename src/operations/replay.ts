import { z } from "zod";
import type { NotificationReader } from "../datasources/port/notifications.js";
import { Failure } from "../errors.js";
import { CALLBACK_KINDS, CALLBACK_OUTCOMES, type CallbackOutcome } from "../model/callback.js";
import { hasEnded } from "../model/operation.js";
import { personal } from "../store/personal.js";
import { row, type Sql, type Store } from "../store/sql.js";
import { makeDue } from "./inbox.js";
import { effectOf, readMessage, type Subject } from "./notifications.js";
import { operationById } from "./records.js";

/** A person's wish to have a callback take effect again. */
export interface Replay {
  readonly id: string;
  readonly requestedBy: string;
  readonly idempotencyKey: string;
}

const KeptRow = z.object({
  account: z.string(),
  kind: z.enum(CALLBACK_KINDS),
  operation: z.string().nullable(),
  body: z.string().transform((text) => Buffer.from(text, "base64")),
  outcome: z.enum(CALLBACK_OUTCOMES),
  typeRaw: z.string().nullable(),
  subscriber: z.string().nullable(),
  reference: z.string().nullable(),
});

type Kept = z.output<typeof KeptRow>;

/**
 * Has a callback take the effect that it would have if it came now; one that could not be read is read anew. The same key
 * does so once. Throws NOT_FOUND, IDEMPOTENCY_KEY_REUSED, and STATE_CHANGED where there is nothing to be read any more.
 */
export function replay(
  store: Store,
  { id, requestedBy, idempotencyKey }: Replay,
  readerOf: (account: string) => NotificationReader | null,
): Promise<void> {
  return store.transaction(async (sql) => {
    const kept = await row(
      sql,
      KeptRow,
      `select account, kind, operation, body, upper(outcome) as outcome, type_raw as "typeRaw", subscriber, reference
       from inbox where id = $1 for update`,
      [id],
    );
    if (kept === null) throw new Failure("NOT_FOUND", "input.callback: there is none of this id.", { field: FIELD });
    if (!(await isFirst(sql, { id, requestedBy, idempotencyKey }))) return;
    const { outcome, operation, subject, isToLook } = await effectAgain(sql, kept, readerOf(kept.account));
    await sql.run(
      `update inbox set outcome = $2, operation = coalesce($3, operation), type_raw = $4, subscriber = $5, reference = $6,
         looks = 0, look_at = case when $7 then now() end where id = $1`,
      [
        id,
        outcome.toLowerCase(),
        operation,
        subject.typeRaw,
        personal(subject.subscriber),
        subject.reference,
        isToLook,
      ],
    );
  });
}

const FIELD = ["input", "callback"];

async function effectAgain(sql: Sql, kept: Kept, reader: NotificationReader | null) {
  const { account, kind, operation } = kept;
  if (kind === "OPERATION") {
    const outcome = await effectOnOperation(sql, operation);
    return { outcome, operation, subject: kept, isToLook: false };
  }
  const subject = kept.outcome === "MALFORMED" ? readAnew(kind, kept.body, reader) : kept;
  const effect = await effectOf(sql, account, kind, subject);
  await makeDue(sql, effect.open);
  return { ...effect, subject };
}

async function effectOnOperation(sql: Sql, id: string | null): Promise<CallbackOutcome> {
  const operation = id === null ? null : await operationById(sql, id);
  if (operation === null || hasEnded(operation)) return "LATE";
  await makeDue(sql, [operation.id]);
  return "ACCEPTED";
}

function readAnew(kind: "EVENTS" | "RESULTS", body: Uint8Array, reader: NotificationReader | null): Subject {
  const said = reader && readMessage(reader, kind, body);
  if (said) return said;
  throw new Failure("STATE_CHANGED", "input.callback: cannot be read, or is not kept any more.", { field: FIELD });
}

const OfKey = z.object({ callback: z.coerce.string() });

/** False when the caller has used the key for the same before. Throws IDEMPOTENCY_KEY_REUSED when for another. */
async function isFirst(sql: Sql, { id, requestedBy, idempotencyKey }: Replay): Promise<boolean> {
  const inserted = await sql.run(
    "insert into callback_replays values ($1, $2, $3) on conflict do nothing returning callback",
    [requestedBy, idempotencyKey, id],
  );
  if (inserted.length > 0) return true;
  const known = await row(
    sql,
    OfKey,
    "select callback from callback_replays where requested_by = $1 and idempotency_key = $2",
    [requestedBy, idempotencyKey],
  );
  if (known?.callback === id) return false;
  throw new Failure("IDEMPOTENCY_KEY_REUSED", "input.idempotencyKey: was used for another callback.", {
    field: ["input", "idempotencyKey"],
  });
}
