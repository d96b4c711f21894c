import { z } from "zod";
import { MISSING } from "../failures.js";
import { answer, cell, readOperation, state } from "./declare.js";
import { text } from "./request.js";

/** What is asked again and again until something has ended. A 404 says that the carrier knows nothing of it. */
const codes = { empty: [MISSING] } as const;

const Link = z.object({ url: cell, expireDate: cell });

export type LinkCells = z.output<typeof Link>;

const PurchaseStatus = z.object({
  status: state,
  paymentStatus: cell,
  paymentStatusDesc: cell,
  link: Link.nullish().catch(null),
  customerId: cell,
  clientAccountId: cell,
  shipmentStatus: cell,
  amount: cell,
  totalAmount: cell,
  totalTax: cell,
});

export type PurchaseStatus = z.output<typeof PurchaseStatus>;

/** A purchase, first or subsequent, until it is COMPLETED or FAILED. */
export const productStatus = readOperation({
  name: "productStatus",
  doc: "Scenario A, steps 6 and 8",
  path: "/apisvc/v0/product/status/{transactionId}",
  answers: answer(PurchaseStatus),
  codes,
});

const ActivationStatus = z.object({
  customerId: cell,
  status: state,
  mobileNo: cell,
  planName: cell,
  activationDate: cell,
  activationMsg: cell,
});

export type ActivationStatus = z.output<typeof ActivationStatus>;

/** An activation or a port-in. Asked by the customer, not by the transaction. */
export const activationStatus = readOperation({
  name: "activationStatus",
  doc: "Scenario C, step 3; Scenario E, step 4",
  path: "/apisvc/v0/activation/status",
  query: z.strictObject({ customerId: text }),
  answers: answer(ActivationStatus),
  codes,
});

const JobStatus = z.object({ status: state });

export type JobStatus = z.output<typeof JobStatus>;

/** An immediate upgrade. Scheduled changes have no transaction: they show in `customerInfo`. */
export const planChangeStatus = readOperation({
  name: "planChangeStatus",
  doc: "Scenario F, step 4",
  path: "/apisvc/v0/status/plan/change/{txnId}",
  answers: answer(JobStatus),
  codes,
});

/** The answer is assumed. */
export const mdnSwapStatus = readOperation({
  name: "mdnSwapStatus",
  doc: "6 Quick Reference",
  path: "/apisvc/v0/mdn/swap/status/{customerId}",
  answers: answer(JobStatus),
  codes,
});

/** The answer is assumed. */
export const customerResetStatus = readOperation({
  name: "customerResetStatus",
  doc: "6 Quick Reference",
  path: "/apisvc/v0/customer/reset/status/{customerId}",
  answers: answer(JobStatus),
  codes,
});

/** The answer is assumed. */
export const simSwapStatus = readOperation({
  name: "simSwapStatus",
  doc: "6 Quick Reference",
  path: "/apisvc/v0/get/status/sim/swap",
  query: z.strictObject({ id: text }),
  answers: answer(JobStatus),
  codes,
});
