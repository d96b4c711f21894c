import { dateText, NEVER, nextMonth } from "../dates.js";
import { simOf } from "../lookup.js";
import type { Endpoint, Enterprise, Sim, Status } from "../state.js";
import { centsText } from "./money.js";

type Row = Record<string, unknown>;

const NAMES: Record<Status, string> = {
  A: "Active",
  S: "Suspend",
  H: "Hold",
  PA: "Pre-Active",
  AT: "Active-Test",
  AI: "Active-Inventory",
};

const RATS = {
  "01": { name: "2G/3G", depends: "02|01" },
  "02": { name: "2G", depends: "02" },
  "06": { name: "2G/3G/4G", depends: "02|01|06" },
  "10": { name: "2G/3G/4G/5G", depends: "02|01|06|10" },
} as const;

/** `basicInfo` of the profile. Keys come and go from endpoint to endpoint, as they do in the document's examples. */
export function basicInfo(enterprise: Enterprise, endpoint: Endpoint, now: number): Row {
  const sim = simOf(enterprise, endpoint);
  return {
    ...numbers(endpoint, sim),
    ...account(enterprise, endpoint, now),
    ...radio(enterprise, endpoint),
    ...simInfo(endpoint, sim),
    ...services(enterprise, endpoint),
    ...benefits(enterprise, endpoint),
    ...oem(enterprise, endpoint),
    ...odds(endpoint),
  };
}

/** With the local profile in use these are the local numbers: the endpoint's identity as printed changes. */
function numbers(endpoint: Endpoint, sim: Sim | null): Row {
  const own = endpoint.rspState === "Local" && sim?.local ? sim.local : sim;
  const hasNumber = endpoint.status !== "PA" && endpoint.status !== "H";
  return {
    msisdn: own && hasNumber ? own.msisdn : endpoint.variant % 2 ? "-" : "",
    imsi: own?.imsi,
    iccid: own?.iccid,
    currentActiveImsi: hasNumber ? own?.imsi : undefined,
  };
}

function account(enterprise: Enterprise, endpoint: Endpoint, now: number): Row {
  const plan = enterprise.plans.get(endpoint.planId);
  const isPostpaid = endpoint.type === "1";
  const isOem = endpoint.status === "AT" || endpoint.status === "AI";
  return {
    maBalance: isPostpaid ? "UNLIMITED" : centsText(endpoint.balance),
    creationDate: dateText(endpoint.createdAt),
    currentStatus: endpoint.status,
    currentStatusName: NAMES[endpoint.status],
    ocExpiryDate: NEVER,
    planId: endpoint.planId,
    planName: plan?.planName,
    subscriberType: endpoint.type,
    subscriberTypeName: isPostpaid ? "Postpaid" : "Prepaid",
    creditLimit: isPostpaid ? endpoint.creditLimit : undefined,
    parentEntityId: enterprise.accountId,
    nextBillingDate: isPostpaid && !isOem ? dateText(nextMonth(now)) : undefined,
    planEffectiveDate: dateText(endpoint.planSince),
    planExpiryDate: NEVER,
    currencyId: "44",
    currencyType: "EUR",
    tierId: "5",
    customerExpiryDate: NEVER,
    timeZoneId: enterprise.timeZoneId,
    name: endpoint.name,
    endPointId: endpoint.id,
  };
}

function radio(enterprise: Enterprise, endpoint: Endpoint): Row {
  const names = endpoint.roamingProfileIds.map((id) => enterprise.roamingProfiles.get(id)?.roamingProfileName ?? "");
  const rat = RATS[endpoint.ratType];
  return {
    apn: enterprise.apnGroups.get(endpoint.apnGroupId)?.apns.join("|"),
    roamingProfileId: endpoint.roamingProfileIds.join("|"),
    roamingProfileName: names.join("|"),
    pdpProfileName: "DEFAULT",
    apnGroupId: endpoint.apnGroupId,
    staticIP: endpoint.valueAddedFeatureIds.includes("VAF_STATICIP") ? "10.64.0.17" : undefined,
    ratType: endpoint.ratType,
    ratTypeName: rat.name,
    dependendRatType: endpoint.variant % 10 === 7 ? rat.depends.replace("10", "08") : rat.depends,
    framedIP: endpoint.framedIp ?? undefined,
  };
}

