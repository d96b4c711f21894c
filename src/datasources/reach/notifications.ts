import { createHash, timingSafeEqual } from "node:crypto";
import { textOf } from "../mapping/text.js";
import type { Notification, NotificationChannel, NotificationReader } from "../port/notifications.js";
import { cell, Flaw, object, type Shaped } from "../shapes.js";
import type { ReachConfig } from "./config.js";

/** Only the members of results are documented, and only in part (4.2); that events have the same is assumed. */
const Message = object({
  eventType: cell,
  type: cell,
  customerId: cell,
  transactionId: cell,
  txnId: cell,
  status: cell,
});

/** What Reach tells of itself (4): events, and ends of what was asked for. It signs nothing. */
export const notificationReader = ({ callbackSecret }: Pick<ReachConfig, "callbackSecret">): NotificationReader => ({
  read: (channel, body) => {
    const message = Message(body);
    return message instanceof Flaw ? null : notificationOf(channel, message);
  },
  isAuthentic: (given) => callbackSecret === undefined || (given !== null && isSame(given, callbackSecret)),
});

/** Types that are not known are kept; what names neither a type nor a customer tells nothing. */
function notificationOf(channel: NotificationChannel, message: Shaped<typeof Message>): Notification | null {
  const typeRaw = textOf(message.eventType) ?? textOf(message.type);
  const subscriber = textOf(message.customerId);
  if (typeRaw === null && subscriber === null) return null;
  const reference = textOf(message.transactionId) ?? textOf(message.txnId);
  const statusRaw = textOf(message.status);
  const told = { typeRaw, subscriber, reference, statusRaw };
  return { ...told, dedupKey: dedupKeyOf(channel, told) };
}

/**
 * Results are told apart by type, customer, transaction and status, because activations have no transaction. Events
 * have nothing of their own: 80 % of a plan is reached every month, and only the body may tell one from the next.
 */
function dedupKeyOf(
  channel: NotificationChannel,
  { typeRaw, subscriber, reference, statusRaw }: Omit<Notification, "dedupKey">,
): string | null {
  const isTold = reference !== null || (channel === "RESULTS" && subscriber !== null && statusRaw !== null);
  return isTold ? JSON.stringify([channel, typeRaw, subscriber, reference, statusRaw]) : null;
}

const hashOf = (text: string): Buffer => createHash("sha256").update(text).digest();

const isSame = (one: string, other: string): boolean => timingSafeEqual(hashOf(one), hashOf(other));
