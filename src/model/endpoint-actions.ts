import type { Addon } from "./addon.js";
import type { Balance, Counter } from "./balance.js";
import type { ImeiLock } from "./endpoint.js";
import type { LineState } from "./line.js";

/** How a write ended that did not fail: done, taken on and not yet finished, or so already before it was asked for. */
export interface WriteResult {
  readonly is: "done" | "pending" | "already";
  readonly carrierCode: string;
  readonly carrierMessage: string | null;
  /** The carrier's id of what was made or is under way: an endpoint, a bulk creation, a job. */
  readonly reference: string | null;
}

type Lock = Exclude<ImeiLock, "UNKNOWN">;

/** A new endpoint: created only, or with a SIM linked to it, or also put into service. Billing starts with service. */
export interface EndpointCreation {
  readonly name: string;
  readonly planId: string;
  readonly roamingProfileIds: readonly string[];
  readonly apnGroupId: string;
  /** The SIM to link; null creates an endpoint without one. */
  readonly iccid: string | null;
  readonly isActivated: boolean;
  /** Decimal text; the carrier does not name its unit. */
  readonly monthlyLimit: string | null;
  readonly dynamicBenefitId: string | null;
  readonly imeiLock: Lock | null;
  readonly imei: string | null;
  /** Only for an endpoint that is activated. */
  readonly addonPlanIds: readonly string[];
  readonly valueAddedFeatureIds: readonly string[];
  readonly tagIds: readonly string[];
}

export const CREATION_STEPS = ["CREATED", "LINKED", "ACTIVATED"] as const;

export type CreationStep = (typeof CREATION_STEPS)[number];

export interface CreationResult extends WriteResult {
  /** How far the carrier came, which may be less than was asked for. */
  readonly reached: CreationStep;
  readonly isPartial: boolean;
}

export const BARRABLE_SERVICES = [
  "RAT_2G",
  "RAT_2G_3G",
  "RAT_4G",
  "RAT_5G",
  "SMS_MT",
  "SMS_MO",
  "DATA",
  "NB_IOT",
] as const;

export type BarrableService = (typeof BARRABLE_SERVICES)[number];

/** Services to bar (true) or unbar (false): all that the service profile has, or some. */
export type Barring =
  | { readonly all: boolean }
  | { readonly services: Readonly<Partial<Record<BarrableService, boolean>>> };

/** What both one endpoint and many may be changed in. Absent leaves it as it is. */
export interface EndpointChange {
  readonly name?: string;
  readonly apnGroupId?: string;
  readonly imeiLock?: Lock;
  readonly addAddonPlanIds?: readonly string[];
  readonly addValueAddedFeatureIds?: readonly string[];
  readonly removeValueAddedFeatureIds?: readonly string[];
  readonly addDynamicBenefitIds?: readonly string[];
  readonly removeDynamicBenefitIds?: readonly string[];
  readonly addTagIds?: readonly string[];
  readonly removeTagIds?: readonly string[];
  readonly barring?: Barring;
}

/** What only one endpoint at a time may be changed in. */
export interface SingleEndpointChange extends EndpointChange {
  /** Null removes the IMEI. Needs `imeiLock` beside it. */
  readonly imei?: string | null;
  /** By instance; not for OEM endpoints. */
  readonly removeAddonInstanceIds?: readonly string[];
  /** By plan; only for OEM endpoints under test or in inventory. */
  readonly removeAddonPlanIds?: readonly string[];
}

/** The states that an endpoint in service may be brought to. */
export type TargetState = Extract<LineState, "ACTIVE" | "SUSPENDED" | "INVENTORY">;

export const STATE_CHANGE_REASONS = ["SYSTEM", "DUNNING", "CUSTOMER_CARE"] as const;

export type StateChangeReason = (typeof STATE_CHANGE_REASONS)[number];

export interface StateChangeResult extends WriteResult {
  readonly previous: LineState | null;
  /** Null while the change is only requested, whatever the carrier prints. */
  readonly reached: LineState | null;
}

/** A first balance that differs from the add-on's own, until it renews. */
export interface BenefitAdjustment {
  readonly benefitId: string;
  readonly balance: { readonly bytes: bigint } | { readonly count: bigint };
}

export interface AddonSubscription {
  readonly planId: string;
  readonly adjustments: readonly BenefitAdjustment[];
}

export interface AddonSubscriptionResult extends WriteResult {
  readonly addons: readonly Addon[];
  readonly balances: readonly Balance[];
  readonly counters: readonly Counter[];
}

/** A new threshold for the counter of an add-on. */
export interface ThresholdChange {
  readonly counterId: string;
  readonly addonInstanceId: string;
  readonly planId: string | null;
  readonly bytes: bigint;
}

/** A network of a category group, as the coverage of an endpoint names it. */
export interface NetworkRef {
  readonly tadig: string;
  readonly categoryGroupId: string;
}

/** Networks to put on or to take off the black list; none may be in both. */
export interface BlacklistChange {
  readonly add: readonly NetworkRef[];
  readonly remove: readonly NetworkRef[];
}

export type IccidSelection =
  | { readonly iccids: readonly string[] }
  | { readonly firstIccid: string; readonly lastIccid: string; readonly quantity: number };

/** Many endpoints at once, all or none, named `name_firstNumber` and on. */
export interface BulkEndpointCreation {
  readonly name: string;
  readonly firstNumber: number;
  readonly planId: string;
  readonly roamingProfileIds: readonly string[];
  readonly apnGroupId: string;
  readonly sims: IccidSelection;
  /** Always said: the carrier would activate, and bill, if it were left out. */
  readonly isActivated: boolean;
  /** Decimal text. A postpaid endpoint without a limit is unlimited, so that has to be said. */
  readonly creditLimit: string | "UNLIMITED";
  readonly dynamicBenefitId: string | null;
  readonly imeiLock: Lock | null;
  readonly addonPlanIds: readonly string[];
  readonly valueAddedFeatureIds: readonly string[];
  readonly tagIds: readonly string[];
}

/** Many endpoints, chosen by one kind of number. Some may be changed and others not. */
export interface BulkEndpointSelection {
  readonly by: "endpointId" | "imsi" | "msisdn" | "iccid";
  readonly values: readonly string[];
}
