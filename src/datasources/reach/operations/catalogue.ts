import { z } from "zod";
import { answer, cell, id, listAnswer, readOperation, sideList } from "./declare.js";

const PlanRow = z.object({
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
  upGradableTo: sideList(z.unknown()),
  downGradableTo: sideList(z.unknown()),
});

export type PlanRow = z.output<typeof PlanRow>;

/** Members are assumed. */
const OfferRow = z.object({
  uniqueIdentifier: id,
  displayName: cell,
  name: cell,
  couponCode: cell,
  discountType: cell,
  discountValue: cell,
  expiryDate: cell,
});

export type OfferRow = z.output<typeof OfferRow>;

/** Members are assumed. */
const ServiceRow = z.object({ serviceCode: id, displayName: cell, name: cell, baseLinePrice: cell, serviceType: cell });

export type ServiceRow = z.output<typeof ServiceRow>;

const rows = <S extends z.ZodType>(row: S) =>
  z
    .array(row)
    .nullish()
    .transform((list) => list ?? []);

/** Everything at once. */
export const productFetch = readOperation({
  name: "productFetch",
  doc: "Scenario A, step 3",
  path: "/apisvc/v0/product/fetch",
  answers: answer(z.object({ plans: rows(PlanRow), offers: rows(OfferRow), services: rows(ServiceRow) })),
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
