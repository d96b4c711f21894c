import type { PortInChange } from "../datasources/port/subscribers.js";
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
  /** What else of the subscriber stands against it, as one sentence; null for nothing. */
  readonly objection: (subscriber: Facts) => string | null;
}

type Facts = Pick<Subscriber, "reach">;

const rule = (from: readonly LineState[], more: Partial<Omit<SubscriberRule, "from">> = {}): SubscriberRule => ({
  from,
  raw: null,
  objection: () => null,
  isIrreversible: false,
  isAsynchronous: false,
  ...more,
});

const when = (isSo: boolean | null | undefined, objection: string): string | null => (isSo ? objection : null);

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
  PORT_IN_UPDATE: rule(["PENDING"], { ...JOB, raw: ["9", "10", "11"] }),
  NUMBER_SWAP: rule(["ACTIVE"], { ...JOB, ...FOR_GOOD }),
  SIM_SWAP: rule(["ACTIVE"], JOB),
  SIM_SWAP_OTP_SEND: rule(["ACTIVE"]),
  SIM_SWAP_BY_OTP: rule(["ACTIVE"], JOB),
  PRIMARY_LINE_SET: rule(["ACTIVE"], {
    objection: ({ reach }) => when(reach?.isPrimary, "It is the primary line already."),
  }),
  SMS_SEND: rule(["ACTIVE"]),
  VOICEMAIL_PIN_RESET: rule(["ACTIVE"]),
  DATA_CUT_OFF: rule(["ACTIVE"], {
    objection: ({ reach }) => when(reach?.isDataCutOff, "Its data is cut off already."),
  }),
  DATA_RESTORE: rule(["ACTIVE"], {
    objection: ({ reach }) => when(reach?.isDataCutOff === false, "Its data is not cut off."),
  }),
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

/**
 * The carrier's states in which a port-in takes which change: what is wrong is corrected once it has failed (10), and only
 * what is under way (9) or has failed can be called off. A number of its own is what is left after that (11).
 * Scenario E, steps 4 and 5.
 */
export const PORT_IN_TAKES = {
  UPDATE_PIN: ["10"],
  UPDATE_ACCOUNT: ["10"],
  UPDATE_ZIP: ["10"],
  RESUBMIT_PORT: ["10"],
  CANCEL_PORT: ["9", "10"],
  CANCEL_AND_NEW: ["9", "10", "11"],
} as const satisfies Readonly<Record<PortInChange["type"], readonly string[]>>;

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
  { from, raw, objection }: SubscriberRule,
  { state, stateRaw, reach }: Pick<Subscriber, "state" | "stateRaw" | "reach">,
): string | null {
  if (!from.includes(state)) return `The subscriber is ${state}; this needs ${from.join(" or ")}.`;
  return (raw === null ? null : refusalByRaw(raw, stateRaw)) ?? objection({ reach });
}

/** The same by the carrier's own word for the state. */
export const refusalByRaw = (raw: readonly string[], stateRaw: string | null): string | null =>
  stateRaw !== null && raw.includes(stateRaw)
    ? null
    : `The carrier's state is ${stateRaw ?? "not told"}; this needs ${raw.join(" or ")}.`;
