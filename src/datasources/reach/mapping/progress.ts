import type { PaymentLink, Purchase } from "../../../model/commerce.js";
import type { Activation, Job } from "../../../model/reach.js";
import { textOf } from "../../mapping/text.js";
import type { ActivationStatus, JobStatus, LinkCells, PurchaseStatus } from "../operations/progress.js";
import type { Frame } from "./frame.js";
import { moneyFromWire } from "./quantity.js";
import { timeFromWire } from "./time.js";
import { webAddressFromWire } from "./web.js";
import { activationStateFromWire, jobStateFromWire, purchaseStateFromWire } from "./words.js";

/** A link to follow; null until there is one. */
export function linkFromWire(link: LinkCells | null | undefined, { zone }: Frame): PaymentLink | null {
  const url = webAddressFromWire(link?.url);
  return url === null ? null : { url, expiresAt: timeFromWire(link?.expireDate, zone) };
}

/** The customer is told from the end of the purchase on, whatever stands there before. */
export function purchaseFromWire(status: PurchaseStatus, transactionId: string, frame: Frame): Purchase {
  const state = purchaseStateFromWire(status.status);
  return {
    transactionId,
    state,
    stateRaw: textOf(status.status),
    paymentStatusRaw: textOf(status.paymentStatus),
    paymentStatusText: textOf(status.paymentStatusDesc),
    link: linkFromWire(status.link, frame),
    subscriber: state === "COMPLETED" ? textOf(status.customerId) : null,
    clientAccountId: textOf(status.clientAccountId),
    shipmentStatusRaw: textOf(status.shipmentStatus),
    total: moneyFromWire(status.totalAmount) ?? moneyFromWire(status.amount),
    tax: moneyFromWire(status.totalTax),
  };
}

export const activationFromWire = (status: ActivationStatus, { zone }: Frame): Activation => ({
  state: activationStateFromWire(status.status),
  stateRaw: textOf(status.status),
  msisdn: textOf(status.mobileNo),
  planName: textOf(status.planName),
  activatedAt: timeFromWire(status.activationDate, zone),
  message: textOf(status.activationMsg),
});

export const jobFromWire = ({ status }: JobStatus): Job => ({
  state: jobStateFromWire(status),
  stateRaw: textOf(status),
});
