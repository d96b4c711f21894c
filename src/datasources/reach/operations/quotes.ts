import { z } from "zod";
import { cell, members, object, type Shaped } from "../../shapes.js";
import { answer, readOperation } from "./declare.js";
import {
  IldCreditBody,
  NewPurchaseBody,
  NextPurchaseBody,
  PlanChangeBody,
  RoamingPackBody,
  TopUpBody,
} from "./order-bodies.js";

/** Prices. All of them read, though all are POSTs; each takes the body of the purchase that follows. */
const quoteOperation = <const D extends Parameters<typeof readOperation>[0]>(declared: D) =>
  readOperation({ ...declared, method: "POST" });

const PurchaseQuote = object({
  /** `totalOneTimeCost`, and what it is made of. */
  oneTimeCharge: members,
  estimatedMonthlyCost: cell,
});

export type PurchaseQuote = Shaped<typeof PurchaseQuote>;

/** A first purchase or a subsequent one; how the body of the second differs is assumed. */
export const productQuote = quoteOperation({
  name: "productQuote",
  doc: "Scenario A, step 4; Scenario B, step 3",
  path: "/apisvc/v0/product/quote",
  body: z.union([NewPurchaseBody, NextPurchaseBody]),
  answers: answer(PurchaseQuote),
});

/** Members are assumed. */
const SimpleQuote = object({ amount: cell, price: cell, tax: cell, total: cell });

export type SimpleQuote = Shaped<typeof SimpleQuote>;

/** A pack of data. */
export const topupQuote = quoteOperation({
  name: "topupQuote",
  doc: "6 Quick Reference",
  path: "/apisvc/v0/topup/quote",
  body: TopUpBody,
  answers: answer(SimpleQuote),
});

/** Credit for calls abroad. */
export const ildQuote = quoteOperation({
  name: "ildQuote",
  doc: "6 Quick Reference",
  path: "/apisvc/v0/ild/quote",
  body: IldCreditBody,
  answers: answer(SimpleQuote),
});

/** A roaming pack. */
export const roamingPackQuote = quoteOperation({
  name: "roamingPackQuote",
  doc: "Scenario J, step 3",
  path: "/apisvc/v0/intl/roaming/pack/quote/customer/{customerId}",
  body: RoamingPackBody,
  answers: answer(SimpleQuote),
});

/** The document has words for these members and not their names. */
const PlanChangeQuote = object({ proratedCharge: cell, nextBillAmount: cell, effectiveDate: cell });

export type PlanChangeQuote = Shaped<typeof PlanChangeQuote>;

/** Another plan. */
export const planChangeEstimate = quoteOperation({
  name: "planChangeEstimate",
  doc: "Scenario F, step 2",
  path: "/apisvc/v0/estimate/plan/change",
  body: PlanChangeBody,
  answers: answer(PlanChangeQuote),
});
