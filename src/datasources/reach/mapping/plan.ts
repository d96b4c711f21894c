import type { Plan } from "../../../model/plan.js";
import type { Offer } from "../../../model/reach.js";
import { flagOf, rawOf, textOf } from "../../mapping/text.js";
import type { OfferRow, PlanRow, ServiceRow } from "../operations/catalogue.js";
import { type Frame, keyOf } from "./frame.js";
import { bytesFromWire, moneyFromWire, numberFromWire } from "./quantity.js";
import { timeFromWire } from "./time.js";
import { billingFromWire } from "./words.js";

/** A plan. Its key is the service code exactly as received. */
export const planFromWire = (row: PlanRow, frame: Frame): Plan => ({
  key: keyOf(frame, row.serviceCode),
  name: textOf(row.displayName) ?? textOf(row.name),
  kind: "BASE",
  kindRaw: textOf(row.planType),
  billing: billingFromWire(row.planType),
  price: moneyFromWire(row.baseLinePrice),
  reach: {
    maxLines: numberFromWire(row.maxLines),
    fccLabel: rawOf(row.fccLabel),
    upgradableTo: plansNamedIn(row.upGradableTo),
    downgradableTo: plansNamedIn(row.downGradableTo),
    isChangeAllowed: flagOf(row.allowPlanChange),
    additionalLinePrice: moneyFromWire(row.additionalLinePrice),
    dataBytes: bytesFromWire(row.planData, row.dataUnit),
    isUnlimited: flagOf(row.isUnlimited),
    throttleSpeed: textOf(row.throttleSpeed),
  },
});

/** `REACH@nu@` before a plan's id: a tenant's prefix, seen in these two lists only. */
const TENANT = /^[^@\s]+@[^@\s]+@(?=\S)/;

const plansNamedIn = (list: PlanRow["upGradableTo"]): readonly string[] =>
  (list ?? []).flatMap((member) => textOf(member)?.replace(TENANT, "") ?? []);

/** A service: a top-up, shipping, credit for calls abroad. Its type stays the carrier's word. */
export const serviceFromWire = (row: ServiceRow, frame: Frame): Plan => ({
  key: keyOf(frame, row.serviceCode),
  name: textOf(row.displayName) ?? textOf(row.name),
  kind: "ADDON",
  kindRaw: textOf(row.serviceType),
  billing: "UNKNOWN",
  price: moneyFromWire(row.baseLinePrice),
});

export const offerFromWire = (row: OfferRow, { zone }: Frame): Offer => ({
  id: row.uniqueIdentifier,
  name: textOf(row.displayName) ?? textOf(row.name),
  couponCode: textOf(row.couponCode),
  discountType: textOf(row.discountType),
  discountValue: textOf(row.discountValue),
  expiresAt: timeFromWire(row.expiryDate, zone),
});
