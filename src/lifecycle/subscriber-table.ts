import type { CarrierId } from "../model/carrier.js";
import type { LineState } from "../model/line.js";
import type { SubscriberActionName, SubscriberMakingActionName } from "../model/operation.js";
import type { Subscriber } from "../model/subscriber.js";
import type { Nature } from "./endpoint-table.js";

/** When an action on a subscriber is possible, and what kind of action it is. */
export interface SubscriberRule extends Nature {
  readonly from: readonly LineState[];
  /** The carrier's own words for the state of which one must hold; null for any. */
  readonly raw: readonly string[] | null;
}

const rule = (from: readonly LineState[], more: Partial<Omit<SubscriberRule, "from">> = {}): SubscriberRule => ({
  from,
  raw: null,
  isIrreversible: false,
  isAsynchronous: false,
  ...more,
});

const ALWAYS = ["PENDING", "ACTIVE", "SUSPENDED", "RECOVERABLE", "ENDED", "UNKNOWN"] as const;
/** The guide does not tell the numbers of suspended and disconnected: what is not known may be either. */
const NOT_ACTIVE = ["SUSPENDED", "UNKNOWN"] as const;
const JOB = { isAsynchronous: true } as const;
const FOR_GOOD = { isIrreversible: true } as const;

/** Reach: sections 3 (scenarios B to K) and 6 of the implementation guide. */
const REACH = {
  SUBSCRIBER_ACTIVATE: rule(["PENDING"], { ...JOB, raw: ["0", "8"] }),
  SUBSCRIBER_SUSPEND: rule(["ACTIVE"], JOB),
  SUBSCRIBER_RESUME: rule(NOT_ACTIVE, JOB),
  SUBSCRIBER_TERMINATE: rule(["ACTIVE", ...NOT_ACTIVE], { ...JOB, ...FOR_GOOD }),
  SUBSCRIBER_RECONNECT: rule(["RECOVERABLE", "UNKNOWN"], JOB),
  SUBSCRIBER_UPDATE: rule(ALWAYS),
  SUBSCRIBER_LEAVE: rule(ALWAYS, FOR_GOOD),
  SUBSCRIBER_RESET: rule(ALWAYS, { ...JOB, ...FOR_GOOD }),
  PORT_IN_UPDATE: rule(["PENDING"], { ...JOB, raw: ["9", "10"] }),
  NUMBER_SWAP: rule(["ACTIVE"], { ...JOB, ...FOR_GOOD }),
  SIM_SWAP: rule(["ACTIVE"], JOB),
  SIM_SWAP_OTP_SEND: rule(["ACTIVE"]),
  SIM_SWAP_BY_OTP: rule(["ACTIVE"], JOB),
  PRIMARY_LINE_SET: rule(["ACTIVE"]),
  SMS_SEND: rule(["ACTIVE"]),
  VOICEMAIL_PIN_RESET: rule(["ACTIVE"]),
  DATA_CUT_OFF: rule(["ACTIVE"]),
  DATA_RESTORE: rule(["ACTIVE"]),
  SHIPMENT_CANCEL: rule(ALWAYS),
  ROAMING_PACK_RENEWAL_SET: rule(["ACTIVE"]),
  CARD_LINK_CREATE: rule(ALWAYS),
  CARD_DEFAULT_SET: rule(ALWAYS),
  CARD_UPDATE: rule(ALWAYS),
  CARD_DELETE: rule(ALWAYS, FOR_GOOD),
  BILL_PAY: rule(ALWAYS, FOR_GOOD),
  INVOICE_SEND: rule(ALWAYS),
  PURCHASE_SUBSEQUENT: rule(["ACTIVE"], { ...JOB, ...FOR_GOOD }),
  TOP_UP_PURCHASE: rule(["ACTIVE"], { ...JOB, ...FOR_GOOD }),
  ILD_PURCHASE: rule(["ACTIVE"], { ...JOB, ...FOR_GOOD }),
  ROAMING_PACK_PURCHASE: rule(["ACTIVE"], { ...JOB, ...FOR_GOOD }),
  SUBSCRIBER_PLAN_CHANGE: rule(["ACTIVE"], JOB),
} as const satisfies SubscriberRules;

/** Next Communications: pages Recharge and Extend SIM Status. */
const NEXTCOMM = {
  RECHARGE: rule(ALWAYS, FOR_GOOD),
  PLAN_EXPIRY_SET: rule(ALWAYS),
} as const satisfies SubscriberRules;

type SubscriberRules = Readonly<Partial<Record<SubscriberActionName, SubscriberRule>>>;

/** The one table of subscribers: guards, `Subscriber.actions`, the dry run and the documentation read it. */
export const SUBSCRIBER_TABLE: Readonly<Partial<Record<CarrierId, SubscriberRules>>> = { REACH, NEXTCOMM };

/** The same for what makes subscribers in an account, which no state stands against. */
export const SUBSCRIBER_MAKING_TABLE: Readonly<
  Partial<Record<CarrierId, Readonly<Partial<Record<SubscriberMakingActionName, Nature>>>>>
> = {
  REACH: { PURCHASE: { isIrreversible: true, isAsynchronous: true } },
  NEXTCOMM: {
    SUBSCRIBER_CREATE: { isIrreversible: true, isAsynchronous: false },
    SUBSCRIBERS_CREATE: { isIrreversible: true, isAsynchronous: false },
    DOCUMENTS_UPLOAD: { isIrreversible: false, isAsynchronous: false },
  },
};

/** Why a rule does not let a subscriber be acted on, as one sentence; null when it does. */
export function refusalOfSubscriber(
  { from, raw }: SubscriberRule,
  { state, stateRaw }: Pick<Subscriber, "state" | "stateRaw">,
): string | null {
  if (!from.includes(state)) return `The subscriber is ${state}; this needs ${from.join(" or ")}.`;
  if (raw === null || (stateRaw !== null && raw.includes(stateRaw))) return null;
  return `The carrier's state is ${stateRaw ?? "not told"}; this needs ${raw.join(" or ")}.`;
}
