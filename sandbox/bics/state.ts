import type { LedgerEntry, Specimens } from "../types.js";

/** Everything one enterprise (or the reseller above it) has. Times are milliseconds, volumes bytes. */
export interface Enterprise {
  /** Id in the accounts file. */
  account: string;
  /** The carrier's own id of the enterprise. */
  accountId: string;
  accountName: string;
  username: string;
  password: string;
  displayName: string;
  kind: "enterprise" | "reseller";
  isOem: boolean;
  /** Whether the enterprise is switched on; off answers 1242. */
  enabled: boolean;
  /** Every active endpoint must have a dynamic benefit. */
  dynamicBenefitOnly: boolean;
  /** In 1/10000 cent. At zero or below nothing can be activated (7022). */
  balance: number;
  timeZoneId: string;
  endpoints: Map<string, Endpoint>;
  /** Endpoints that once were: some operations know them as deactivated. */
  deleted: Set<string>;
  sims: Map<string, Sim>;
  tags: Map<string, Tag>;
  plans: Map<string, Plan>;
  roamingProfiles: Map<string, RoamingProfile>;
  apnGroups: Map<string, ApnGroup>;
  dynamicBenefits: Map<string, DynamicBenefit>;
  valueAddedFeatures: Set<string>;
  provisionings: Provisioning[];
  specimens: Specimens;
}

export type Status = "PA" | "A" | "S" | "H" | "AT" | "AI";
/** 0 prepaid, 1 postpaid: the carrier's own words. */
export type BillingType = "0" | "1";

export interface Tag {
  tagId: string;
  tagName: string;
  tagDescription: string;
}

export interface Sim {
  iccid: string;
  simId: string;
  imsi: string;
  msisdn: string | null;
  eid: string | null;
  product: string;
  simType: string;
  endPointId: string | null;
  /** What the SIM does when it is linked or activated, if it does not simply work. */
  trouble: "link-fails" | "link-times-out" | "activation-fails" | "not-ready" | null;
  /** Numbers the endpoint shows while its local profile is the active one. */
  local: { iccid: string; imsi: string; msisdn: string } | null;
  matchingId: string | null;
}

export type LocationState =
  | { kind: "found"; tadig: string; rat: "2G" | "3G" | "4G" | "5G"; cellId: string; area: string; age: string }
  | { kind: "detached" | "not-provided" | "hss-failed" | "hss-timeout" };

export type Connectivity =
  | { kind: "connected"; tadig: string; networkType: "2G/3G" | "4G" | "5G"; policy: "Default" | "Blocked" | "Throttle" }
  | { kind: "not-connected"; tadig: string; networkType: "2G/3G" | "4G" | "5G" }
  | { kind: "last-seen"; tadig: string; at: number }
  | { kind: "no-recent" };

export interface Endpoint {
  id: string;
  name: string;
  status: Status;
  type: BillingType;
  iccid: string | null;
  /** "" when no IMEI is known. */
  imei: string;
  imeiLock: "LOCK" | "UNLOCK";
  planId: string;
  planSince: number;
  roamingProfileIds: string[];
  apnGroupId: string;
  /** Cents as text, or UNLIMITED; prepaid endpoints have none. */
  creditLimit: string;
  /** In 1/10000 cent: what is left, and what the endpoint began with. */
  balance: number;
  initialBalance: number;
  /** What add-ons have cost a postpaid endpoint so far, in 1/10000 cent. */
  charged: number;
  createdAt: number;
  lastSimStateChange: number | null;
  /** When the endpoint was in service; `to` null while it is. Usage exists only then. */
  serviceSpans: { from: number; to: number | null }[];
  /** May hold the same tag twice. */
  tagIds: string[];
  addons: Addon[];
  /** Unique ids of add-ons that have ended. */
  formerAddonIds: string[];
  dynamicBenefit: { id: string; since: number; balance: number } | null;
  valueAddedFeatureIds: string[];
  ratType: "01" | "02" | "06" | "10";
  services: Service[];
  barred: Set<Bar>;
  /** "TADIG/category group". */
  blacklist: Set<string>;
  baseCounter: Counter | null;
  location: LocationState;
  connectivity: Connectivity;
  rspState: string | null;
  eSimProfileStatus: string | null;
  framedIp: string | null;
  /** Work of the platform that is not finished. */
  pending: "delink" | "addon-removal" | "lifecycle" | null;
  /** The next lifecycle change fails (localised endpoints). */
  lifecycleFails: boolean;
  /** Which of the optional keys of the profile this endpoint happens to show: a fixed number per endpoint. */
  variant: number;
}

