import { z } from "zod";
import { cell, object, type Shaped, side } from "../../shapes.js";
import { MISSING } from "../failures.js";
import { answer, readOperation, state } from "./declare.js";
import { text } from "./request.js";

/** What is asked again and again until something has ended. A 404 says that the carrier knows nothing of it. */
const codes = { empty: [MISSING] } as const;

const Link = object({ url: cell, expireDate: cell });

export type LinkCells = Shaped<typeof Link>;

const PurchaseStatus = object({
  status: state,
  paymentStatus: cell,
  paymentStatusDesc: cell,
  link: side(Link),
  customerId: cell,
  clientAccountId: cell,
  shipmentStatus: cell,
  amount: cell,
  totalAmount: cell,
  totalTax: cell,
});

export type PurchaseStatus = Shaped<typeof PurchaseStatus>;

/** A purchase, first or subsequent, until it is COMPLETED or FAILED. */
export const productStatus = readOperation({
  name: "productStatus",
  doc: "Scenario A, steps 6 and 8",
  path: "/apisvc/v0/product/status/{transactionId}",
  answers: answer(PurchaseStatus),
  codes,
});

const ActivationStatus = object({
  customerId: cell,
  status: state,
  mobileNo: cell,
  planName: cell,
  activationDate: cell,
  activationMsg: cell,
});

export type ActivationStatus = Shaped<typeof ActivationStatus>;

/** An activation or a port-in. Asked by the customer, not by the transaction. */
export const activationStatus = readOperation({
  name: "activationStatus",
  doc: "Scenario C, step 3; Scenario E, step 4",
  path: "/apisvc/v0/activation/status",
  query: z.strictObject({ customerId: text }),
  answers: answer(ActivationStatus),
  codes,
});

const JobStatus = object({ status: state });

export type JobStatus = Shaped<typeof JobStatus>;

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
