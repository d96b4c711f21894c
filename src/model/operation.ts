import type { CreationStep } from "./endpoint-actions.js";

/** How far a requested action has come. What follows OUTCOME_UNKNOWN is found by reading the carrier, never by sending again. */
export const OPERATION_STATES = [
  "ACCEPTED",
  "SCHEDULED",
  "RUNNING",
  "SUCCEEDED",
  "PARTIALLY_SUCCEEDED",
  "FAILED",
  "CANCELLED",
  "REVERSED",
  "OUTCOME_UNKNOWN",
] as const;

export type OperationState = (typeof OPERATION_STATES)[number];

/** Lifecycle verbs that act on one endpoint. */
export const ACTIONS_ON_ENDPOINT = [
  "ENDPOINT_ACTIVATE",
  "ENDPOINT_SUSPEND",
  "ENDPOINT_RESUME",
  "ENDPOINT_STOCK",
  "ENDPOINT_COMMISSION",
  "ENDPOINT_UPDATE",
  "ENDPOINT_DELETE",
  "SIM_LINK",
  "SIM_UNLINK",
  "PLAN_CHANGE",
  "ADDON_SUBSCRIBE",
  "ADDONS_ADD",
  "ADDONS_REMOVE",
  "ROAMING_PROFILES_CHANGE",
  "THRESHOLD_SET",
  "NETWORK_BLACKLIST_UPDATE",
] as const;

export type EndpointActionName = (typeof ACTIONS_ON_ENDPOINT)[number];

/** Lifecycle verbs that make something in an account. */
export const ACTIONS_IN_ACCOUNT = ["ENDPOINT_CREATE", "ENDPOINTS_CREATE", "ENDPOINTS_UPDATE"] as const;

export type AccountActionName = (typeof ACTIONS_IN_ACCOUNT)[number];

/** Lifecycle verbs that act on one SIM, at carriers that have no lines. */
export const ACTIONS_ON_SIM = ["SIM_ACTIVATE", "SIM_SUSPEND", "SIM_RESUME", "SIM_TERMINATE"] as const;

export type SimActionName = (typeof ACTIONS_ON_SIM)[number];

/** Lifecycle verbs that act on one subscriber. */
export const ACTIONS_ON_SUBSCRIBER = [
  "SUBSCRIBER_ACTIVATE",
  "SUBSCRIBER_SUSPEND",
  "SUBSCRIBER_RESUME",
  "SUBSCRIBER_TERMINATE",
  "SUBSCRIBER_RECONNECT",
  "SUBSCRIBER_UPDATE",
  "SUBSCRIBER_LEAVE",
  "SUBSCRIBER_RESET",
  "PORT_IN_UPDATE",
  "NUMBER_SWAP",
  "SIM_SWAP",
  "SIM_SWAP_OTP_SEND",
  "SIM_SWAP_BY_OTP",
  "PRIMARY_LINE_SET",
  "SMS_SEND",
  "VOICEMAIL_PIN_RESET",
  "DATA_CUT_OFF",
  "DATA_RESTORE",
  "SHIPMENT_CANCEL",
  "ROAMING_PACK_RENEWAL_SET",
  "CARD_LINK_CREATE",
  "CARD_DEFAULT_SET",
  "CARD_UPDATE",
  "CARD_DELETE",
  "BILL_PAY",
  "INVOICE_SEND",
  "PURCHASE_SUBSEQUENT",
  "TOP_UP_PURCHASE",
  "ILD_PURCHASE",
  "ROAMING_PACK_PURCHASE",
  "SUBSCRIBER_PLAN_CHANGE",
  "RECHARGE",
  "PLAN_EXPIRY_SET",
] as const;

export type SubscriberActionName = (typeof ACTIONS_ON_SUBSCRIBER)[number];

/** Lifecycle verbs that make subscribers in an account. */
export const ACTIONS_MAKING_SUBSCRIBERS = [
  "PURCHASE",
  "SUBSCRIBER_CREATE",
  "SUBSCRIBERS_CREATE",
  "DOCUMENTS_UPLOAD",
] as const;

export type SubscriberMakingActionName = (typeof ACTIONS_MAKING_SUBSCRIBERS)[number];

/** Lifecycle verbs. */
export const ACTIONS = [
  ...ACTIONS_ON_ENDPOINT,
  ...ACTIONS_ON_SIM,
  ...ACTIONS_IN_ACCOUNT,
  ...ACTIONS_ON_SUBSCRIBER,
  ...ACTIONS_MAKING_SUBSCRIBERS,
] as const;

export type ActionName = (typeof ACTIONS)[number];

export const TARGET_TYPES = ["Endpoint", "Sim", "Subscriber"] as const;

/** What kind of object is acted on, or made. */
export type TargetType = (typeof TARGET_TYPES)[number];

const all = <Name extends ActionName>(names: readonly Name[], type: TargetType) =>
  Object.fromEntries(names.map((name) => [name, type])) as Readonly<Record<Name, TargetType>>;

/** A list of actions that is missing here does not compile. */
const TARGET_OF = {
  ...all(ACTIONS_ON_ENDPOINT, "Endpoint"),
  ...all(ACTIONS_IN_ACCOUNT, "Endpoint"),
  ...all(ACTIONS_ON_SIM, "Sim"),
  ...all(ACTIONS_ON_SUBSCRIBER, "Subscriber"),
  ...all(ACTIONS_MAKING_SUBSCRIBERS, "Subscriber"),
} satisfies Record<ActionName, TargetType>;

export const targetTypeOf = (action: ActionName): TargetType => TARGET_OF[action];

/** Why an operation failed, or why nobody knows. `code` is one of the closed list of failure codes. */
export interface OperationError {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly carrierCode: string | null;
  readonly carrierMessage: string | null;
}

/** One carrier call of an operation. `outcome` is null while it is under way, or when the process died in it. */
export interface OperationStep {
  readonly number: number;
  readonly name: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly outcome: string | null;
  readonly carrierCode: string | null;
  readonly carrierMessage: string | null;
  readonly reference: string | null;
  /** Why a person settled it. */
  readonly note: string | null;
}

/** How far a creation came, which may be less than was asked for. */
export interface Creation {
  readonly reached: CreationStep;
  readonly isPartial: boolean;
}

/** Our durable record of one requested action. Times are instants in UTC. */
export interface Operation {
  readonly id: string;
  readonly account: string;
  readonly action: ActionName;
  readonly targetType: TargetType;
  /** Native id of the object acted on; null before a creation has made it. */
  readonly target: string | null;
  readonly state: OperationState;
  readonly error: OperationError | null;
  /** How far a creation came; null for other actions, and while nobody knows. */
  readonly creation: Creation | null;
  /** The carrier's id of what was made or is under way. */
  readonly reference: string | null;
  readonly idempotencyKey: string;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly updatedAt: string;
  /** When the carrier is asked next; null when it has ended, or nobody but a person can settle it. */
  readonly nextCheckAt: string | null;
  /** When the carrier last called back; null when it has not. */
  readonly calledBackAt: string | null;
  /** Id of the bulk that this is a row of; null for what was asked for by itself. */
  readonly parent: string | null;
  /** The caller wanted it though the same action on the same object may have been done already. */
  readonly isDuplicateAllowed: boolean;
}

const ENDED: ReadonlySet<OperationState> = new Set([
  "SUCCEEDED",
  "PARTIALLY_SUCCEEDED",
  "FAILED",
  "CANCELLED",
  "REVERSED",
]);

export const hasEnded = ({ state }: Pick<Operation, "state">): boolean => ENDED.has(state);
