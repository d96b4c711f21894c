import type { Addon } from "./addon.js";
import type { Balance, Counter } from "./balance.js";
import type { BicsEndpointDetail } from "./bics.js";
import type { ObjectKey } from "./carrier.js";
import type { BillingType, LineState } from "./line.js";
import type { Plan } from "./plan.js";
import type { EsimProfileState, Sim } from "./sim.js";
import type { CarrierTime, Moment } from "./time.js";

export type ImeiLock = "LOCKED" | "UNLOCKED" | "UNKNOWN";

export interface Tag {
  readonly id: string;
  readonly name: string | null;
  readonly description: string | null;
}

/** What a listing tells of an endpoint: everything that costs no call per row. */
export interface EndpointSummary {
  readonly key: ObjectKey;
  readonly name: string | null;
  readonly state: LineState;
  readonly stateRaw: string | null;
  readonly billing: BillingType;
  readonly billingRaw: string | null;
  readonly msisdn: string | null;
  readonly imei: string | null;
  readonly imeiLock: ImeiLock;
  readonly imeiLockRaw: string | null;
  readonly tags: readonly Tag[];
  /** The linked SIM; null while none is linked. */
  readonly sim: Sim | null;
}

export interface NamedRef {
  readonly id: string;
  readonly name: string | null;
}

/** The radio access of an endpoint: the generations it may use, and the carrier's code. */
export interface RadioAccess {
  readonly rats: readonly Rat[];
  readonly raw: string;
  readonly nameRaw: string | null;
}

export const RATS = ["GSM_2G", "UMTS_3G", "LTE_4G", "NR_5G", "NB_IOT", "LTE_M", "UNKNOWN"] as const;

export type Rat = (typeof RATS)[number];

/** The remote SIM provisioning state of an eUICC: which profile is in use. */
export type RspState = "GLOBAL" | "GLOBAL_LOCAL_DOWNLOADED" | "GLOBAL_LOCAL_SET_FALLBACK" | "LOCAL" | "UNKNOWN";

export interface EsimProfile {
  readonly state: EsimProfileState;
  readonly stateRaw: string | null;
  readonly rsp: RspState;
  readonly rspRaw: string | null;
}

/** Whether services of a line are blocked. No carrier tells which. */
export interface Barring {
  readonly isBarred: boolean | null;
  readonly raw: string;
}

/** What only the profile of an endpoint tells; costs one call an endpoint. */
export interface EndpointProfile extends EndpointSummary {
  readonly createdAt: CarrierTime | null;
  /** When the platform moves the endpoint on to its next state. */
  readonly expiresAt: Moment;
  readonly nextBillingAt: Moment;
  readonly plan: Plan | null;
  readonly planFrom: Moment;
  readonly planTo: Moment;
  readonly currency: string | null;
  readonly balances: readonly Balance[];
  readonly counters: readonly Counter[];
  readonly addons: readonly Addon[];
  readonly apns: readonly string[];
  readonly apnGroupId: string | null;
  readonly staticIp: string | null;
  readonly framedIps: readonly string[];
  readonly roamingProfiles: readonly NamedRef[];
  readonly radioAccess: RadioAccess | null;
  /** Null where the carrier does not tell. */
  readonly barring: Barring | null;
  readonly hasBlacklistedNetworks: boolean | null;
  /** Null for a SIM that is no eSIM, or of which the carrier tells nothing. */
  readonly esimProfile: EsimProfile | null;
  readonly bics: BicsEndpointDetail | null;
}

/** A page of a listing. `total` is null where the carrier does not count. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number | null;
}
