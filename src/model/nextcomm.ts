import type { CarrierTime, Moment } from "./time.js";

/** A service of a line, and whether it may be used; null where the carrier's word is not known. */
export interface Facility {
  readonly name: string;
  readonly isAllowed: boolean | null;
  readonly raw: string | null;
}

/** What Next Communications tells of a subscriber beyond the canonical model. */
export interface NextCommSubscriber {
  readonly subscriptionId: string | null;
  readonly subscriptionStateRaw: string | null;
  readonly activeProducts: readonly string[];
  readonly facilities: readonly Facility[];
  /** When the SIM expires by the records of the network. */
  readonly simExpiresAt: Moment;
}

/** The record of a number's plan: what is asked before its expiry is moved. */
export interface PlanExpiry {
  readonly expiresAt: CarrierTime | null;
  readonly lastTransactionId: string | null;
  readonly simStatusRaw: string | null;
  readonly planName: string | null;
}

/** The regions that the carrier divides its catalogue by: tourist plans of South Africa, voice/data/SMS plans, data SIMs. */
export const NEXTCOMM_REGIONS = ["12", "24", "25"] as const;

export type NextCommRegion = (typeof NEXTCOMM_REGIONS)[number];

/** What the catalogue tells of a plan beyond the canonical model; all of it is asked again by a bulk activation. */
export interface NextCommPlan {
  readonly region: NextCommRegion;
  readonly profile: { readonly id: string; readonly name: string | null } | null;
  readonly serviceType: { readonly id: string; readonly name: string | null } | null;
  readonly validityDays: number | null;
  readonly otherBenefits: string | null;
  readonly additionalBenefit: string | null;
}

export const CONNECTION_TYPES = ["INDIVIDUAL", "CORPORATE", "TEST_CARDS", "FRIENDS", "FAMILY"] as const;

/** For whom a SIM is put into service. */
export type ConnectionType = (typeof CONNECTION_TYPES)[number];
