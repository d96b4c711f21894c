import type { NamedRef } from "./endpoint.js";
import type { Limit } from "./quantity.js";
import type { CarrierTime, Moment } from "./time.js";

/** What the BICS profile tells of an endpoint beyond the canonical model. Codes and words are the carrier's own. */
export interface BicsEndpointDetail {
  readonly statusName: string | null;
  /** The word beside the billing type, such as `Postpaid`. */
  readonly subscriberTypeName: string | null;
  readonly simStatus: string | null;
  readonly endpointStatus: string | null;
  readonly parentEntityId: string | null;
  readonly tierId: string | null;
  readonly customerType: string | null;
  readonly customerExpiresAt: Moment;
  readonly creditLimit: Limit;
  readonly mainBalance: Limit;
  readonly currencyId: string | null;
  readonly timeZoneId: string | null;
  readonly timeZoneName: string | null;
  readonly language: NamedRef | null;
  readonly currentActiveImsi: string | null;
  readonly dependentRatCodes: readonly string[];
  readonly isNrSecondary: boolean | null;
  readonly pdpProfileName: string | null;
  readonly simType: string | null;
  readonly simManufacturer: string | null;
  readonly simApplet: string | null;
  readonly lastSimStateChangeAt: CarrierTime | null;
  readonly isReadyForSms: boolean | null;
  readonly enterprise: BicsEnterpriseServices;
  readonly isDynamicBenefitEnabled: boolean | null;
  readonly dynamicBenefits: readonly BicsDynamicBenefit[];
  readonly dynamicBenefitNames: readonly NamedRef[];
  readonly oem: BicsOemDetail | null;
}

/** Which services the enterprise has, in the carrier's words (`Active`, `Disabled`, `Enabled`). */
export interface BicsEnterpriseServices {
  readonly accountStatus: string | null;
  readonly data: string | null;
  readonly sms: string | null;
  readonly nbIot: string | null;
  readonly lteM: string | null;
}

/** The plans and the roaming profile that an OEM account's endpoint passes through before it is active. */
export interface BicsOemDetail {
  readonly testPlan: NamedRef | null;
  readonly inventoryPlan: NamedRef | null;
  readonly testRoamingProfile: NamedRef | null;
}

export interface BicsDynamicBenefit {
  readonly id: string;
  readonly name: string | null;
  readonly categoryRaw: string | null;
  readonly isPooled: boolean | null;
  readonly isAutoRenewed: boolean | null;
  readonly activatedAt: Moment;
  /** Expiry, or renewal where it renews itself. */
  readonly endsAt: Moment;
  readonly priority: string | null;
  readonly benefits: readonly BicsDynamicBenefitPart[];
}

export interface BicsDynamicBenefitPart {
  readonly id: string | null;
  readonly kindRaw: string | null;
  readonly rateZoneId: string | null;
  /** The amount given, in bytes. */
  readonly granted: Limit;
  /** The amount left, in bytes. */
  readonly remaining: Limit;
  readonly priority: string | null;
}

/** A range of SIMs that may be provisioned in bulk. `quantity` and the range are both the carrier's and need not agree. */
export interface BicsIccidRange {
  readonly accountName: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly quantity: number | null;
  readonly simStatus: string | null;
}

export type BicsBulkState = "RUNNING" | "SUCCEEDED" | "FAILED" | "UNKNOWN";

/** One row of the status of a bulk creation. */
export interface BicsBulkCreation {
  readonly simProvisionId: string | null;
  readonly state: BicsBulkState;
  readonly stateRaw: string | null;
  readonly reason: string | null;
  readonly iccidFrom: string | null;
  readonly iccidTo: string | null;
  readonly quantity: number | null;
  readonly endpointStatusRaw: string | null;
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly provisionedAt: CarrierTime | null;
}

/** A roaming profile with the networks it reaches. */
export interface BicsRoamingProfile extends NamedRef {
  readonly networks: readonly BicsRoamingNetwork[];
}

export interface BicsRoamingNetwork {
  readonly tadig: string | null;
  readonly operatorId: string | null;
  readonly operatorName: string | null;
  readonly countryName: string | null;
  readonly categoryGroupId: string | null;
}
