import type { Money } from "./quantity.js";
import type { CarrierTime } from "./time.js";

export const SIM_TYPES = ["PSIM", "ESIM", "BOTH", "UNKNOWN"] as const;

/** Whether a physical SIM, an eSIM, or either fits. */
export type SimMode = (typeof SIM_TYPES)[number];

/** What Reach tells of a subscriber beyond the canonical model. */
export interface ReachSubscriber {
  readonly groupId: string | null;
  /** The brand's own reference of the account. */
  readonly clientAccountId: string | null;
  readonly isPrimary: boolean | null;
  readonly imei: string | null;
  readonly simType: SimMode;
  readonly isDataCutOff: boolean | null;
}

/** Whether an address is served. */
export interface Coverage {
  readonly isCovered: boolean | null;
  readonly strength5g: string | null;
  readonly strength4g: string | null;
  readonly isEsimAvailable: boolean | null;
  readonly isPhysicalSimAvailable: boolean | null;
}

/** An address in the United States. */
export interface Address {
  readonly name: string;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

/** What a device can do on the network. */
export interface DeviceCheck {
  readonly isValid: boolean | null;
  readonly mode: SimMode;
  readonly isEsimAvailable: boolean | null;
  readonly make: string | null;
  readonly model: string | null;
}

/** Whether a SIM can be activated. */
export interface SimCheck {
  readonly isValid: boolean | null;
  readonly mode: SimMode;
  readonly hasWifiCalling: boolean | null;
  readonly isVolteCompatible: boolean | null;
}

/** Whether a number can be ported in. */
export interface PortInCheck {
  readonly isPortable: boolean | null;
  readonly message: string | null;
}

/** Whether a ZIP code is served. */
export interface ZipCheck {
  readonly isServed: boolean | null;
  readonly city: string | null;
  readonly state: string | null;
}

/** How far an activation or port-in has come. */
export const ACTIVATION_STATES = [
  "INACTIVE",
  "IN_PROGRESS",
  "ACTIVE",
  "FAILED",
  "PORTING",
  "PORTING_FAILED",
  "PORT_CANCELLED",
  "UNKNOWN",
] as const;

export type ActivationState = (typeof ACTIVATION_STATES)[number];

export interface Activation {
  readonly state: ActivationState;
  readonly stateRaw: string | null;
  readonly msisdn: string | null;
  readonly planName: string | null;
  readonly activatedAt: CarrierTime | null;
  readonly message: string | null;
}

/** How far a job of the carrier has come. */
export interface Job {
  readonly state: "RUNNING" | "COMPLETED" | "FAILED" | "UNKNOWN";
  readonly stateRaw: string | null;
}

/** What the catalogue tells of a plan beyond the canonical model. */
export interface ReachPlan {
  readonly maxLines: number | null;
  /** The broadband label that must be shown to whom the plan is offered. */
  readonly fccLabel: string | null;
  /** Ids of plans (`Plan.carrierPlanId`), without the tenant's prefix. */
  readonly upgradableTo: readonly string[];
  readonly downgradableTo: readonly string[];
  readonly isChangeAllowed: boolean | null;
  readonly additionalLinePrice: Money | null;
  readonly dataBytes: bigint | null;
  readonly isUnlimited: boolean | null;
  readonly throttleSpeed: string | null;
}

/** A coupon of the catalogue. */
export interface Offer {
  readonly id: string;
  readonly name: string | null;
  readonly couponCode: string | null;
  readonly discountType: string | null;
  readonly discountValue: string | null;
  readonly expiresAt: CarrierTime | null;
}

/** What is left of an allowance in the current cycle. Amounts are bytes for data; null where the unit is not known. */
export interface AllowanceUse {
  readonly used: bigint | null;
  readonly total: bigint | null;
  readonly remaining: bigint | null;
  readonly isUnlimited: boolean | null;
  readonly unitRaw: string | null;
  readonly usedRaw: string | null;
  readonly totalRaw: string | null;
  readonly remainingRaw: string | null;
  readonly from: CarrierTime | null;
  readonly to: CarrierTime | null;
}

export const USAGE_KINDS = ["DATA", "ILD", "IR"] as const;

/** Data; calls abroad from home (ILD); use while abroad (IR). */
export type UsageKind = (typeof USAGE_KINDS)[number];

export interface IldUse {
  readonly destination: string | null;
  readonly minutes: string | null;
  readonly cost: Money | null;
}

export interface IldPurchase {
  readonly id: string | null;
  readonly amount: Money | null;
  readonly purchasedAt: CarrierTime | null;
  readonly statusRaw: string | null;
}

/** A country with its prices while roaming there. */
export interface RoamingCountry {
  readonly name: string | null;
  readonly code: string | null;
  readonly zone: string | null;
  readonly ildPulse: string | null;
  readonly pricePerMinute: Money | null;
  readonly pricePerMb: Money | null;
  readonly pricePerSms: Money | null;
}

/** A roaming pack that can be bought. */
export interface RoamingPackOffer {
  readonly id: string;
  readonly name: string | null;
  readonly zone: string | null;
  readonly dataBytes: bigint | null;
  readonly voiceSeconds: bigint | null;
  readonly messages: bigint | null;
  readonly validityDays: number | null;
  readonly price: Money | null;
}

/** A roaming pack that a group has. */
export interface RoamingPack {
  readonly packId: string;
  readonly instanceId: string | null;
  readonly name: string | null;
  readonly statusRaw: string | null;
  readonly from: CarrierTime | null;
  readonly to: CarrierTime | null;
  readonly isRenewedAutomatically: boolean | null;
}

/** What is left of a roaming pack. */
export interface RoamingPackUse {
  readonly packId: string;
  readonly name: string | null;
  readonly remainingBytes: bigint | null;
  readonly remainingSeconds: bigint | null;
  readonly remainingMessages: bigint | null;
  readonly to: CarrierTime | null;
}

export const LEAVING_TYPES = ["PORT_OUT", "DISCONNECT"] as const;

/** How somebody leaves. */
export type LeavingType = (typeof LEAVING_TYPES)[number];

export const CUT_OFF_REASONS = ["OVERUSE", "BILLDUE", "CUSTOMER_REQUEST", "OTHER"] as const;

/** Why data is cut off. */
export type CutOffReason = (typeof CUT_OFF_REASONS)[number];

export const CUT_OFF_END_REASONS = ["BILLPAID", "CUSTOMER_REQUEST", "OTHER"] as const;

/** Why data is given back. */
export type CutOffEndReason = (typeof CUT_OFF_END_REASONS)[number];
