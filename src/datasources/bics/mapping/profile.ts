import type { Barring, EndpointProfile } from "../../../model/endpoint.js";
import { flagOf, partsOf, textOf } from "../../mapping/text.js";
import type { BasicInfo, ProfileInfo } from "../operations/endpoints.js";
import { addonsFromWire } from "./addon.js";
import { type BenefitOwner, balancesFromWire, counterFromWire } from "./balance.js";
import { summaryFromWire } from "./endpoint.js";
import type { Frame } from "./frame.js";
import { detailFromWire } from "./profile-detail.js";
import { radioAccessFromWire } from "./rats.js";
import { planFromWire, refsFromWire } from "./refs.js";
import { billingFromWire, esimProfileFromWire } from "./states.js";
import { momentFromWire, timeFromWire } from "./time.js";

/** The whole profile. `endpointId` is the one asked for: numbers of a localised SIM change, the endpoint's id does not. */
export function profileFromWire(info: ProfileInfo, endpointId: string, frame: Frame): EndpointProfile {
  const { basicInfo: basic, benefitInfo } = info;
  const owner: BenefitOwner = {
    endpointId,
    billing: billingFromWire(basic.subscriberType),
    currency: textOf(basic.currencyType),
  };
  const moment = (cell: unknown) => momentFromWire(cell, frame.zone);
  const summary = { ...basic, status: basic.currentStatus, type: basic.subscriberType };
  return {
    ...summaryFromWire(summary, endpointId, info.tagIdList ?? [], frame),
    createdAt: timeFromWire(basic.creationDate, frame.zone),
    expiresAt: moment(basic.ocExpiryDate),
    nextBillingAt: moment(basic.nextBillingDate),
    plan: planFromWire({ id: basic.planId, name: basic.planName, kind: "BASE", billing: owner.billing }, frame),
    planFrom: moment(basic.planEffectiveDate),
    planTo: moment(basic.planExpiryDate),
    currency: owner.currency,
    balances: balancesFromWire(benefitInfo?.benefit ?? [], owner, frame),
    counters: (info.counter ?? info.Counter ?? []).map((row) => counterFromWire(row, owner, frame)),
    addons: addonsFromWire((info.promotionalPlans ?? info.PromotionalPlans)?.plan ?? [], owner, frame),
    ...network(basic),
    bics: detailFromWire(basic, benefitInfo?.dynamicBenefitsDetails ?? [], frame),
  };
}

function barringFromWire(cell: unknown): Barring | null {
  const raw = textOf(cell);
  return raw === null ? null : { isBarred: flagOf(raw), raw };
}

const network = (basic: BasicInfo) => ({
  apns: partsOf(basic.apn, "|"),
  apnGroupId: textOf(basic.apnGroupId),
  staticIp: textOf(basic.staticIP),
  framedIps: partsOf(basic.framedIP ?? basic.framedIp, "|"),
  roamingProfiles: refsFromWire(basic.roamingProfileId, basic.roamingProfileName),
  radioAccess: radioAccessFromWire(basic.ratType, basic.ratTypeName),
  barring: barringFromWire(basic.blockService),
  hasBlacklistedNetworks: flagOf(basic.blacklistedNetworks),
  esimProfile: esimProfileFromWire(basic.eSimProfileStatus, basic.rspState),
});