function simInfo(endpoint: Endpoint, sim: Sim | null): Row {
  if (!sim) return { imeiLockStatus: endpoint.imeiLock };
  const stateName = endpoint.status === "S" ? "Suspended" : NAMES[endpoint.status];
  const changedAt = endpoint.lastSimStateChange;
  return {
    imei: endpoint.imei || undefined,
    simStatus: stateName,
    endpointStatus: endpoint.variant % 3 === 0 ? undefined : stateName,
    lastSimStateChangeDateTime: changedAt === null || endpoint.variant % 3 === 1 ? undefined : dateText(changedAt),
    simType: sim.simType,
    simManufacture: "Valid",
    simApplet: sim.eid ? "3468856" : endpoint.variant % 2 ? "NA" : "BICS",
    imeiLockStatus: endpoint.imeiLock,
    eid: sim.eid ?? undefined,
    eSimProfileStatus: endpoint.eSimProfileStatus ?? undefined,
    rspState: endpoint.rspState ?? undefined,
  };
}

function services(enterprise: Enterprise, endpoint: Endpoint): Row {
  const has = (service: "DATA" | "SMS_MT" | "NB_IOT"): string =>
    endpoint.services.includes(service) ? "Active" : "Disabled";
  const canReceive = endpoint.services.includes("SMS_MT") && !endpoint.barred.has("SMS_MT");
  return {
    enterpriseAccountStatus: enterprise.enabled ? "Enabled" : "Disabled",
    enterpriseDataService: has("DATA"),
    enterpriseNbiotService: has("NB_IOT"),
    enterpriseSMSService: has("SMS_MT"),
    readyForSms: canReceive ? "Yes" : "No",
    blockService: endpoint.barred.size > 0 ? "true" : undefined,
    blacklistedNetworks: endpoint.variant % 12 === 11 ? undefined : endpoint.blacklist.size > 0 ? "Yes" : "No",
  };
}

function benefits(enterprise: Enterprise, endpoint: Endpoint): Row {
  const benefit = endpoint.dynamicBenefit && enterprise.dynamicBenefits.get(endpoint.dynamicBenefit.id);
  if (!benefit) return {};
  const suffix = endpoint.variant % 4 === 0 ? "" : benefit.pooled ? " - pooled" : " - non-pooled";
  return { benefits: `${benefit.name}${suffix}`, benefitIds: benefit.id };
}

function oem(enterprise: Enterprise, endpoint: Endpoint): Row {
  if (endpoint.status !== "AT" && endpoint.status !== "AI") return {};
  const plans = [...enterprise.plans.values()];
  const test = plans.find((plan) => plan.category === "TEST");
  const inventory = plans.find((plan) => plan.category === "INVENTORY");
  const roaming = [...enterprise.roamingProfiles.values()].find((profile) => profile.isTest);
  const inventoryKeys = { inventoryPlanName: inventory?.planName, inventoryPlanId: inventory?.planId };
  if (endpoint.status === "AI") return inventoryKeys;
  return {
    testPlanName: test?.planName,
    testPlanId: test?.planId,
    ...inventoryKeys,
    testRoamingProfileName: roaming?.roamingProfileName,
    testRoamingProfileId: roaming?.roamingProfileId,
  };
}

/** Keys the document's tables do not have and its examples do. */
function odds(endpoint: Endpoint): Row {
  const { variant } = endpoint;
  return {
    ...(variant % 5 === 1 ? { language: "1", languageName: "ENGLISH", timeZoneName: "Europe/Belgrade" } : {}),
    ...(variant % 5 === 2 ? { customerType: "SFT", enterpriseLTEMService: "Active" } : {}),
    ...(variant % 5 === 3 ? { IsNRSecondary: "true" } : {}),
    ...(variant % 5 === 4 ? { dynamicBenefitEnable: "true" } : {}),
  };
}
