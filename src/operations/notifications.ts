import { z } from "zod";
import type { Notification, NotificationReader } from "../datasources/port/notifications.js";
import type { CallbackOutcome, CallbackResult, Message } from "../model/callback.js";
import { TARGET_TYPES, type TargetType } from "../model/operation.js";
import { personal } from "../store/personal.js";
import { rows, type Sql, type Store } from "../store/sql.js";
import { tell } from "./events.js";
import { makeDue } from "./inbox.js";
import { INBOX_LIMITS, keep, refusalOf, sha256 } from "./inbox-rows.js";

/** What a message is about, in words that the store can hold. */
export type Subject = Pick<Notification, "typeRaw" | "subscriber" | "reference">;

/**
 * Keeps a carrier's message and has what it is about looked at, in one transaction. Nothing of it is believed: open
 * operations that it may be about are looked at now, and its subscriber is read where there are none.
 */
export async function receiveMessage(
  store: Store,
  message: Message,
  reader: NotificationReader,
  limits = INBOX_LIMITS,
): Promise<CallbackResult> {
  const { account, channel: kind, headers, body } = message;
  const said = readMessage(reader, kind, body);
  const { typeRaw = null, subscriber = null, reference = null } = said ?? {};
  const subject: Subject = { typeRaw, subscriber, reference };
  const dedupKey = said?.dedupKey ? sha256("key", said.dedupKey) : sha256("body", body);
  return store.transaction(async (sql) => {
    const effect = said === null ? MALFORMED : await effectOf(sql, account, kind, subject);
    const arrival = { account, kind, dedupKey, ...effect, method: "POST", query: "", headers, body, ...subject };
    const refused = await refusalOf(sql, arrival, limits);
    // Two ends in one day can be told in the same words: what is not kept twice wakes what is open all the same.
    await makeDue(sql, effect.open);
    if (refused !== null) return refused;
    await keep(sql, arrival);
    if (said !== null) await tellOf(sql, message, subject, effect);
    return RESULT_OF[effect.outcome];
  });
}

const RESULT_OF = {
  ACCEPTED: "accepted",
  LATE: "late",
  NOTED: "noted",
  MALFORMED: "malformed",
} as const satisfies Record<CallbackOutcome, CallbackResult>;

/** What a message sets off. */
export interface Effect {
  readonly outcome: CallbackOutcome;
  /** Operations to be looked at now. */
  readonly open: readonly string[];
  /** The one that it is about most likely; null when there is none. */
  readonly operation: string | null;
  readonly target: { readonly type: TargetType; readonly native: string } | null;
  readonly isToLook: boolean;
}

const MALFORMED: Effect = { outcome: "MALFORMED", open: [], operation: null, target: null, isToLook: false };

/**
 * What a message sets off as things stand. What happens by itself need not be of the operations that are open, so its
 * subscriber is read in any case; a reference may be told before the answer that gives it to us has come.
 */
export async function effectOf(
  sql: Sql,
  account: string,
  kind: Message["channel"],
  { subscriber, reference }: Subject,
): Promise<Effect> {
  const about = await operationsAbout(sql, account, subscriber, reference);
  const open = about.filter(({ isOpen }) => isOpen).map(({ id }) => id);
  const [first] = about;
  return {
    outcome: open.length > 0 || subscriber !== null ? "ACCEPTED" : about.length > 0 ? "LATE" : "NOTED",
    open,
    operation: first?.id ?? null,
    target: subscriber === null ? targetOf(first) : { type: "Subscriber", native: subscriber },
    isToLook: subscriber === null ? about.length === 0 && reference !== null : open.length === 0 || kind === "EVENTS",
  };
}

const AboutRow = z.object({
  id: z.string(),
  isOpen: z.boolean(),
  targetType: z.enum(TARGET_TYPES),
  target: z.string().nullable(),
});

/**
 * Operations that a message may be about: those of its reference, and those on its subscriber that have not ended. The
 * likeliest stands first. Locked in the order in which all lock several: bulks before their rows.
 */
async function operationsAbout(sql: Sql, account: string, subscriber: string | null, reference: string | null) {
  const found = await rows(
    sql,
    AboutRow.extend({ isOfReference: z.boolean() }),
    `select id, state in ('ACCEPTED', 'RUNNING', 'OUTCOME_UNKNOWN') as "isOpen", coalesce(target_type, 'Endpoint') as "targetType",
       target, coalesce(reference = $3, false) as "isOfReference"
     from operations where account = $1 and (reference = $3
       or (target = $2 and state in ('ACCEPTED', 'RUNNING', 'OUTCOME_UNKNOWN')))
     order by parent nulls first, id for update`,
    [account, personal(subscriber), reference],
  );
  const likelihood = (about: (typeof found)[number]) => Number(about.isOfReference) * 2 + Number(about.isOpen);
  return [...found].sort((a, b) => likelihood(b) - likelihood(a));
}

const targetOf = (about: z.output<typeof AboutRow> | undefined): Effect["target"] =>
  about === undefined || about.target === null ? null : { type: about.targetType, native: about.target };

const tellOf = (sql: Sql, { account, channel }: Message, { typeRaw }: Subject, { operation, target }: Effect) =>
  tell(sql, {
    account,
    kind: channel === "EVENTS" ? "NOTIFICATION_RECEIVED" : "CALLBACK_RECEIVED",
    operation,
    target,
    typeRaw,
  });

/** A message as its carrier's reader understands it; null for what is none. Nothing that is sent makes this throw. */
export function readMessage(
  reader: NotificationReader,
  channel: Message["channel"],
  body: Uint8Array,
): Notification | null {
  try {
    const said = reader.read(channel, JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)));
    return (
      said && {
        ...said,
        typeRaw: said.typeRaw === null ? null : wordOf(said.typeRaw),
        subscriber: nameOf(said.subscriber),
        reference: nameOf(said.reference),
      }
    );
  } catch {
    return null;
  }
}

const NAME = /^[\x21-\x7e]{1,200}$/;

/** Ids are matched as they are, or not at all. */
const nameOf = (text: string | null): string | null => (text !== null && NAME.test(text) ? text : null);

/** A word for people: nothing that could break a line, and no number of anybody. */
const wordOf = (text: string): string =>
  text
    .replace(/\d{5,}/g, "#")
    .replace(/[^\w .:/#-]/g, "?")
    .slice(0, 64);