export type Service = "DATA" | "SMS_MO" | "SMS_MT" | "NB_IOT";
export type Rat = "2G" | "2G/3G" | "4G" | "5G";
export type Bar = Service | Rat;

export interface Counter {
  counterId: string;
  counterName: string;
  /** Left over, in MB, as of `resetAt`'s period. */
  leftMb: number;
  thresholdMb: number;
  action: string;
  /** Null until the add-on starts. */
  resetAt: number | null;
}

export interface Addon {
  planId: string;
  /** Absent while the endpoint is in an OEM state. */
  uniqueId: string | null;
  subscribedAt: number;
  /** Null: not yet started. */
  startsAt: number | null;
  /** Null with a start: never ends. */
  endsAt: number | null;
  benefits: { id: string; balance: number; initial: number }[];
  counter: Counter | null;
}

export type PlanCategory = "NORMAL" | "ADDON" | "TEST" | "INVENTORY";
export type BenefitKind = "DATA" | "SMS" | "NB-IOT" | "MONEY";

export interface PlanBenefit {
  id: string;
  kind: BenefitKind;
  /** Bytes, messages or cents, by kind. */
  amount: number;
  rateZone: { id: string; name: string } | null;
}

export interface Plan {
  planId: string;
  planName: string;
  category: PlanCategory;
  type: BillingType;
  /** In 1/10000 cent, taken at subscription. */
  price: number;
  /** What a prepaid endpoint on this plan begins with, in 1/10000 cent. */
  initialBalance: number;
  roamingProfileIds: string[];
  benefits: PlanBenefit[];
  counter: { id: string; name: string; thresholdMb: number; action: string } | null;
  /** Days an add-on lasts; null never ends. */
  days: number | null;
  renews: boolean;
  starts: "now" | "on-usage";
  /** Services the endpoint's profile must have. */
  needs: Service[];
  serviceId: string;
  serviceName: string;
}

export interface RoamingProfile {
  roamingProfileId: string;
  roamingProfileName: string;
  isTest: boolean;
  networks: { tadig: string; barred: boolean; barredRats: string; priority: "1" | "2" | "3" | "B" | null }[];
}

export interface ApnGroup {
  apnGroupId: string;
  apnGroupName: string;
  apns: string[];
}

export interface DynamicBenefit {
  id: string;
  name: string;
  pooled: boolean;
  rateZone: string;
  valueMb: number;
  roamingProfileIds: string[];
}

export interface Provisioning {
  simProvisionId: string;
  iccidRange: string;
  endpointStatus: "Active" | "Pre-Active";
  /** Usually a number; some old rows hold a text, and neither need fit the range. */
  quantity: number | string;
  date: number;
  status: "Processing" | "Success" | "Fail";
  reason: string | null;
}

/** Work that finishes later, on the sandbox's clock. */
export interface Due {
  at: number;
  /** Gets the time at which it fell due. */
  finish(at: number): void;
}

/** The whole platform. Two sandboxes have two worlds. */
export interface World {
  enterprises: Enterprise[];
  due: Due[];
  ledger: LedgerEntry[];
  seed: number;
  counters: { endpoint: number; uniqueId: number; simProvision: number; job: number; response: number };
}
