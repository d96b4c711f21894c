import type { Barring, EndpointProfile } from "../../../model/endpoint.js";
import { flagOf, partsOf, textOf } from "../../mapping/text.js";
import type { BasicInfo, ProfileInfo } from "../operations/endpoints.js";
import { addonsFromWire } from "./addon.js";
import { type BenefitOwner, balancesFromWire, countersFromWire } from "./balance.js";
import { type SummaryCells, summaryFromWire } from "./endpoint.js";
import type { Frame } from "./frame.js";
import { detailFromWire } from "./profile-detail.js";
import { radioAccessFromWire } from "./rats.js";
import { planFromWire, refsFromWire } from "./refs.js";
import { esimProfileFromWire } from "./states.js";
import { momentFromWire, timeFromWire } from "./time.js";

/**
 * The whole profile. `endpointId` is the one asked for: numbers of a localised SIM change, the endpoint's id does not.
 * Its members are named one by one: putting objects together by spreading them takes four times the memory.
 */
export function profileFromWire(info: ProfileInfo, endpointId: string, frame: Frame): EndpointProfile {
  const { basicInfo: basic, benefitInfo } = info;
  const { zone } = frame;
  const summary = summaryFromWire(summaryCellsOf(basic), endpointId, info.tagIdList ?? [], frame);
  const { billing } = summary;
  const owner: BenefitOwner = { endpointId, billing, currency: textOf(basic.currencyType) };
  return {
    key: summary.key,
    name: summary.name,
    state: summary.state,
    stateRaw: summary.stateRaw,
    billing,
    billingRaw: summary.billingRaw,
    msisdn: summary.msisdn,
    imei: summary.imei,
    imeiLock: summary.imeiLock,
    imeiLockRaw: summary.imeiLockRaw,
    tags: summary.tags,
    sim: summary.sim,
    createdAt: timeFromWire(basic.creationDate, zone),
    expiresAt: momentFromWire(basic.ocExpiryDate, zone),
    nextBillingAt: momentFromWire(basic.nextBillingDate, zone),
    plan: planFromWire({ id: basic.planId, name: basic.planName, kind: "BASE", billing }, frame),
    planFrom: momentFromWire(basic.planEffectiveDate, zone),
    planTo: momentFromWire(basic.planExpiryDate, zone),
    currency: owner.currency,
    balances: balancesFromWire(benefitInfo?.benefit ?? [], owner, frame),
    counters: countersFromWire(info.counter ?? info.Counter ?? [], owner, frame),
    addons: addonsFromWire((info.promotionalPlans ?? info.PromotionalPlans)?.plan ?? [], owner, frame),
    apns: partsOf(basic.apn, "|"),
    apnGroupId: textOf(basic.apnGroupId),
    staticIp: textOf(basic.staticIP),
    framedIps: partsOf(basic.framedIP ?? basic.framedIp, "|"),
    roamingProfiles: refsFromWire(basic.roamingProfileId, basic.roamingProfileName),
    radioAccess: radioAccessFromWire(basic.ratType, basic.ratTypeName),
    barring: barringFromWire(basic.blockService),
    hasBlacklistedNetworks: flagOf(basic.blacklistedNetworks),
    esimProfile: esimProfileFromWire(basic.eSimProfileStatus, basic.rspState),
    bics: detailFromWire(basic, benefitInfo?.dynamicBenefitsDetails ?? [], frame),
  };
}

/** What the profile tells of the summary, under the names of the listing. */
const summaryCellsOf = (basic: BasicInfo): SummaryCells => ({
  status: basic.currentStatus,
  type: basic.subscriberType,
  name: basic.name,
  msisdn: basic.msisdn,
  imei: basic.imei,
  imeiLockStatus: basic.imeiLockStatus,
  iccid: basic.iccid,
  imsi: basic.imsi,
  eid: basic.eid,
});

function barringFromWire(cell: unknown): Barring | null {
  const raw = textOf(cell);
  return raw === null ? null : { isBarred: flagOf(raw), raw };
}
