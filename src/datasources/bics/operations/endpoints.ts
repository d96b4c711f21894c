import { z } from "zod";
import { cell, list, nullish, object, type Shaped, side } from "../../shapes.js";
import { answers, id, listingAnswers, readOperation } from "./declare.js";

export const MAX_PAGE_SIZE = 2000;

/** Text `null` asks for endpoints without any tag. */
const Page = {
  page: z.int().min(1, "pages are counted from 1").optional(),
  perPage: z.int().min(1).max(MAX_PAGE_SIZE, `at most ${MAX_PAGE_SIZE} rows a page`).optional(),
};

/** A row of the listing. `id` is called endPointId everywhere else. */
const EndpointRow = object({
  id,
  status: cell,
  name: cell,
  iccid: cell,
  imei: cell,
  type: cell,
  msisdn: cell,
  imeiLockStatus: cell,
  imsi: cell,
  eid: cell,
  tagIdList: cell,
});

export type EndpointRow = Shaped<typeof EndpointRow>;

/** Without parameters the carrier answers with everything: never ask without a page. The totals stand beside the rows. */
export const getEndpoints = readOperation({
  name: "GetEndpoints",
  doc: "Endpoints",
  path: "/GetEndpoints",
  query: z.strictObject({ ...Page, tagId: z.string().min(1).optional() }),
  answers: listingAnswers(object({ endpoints: nullish(list(EndpointRow)) })),
  codes: { done: ["6742"], failed: { "6745": "CARRIER_REFUSED" } },
});

const BasicInfo = object({
  msisdn: cell,
  maBalance: cell,
  creationDate: cell,
  currentStatus: cell,
  currentStatusName: cell,
  ocExpiryDate: cell,
  planId: cell,
  planName: cell,
  subscriberType: cell,
  subscriberTypeName: cell,
  endPointId: cell,
  creditLimit: cell,
  parentEntityId: cell,
  nextBillingDate: cell,
  planEffectiveDate: cell,
  planExpiryDate: cell,
  currencyId: cell,
  currencyType: cell,
  tierId: cell,
  staticIP: cell,
  apn: cell,
  roamingProfileId: cell,
  roamingProfileName: cell,
  apnGroupId: cell,
  blockService: cell,
  ratType: cell,
  ratTypeName: cell,
  dependendRatType: cell,
  name: cell,
  currentActiveImsi: cell,
  imsi: cell,
  simStatus: cell,
  endpointStatus: cell,
  enterpriseAccountStatus: cell,
  enterpriseDataService: cell,
  enterpriseSMSService: cell,
  enterpriseNbiotService: cell,
  enterpriseLTEMService: cell,
  readyForSms: cell,
  imei: cell,
  pdpProfileName: cell,
  iccid: cell,
  simType: cell,
  simManufacture: cell,
  simApplet: cell,
  timeZoneId: cell,
  timeZoneName: cell,
  customerExpiryDate: cell,
  customerType: cell,
  benefits: cell,
  benefitIds: cell,
  framedIP: cell,
  /** The table's spelling; the examples print framedIP. */
  framedIp: cell,
  imeiLockStatus: cell,
  testPlanId: cell,
  testPlanName: cell,
  testRoamingProfileId: cell,
  testRoamingProfileName: cell,
  inventoryPlanId: cell,
  inventoryPlanName: cell,
  blacklistedNetworks: cell,
  lastSimStateChangeDateTime: cell,
  eid: cell,
  eSimProfileStatus: cell,
  rspState: cell,
  language: cell,
  languageName: cell,
  IsNRSecondary: cell,
  dynamicBenefitEnable: cell,
});

export type BasicInfo = Shaped<typeof BasicInfo>;

/** One allowance or account. The id is not unique: it says what kind of benefit it is. */
export const BenefitRow = object({
  id: cell,
  name: cell,
  startDate: cell,
  expiryDate: cell,
  balance: cell,
  unitType: cell,
  type: cell,
  actualBalance: cell,
  planId: cell,
  planName: cell,
  planCategory: cell,
  uniqueId: cell,
  rateZoneId: cell,
  rateZoneName: cell,
});

export type BenefitRow = Shaped<typeof BenefitRow>;

/** `usage` is what is left, in MB; `limit` (only when an add-on is subscribed) is in bytes. */
export const CounterRow = object({
  counterId: id,
  counterName: cell,
  usage: cell,
  limit: cell,
  action: cell,
  thresholdUnit: cell,
  thresholdValue: cell,
  frequency: cell,
  factor: cell,
  resetDate: cell,
  planId: cell,
  planName: cell,
  addonPlanId: cell,
  addonPlanName: cell,
  addonUniqueId: cell,
});

export type CounterRow = Shaped<typeof CounterRow>;

/** An add-on that the endpoint has. */
export const AddonRow = object({
  planId: id,
  planName: cell,
  planServiceId: cell,
  planServiceName: cell,
  planStartDate: cell,
  planExpiryDate: cell,
  uniqueId: cell,
});

export type AddonRow = Shaped<typeof AddonRow>;

const DynamicBenefitRow = object({
  dynamicBenefitsId: id,
  name: cell,
  category: cell,
  autoRenewal: cell,
  activationTime: cell,
  expiryTime: cell,
  priority: cell,
  benefitList: side(
    list(object({ benefitId: cell, benefit: cell, ratezone: cell, value: cell, balance: cell, priority: cell })),
  ),
});

export type DynamicBenefitRow = Shaped<typeof DynamicBenefitRow>;

const counters = nullish(list(CounterRow));
const addons = nullish(object({ plan: nullish(list(AddonRow)) }));

/** The table writes Counter and PromotionalPlans, the examples counter and promotionalPlans: both are read. */
const ProfileInfo = object({
  basicInfo: BasicInfo,
  benefitInfo: nullish(
    object({ benefit: nullish(list(BenefitRow)), dynamicBenefitsDetails: nullish(list(DynamicBenefitRow)) }),
  ),
  counter: counters,
  Counter: counters,
  promotionalPlans: addons,
  PromotionalPlans: addons,
  tagIdList: cell,
});

export type ProfileInfo = Shaped<typeof ProfileInfo>;

export const getEndPointProfile = readOperation({
  name: "GetEndPointProfile",
  doc: "Endpoint - Profile",
  path: "/GetEndPointProfile",
  query: z.strictObject({ endPointId: z.string().min(1) }),
  answers: answers({ info: ProfileInfo }),
  codes: { done: ["1082"], failed: { "1083": "CARRIER_REFUSED" } },
});
