import type {
  BicsDynamicBenefit,
  BicsDynamicBenefitPart,
  BicsEndpointDetail,
  BicsEnterpriseServices,
  BicsOemDetail,
} from "../../../model/bics.js";
import { flagOf, partsOf, textOf } from "../../mapping/text.js";
import type { BasicInfo, DynamicBenefitRow } from "../operations/endpoints.js";
import type { Frame } from "./frame.js";
import { centsLimitFromWire, countLimitFromWire, megabyteLimitFromWire, moneyLimitFromWire } from "./quantity.js";
import { refFromWire, refsOfUnknownSeparator } from "./refs.js";
import { momentFromWire, timeFromWire } from "./time.js";

/** What the profile tells beyond the canonical model. */
export function detailFromWire(
  basic: BasicInfo,
  dynamicBenefits: readonly DynamicBenefitRow[],
  frame: Frame,
): BicsEndpointDetail {
  const currency = textOf(basic.currencyType);
  return {
    statusName: textOf(basic.currentStatusName),
    subscriberTypeName: textOf(basic.subscriberTypeName),
    simStatus: textOf(basic.simStatus),
    endpointStatus: textOf(basic.endpointStatus),
    parentEntityId: textOf(basic.parentEntityId),
    tierId: textOf(basic.tierId),
    customerType: textOf(basic.customerType),
    customerExpiresAt: momentFromWire(basic.customerExpiryDate, frame.zone),
    creditLimit: moneyLimitFromWire(basic.creditLimit, currency),
    mainBalance: centsLimitFromWire(basic.maBalance, currency),
    currencyId: textOf(basic.currencyId),
    timeZoneId: textOf(basic.timeZoneId),
    timeZoneName: textOf(basic.timeZoneName),
    language: refFromWire(basic.language, basic.languageName),
    currentActiveImsi: textOf(basic.currentActiveImsi),
    dependentRatCodes: partsOf(basic.dependendRatType, "|"),
    isNrSecondary: flagOf(basic.IsNRSecondary),
    pdpProfileName: textOf(basic.pdpProfileName),
    simType: textOf(basic.simType),
    simManufacturer: textOf(basic.simManufacture),
    simApplet: textOf(basic.simApplet),
    lastSimStateChangeAt: timeFromWire(basic.lastSimStateChangeDateTime, frame.zone),
    isReadyForSms: flagOf(basic.readyForSms),
    enterprise: enterpriseFromWire(basic),
    isDynamicBenefitEnabled: flagOf(basic.dynamicBenefitEnable),
    dynamicBenefits: dynamicBenefits.map((row) => dynamicBenefitFromWire(row, frame)),
    dynamicBenefitNames: refsOfUnknownSeparator(basic.benefitIds, basic.benefits),
    oem: oemFromWire(basic),
  };
}

const enterpriseFromWire = (basic: BasicInfo): BicsEnterpriseServices => ({
  accountStatus: textOf(basic.enterpriseAccountStatus),
  data: textOf(basic.enterpriseDataService),
  sms: textOf(basic.enterpriseSMSService),
  nbIot: textOf(basic.enterpriseNbiotService),
  lteM: textOf(basic.enterpriseLTEMService),
});

/** Null for accounts that are no OEM. */
function oemFromWire(basic: BasicInfo): BicsOemDetail | null {
  const testPlan = refFromWire(basic.testPlanId, basic.testPlanName);
  const inventoryPlan = refFromWire(basic.inventoryPlanId, basic.inventoryPlanName);
  const testRoamingProfile = refFromWire(basic.testRoamingProfileId, basic.testRoamingProfileName);
  return testPlan || inventoryPlan || testRoamingProfile ? { testPlan, inventoryPlan, testRoamingProfile } : null;
}

/** Category 2 is not pooled. The same key means something else in the coverage. */
const NOT_POOLED = "2";

function dynamicBenefitFromWire(row: DynamicBenefitRow, { zone }: Frame): BicsDynamicBenefit {
  const categoryRaw = textOf(row.category);
  return {
    id: String(row.dynamicBenefitsId),
    name: textOf(row.name),
    categoryRaw,
    isPooled: categoryRaw === NOT_POOLED ? false : null,
    isAutoRenewed: flagOf(row.autoRenewal),
    activatedAt: momentFromWire(row.activationTime, zone),
    endsAt: momentFromWire(row.expiryTime, zone),
    priority: textOf(row.priority),
    benefits: (row.benefitList ?? []).map(partFromWire),
  };
}

/** Two units in one object: what was given is in MB, what is left in bytes. */
const partFromWire = (part: NonNullable<DynamicBenefitRow["benefitList"]>[number]): BicsDynamicBenefitPart => ({
  id: textOf(part.benefitId),
  kindRaw: textOf(part.benefit),
  rateZoneId: textOf(part.ratezone),
  granted: megabyteLimitFromWire(part.value),
  remaining: countLimitFromWire(part.balance),
  priority: textOf(part.priority),
});
