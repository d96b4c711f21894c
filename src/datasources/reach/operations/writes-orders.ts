import { z } from "zod";
import { cell, object, type Shaped } from "../../shapes.js";
import { answer, asyncOperation, chargeAnswer, id, sideAnswer, writeOperation } from "./declare.js";
import {
  IldCreditBody,
  NewPurchaseBody,
  NextPurchaseBody,
  PlanChangeBody,
  RoamingPackBody,
  TopUpBody,
} from "./order-bodies.js";
import { amount, customer, text } from "./request.js";

/**
 * What costs money. None is ever sent twice: the carrier recognises no repeat, and after 504 says itself that a part may
 * have been done.
 */

/** Without the id nobody could follow what was taken on, so an answer without it is none. */
const Transaction = answer(object({ transactionId: id }));

/** A first purchase; makes a customer. */
export const productPurchase = asyncOperation({
  name: "productPurchase",
  doc: "Scenario A, step 5",
  method: "POST",
  path: "/apisvc/v0/product",
  body: NewPurchaseBody,
  answers: Transaction,
});

/** For customers only: a first purchase sent here, or this one there, makes a second account. */
export const productSubsequent = asyncOperation({
  name: "productSubsequent",
  doc: "Scenario B, step 4",
  method: "POST",
  path: "/apisvc/v0/product/subsequent",
  body: NextPurchaseBody,
  answers: Transaction,
});

/** A charge, whose own word tells more than the envelope's. Assumed. */
const Charge = chargeAnswer({ transactionId: cell, paymentId: cell, status: cell });

export type Charge = Shaped<(typeof Charge)["2xx"]>;

export const topupPurchase = writeOperation({
  name: "topupPurchase",
  doc: "6 Quick Reference",
  method: "POST",
  path: "/apisvc/v0/topup/purchase",
  body: TopUpBody,
  answers: Charge,
});

export const ildPurchase = writeOperation({
  name: "ildPurchase",
  doc: "6 Quick Reference",
  method: "POST",
  path: "/apisvc/v0/ild/purchase",
  body: IldCreditBody,
  answers: Charge,
});

/** Pays a bill with a saved card. */
export const paymentCustomer = writeOperation({
  name: "paymentCustomer",
  doc: "Scenario H, step 4",
  method: "POST",
  path: "/apisvc/v0/payment/customer",
  body: z.strictObject({ ...customer, billId: text, ccUUID: text, amount }),
  answers: Charge,
});

export const roamingPackPurchase = asyncOperation({
  name: "roamingPackPurchase",
  doc: "Scenario J, step 4",
  method: "POST",
  path: "/apisvc/v0/intl/roaming/pack/purchase/customer/{customerId}",
  body: RoamingPackBody,
  answers: sideAnswer({ transactionId: cell, packInstanceId: cell }),
});

/** The id comes for an upgrade at once only; other changes are scheduled, and seen by the plan of the customer. */
export const planChangePurchase = writeOperation({
  name: "planChangePurchase",
  doc: "Scenario F, step 3",
  method: "POST",
  path: "/apisvc/v0/purchase/plan/change",
  body: PlanChangeBody,
  answers: sideAnswer({ txnId: cell }),
});
