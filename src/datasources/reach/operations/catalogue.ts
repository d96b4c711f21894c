import { cell, list, nullish, object, type Shape, type Shaped, side } from "../../shapes.js";
import { answer, id, listAnswer, readOperation } from "./declare.js";

const PlanRow = object({
  serviceCode: id,
  displayName: cell,
  name: cell,
  planType: cell,
  baseLinePrice: cell,
  additionalLinePrice: cell,
  maxLines: cell,
  fccLabel: cell,
  planData: cell,
  dataUnit: cell,
  isUnlimited: cell,
  throttleSpeed: cell,
  allowPlanChange: cell,
  upGradableTo: side(list(cell)),
  downGradableTo: side(list(cell)),
});

export type PlanRow = Shaped<typeof PlanRow>;

/** Members are assumed. */
const OfferRow = object({
  uniqueIdentifier: id,
  displayName: cell,
  name: cell,
  couponCode: cell,
  discountType: cell,
  discountValue: cell,
  expiryDate: cell,
});

export type OfferRow = Shaped<typeof OfferRow>;

/** Members are assumed. */
const ServiceRow = object({ serviceCode: id, displayName: cell, name: cell, baseLinePrice: cell, serviceType: cell });

export type ServiceRow = Shaped<typeof ServiceRow>;

function rows<T>(row: Shape<T>): Shape<readonly T[]> {
  const found = nullish(list(row));
  return (value) => found(value) ?? [];
}

/** Everything at once. */
export const productFetch = readOperation({
  name: "productFetch",
  doc: "Scenario A, step 3",
  path: "/apisvc/v0/product/fetch",
  answers: answer(object({ plans: rows(PlanRow), offers: rows(OfferRow), services: rows(ServiceRow) })),
});

/** Plans only. */
export const productFetchPlan = readOperation({
  name: "productFetchPlan",
  doc: "Scenario A, step 3",
  path: "/apisvc/v0/product/fetch/plan",
  answers: listAnswer(PlanRow, "plans"),
});

/** Coupons only. */
export const productFetchOffer = readOperation({
  name: "productFetchOffer",
  doc: "6 Quick Reference",
  path: "/apisvc/v0/product/fetch/offer",
  answers: listAnswer(OfferRow, "offers"),
});

/** Services only, such as shipping. */
export const productFetchService = readOperation({
  name: "productFetchService",
  doc: "6 Quick Reference",
  path: "/apisvc/v0/product/fetch/service",
  answers: listAnswer(ServiceRow, "services"),
});
