import type { PurchaseState } from "../../../model/commerce.js";
import type { BillingType, LineState } from "../../../model/line.js";
import type { ActivationState, Job, SimMode } from "../../../model/reach.js";
import { wordIn } from "../../mapping/text.js";
import type { Frame } from "./frame.js";

/** The numbers of a status that the document explains (Scenarios C and E), and their names. */
const ACTIVATION_STATE = {
  "0": "INACTIVE",
  inactive: "INACTIVE",
  "1": "IN_PROGRESS",
  activation_in_progress: "IN_PROGRESS",
  "2": "ACTIVE",
  active: "ACTIVE",
  "8": "FAILED",
  activation_failed: "FAILED",
  "9": "PORTING",
  porting_in_progress: "PORTING",
  "10": "PORTING_FAILED",
  porting_failed: "PORTING_FAILED",
  "11": "PORT_CANCELLED",
  port_cancelled: "PORT_CANCELLED",
} as const satisfies Readonly<Record<string, ActivationState>>;

export const activationStateFromWire = (cell: unknown): ActivationState =>
  wordIn<ActivationState>(ACTIVATION_STATE, cell) ?? "UNKNOWN";

/** A line on its way into service, or one that did not get there, is pending: the number in `stateRaw` tells them apart. */
const LINE_STATE = {
  INACTIVE: "PENDING",
  IN_PROGRESS: "PENDING",
  ACTIVE: "ACTIVE",
  FAILED: "PENDING",
  PORTING: "PENDING",
  PORTING_FAILED: "PENDING",
  PORT_CANCELLED: "PENDING",
  UNKNOWN: "UNKNOWN",
} as const satisfies Readonly<Record<ActivationState, LineState>>;

/** The numbers 3 to 7 are explained nowhere: the operator's word counts there. */
export function lineStateFromWire(cell: unknown, { statusWords }: Pick<Frame, "statusWords">): LineState {
  const known = LINE_STATE[activationStateFromWire(cell)];
  return known === "UNKNOWN" ? (wordIn(statusWords, cell) ?? "UNKNOWN") : known;
}

/** The first four are the document's; a client was seen to expect the others. */
const PURCHASE_STATE = {
  payment_pending: "PAYMENT_PENDING",
  payment_processing: "PAYMENT_PROCESSING",
  completed: "COMPLETED",
  failed: "FAILED",
  pending: "PENDING",
  done: "COMPLETED",
} as const satisfies Readonly<Record<string, PurchaseState>>;

export const purchaseStateFromWire = (cell: unknown): PurchaseState =>
  wordIn<PurchaseState>(PURCHASE_STATE, cell) ?? "UNKNOWN";

/** Only COMPLETED is the document's. */
const JOB_STATE = {
  in_progress: "RUNNING",
  pending: "RUNNING",
  completed: "COMPLETED",
  failed: "FAILED",
} as const satisfies Readonly<Record<string, Job["state"]>>;

export const jobStateFromWire = (cell: unknown): Job["state"] => wordIn<Job["state"]>(JOB_STATE, cell) ?? "UNKNOWN";

/** A client was seen to say PHYSICAL. */
const SIM_MODE = {
  psim: "PSIM",
  physical: "PSIM",
  esim: "ESIM",
  both: "BOTH",
} as const satisfies Readonly<Record<string, SimMode>>;

export const simModeFromWire = (cell: unknown): SimMode => wordIn<SimMode>(SIM_MODE, cell) ?? "UNKNOWN";

const BILLING = { prepaid: "PREPAID", postpaid: "POSTPAID" } as const satisfies Readonly<Record<string, BillingType>>;

export const billingFromWire = (cell: unknown): BillingType => wordIn<BillingType>(BILLING, cell) ?? "UNKNOWN";
