import type { NamedRef, Rat } from "./endpoint.js";
import type { CarrierTime } from "./time.js";
import type { Absence } from "./usage.js";

/** A mobile network code: MCC is three digits, MNC two or three, leading zeros kept. */
export interface Plmn {
  readonly mcc: string;
  readonly mnc: string;
}

export type SupplierCategory = "IR" | "OC" | "DIRECT" | "UNKNOWN";

/** A network that an endpoint may meet, seen through one roaming profile. */
export interface Network {
  readonly tadig: string | null;
  readonly operatorId: string | null;
  readonly operatorName: string | null;
  readonly countryName: string | null;
  readonly plmns: readonly Plmn[];
  readonly category: SupplierCategory;
  readonly categoryRaw: string | null;
  readonly categoryGroup: NamedRef | null;
  readonly isBarred: boolean | null;
  readonly isBlacklisted: boolean | null;
  readonly rats: readonly Rat[];
  readonly ratsRaw: string | null;
  readonly barredRats: readonly Rat[];
  readonly barredRatsRaw: string | null;
  readonly roamingProfile: NamedRef | null;
  /** 1 is the highest; null where the carrier gives none. */
  readonly priority: number | null;
  /** The network serves only to download the preferred IMSI. */
  readonly isBootstrapOnly: boolean;
  readonly priorityRaw: string | null;
}

export type ConnectivityState = "ONLINE" | "ATTACHED" | "OFFLINE" | "BLOCKED" | "UNKNOWN";
export type TrafficPolicy = "DEFAULT" | "BLOCKED" | "THROTTLED" | "UNKNOWN";

/** Whether an endpoint is on a network now. Not its administrative state. */
export interface Connectivity {
  readonly state: ConnectivityState;
  readonly stateRaw: string | null;
  readonly lastSeenAt: CarrierTime | null;
  readonly imsi: string | null;
  readonly tadig: string | null;
  readonly operatorName: string | null;
  readonly countryName: string | null;
  readonly mcc: string | null;
  readonly mnc: string | null;
  readonly rats: readonly Rat[];
  readonly ratRaw: string | null;
  readonly policy: TrafficPolicy | null;
  readonly policyRaw: string | null;
  readonly absence: Absence | null;
}

/** Where an endpoint was last known to be: the cell, not a coordinate. */
export interface Location {
  /** The master IMSI, which differs from the IMSI in use while a local profile is enabled. */
  readonly masterImsi: string | null;
  readonly rats: readonly Rat[];
  readonly ratRaw: string | null;
  /** Age of the information as the carrier prints it; its unit is not stated. */
  readonly ageRaw: string | null;
  readonly mcc: string | null;
  readonly mnc: string | null;
  readonly cellId: string | null;
  readonly lac: string | null;
  readonly tac: string | null;
  readonly countryName: string | null;
  readonly operatorName: string | null;
  readonly absence: Absence | null;
}
