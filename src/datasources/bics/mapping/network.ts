import type {
  Connectivity,
  ConnectivityState,
  Location,
  Network,
  Plmn,
  SupplierCategory,
  TrafficPolicy,
} from "../../../model/network.js";
import { flagOf, partsOf, textOf, wordIn } from "../../mapping/text.js";
import type { CoverageRow, LocationInfo, NetworkStatus } from "../operations/networks.js";
import type { Frame } from "./frame.js";
import { ratsFromWire } from "./rats.js";
import { refFromWire } from "./refs.js";
import { timeFromWire } from "./time.js";

const CATEGORY = { "0": "IR", "1": "OC", "2": "DIRECT" } as const satisfies Readonly<Record<string, SupplierCategory>>;

export function networkFromWire(row: CoverageRow): Network {
  const priorityRaw = textOf(row.supplierPriority);
  return {
    tadig: textOf(row.tadigCode),
    operatorId: textOf(row.operatorId),
    operatorName: textOf(row.operatorName),
    countryName: textOf(row.countryName),
    plmns: partsOf(row.mccMnc, ",").flatMap(plmnOf),
    category: wordIn<SupplierCategory>(CATEGORY, row.category) ?? "UNKNOWN",
    categoryRaw: textOf(row.category),
    categoryGroup: refFromWire(row.categoryGroupId, row.categoryGroupName),
    isBarred: flagOf(row.barredUnbarredStatus),
    isBlacklisted: flagOf(row.blacklisted),
    rats: ratsFromWire(row.supportedNetworkTypes),
    ratsRaw: textOf(row.supportedNetworkTypes),
    barredRats: ratsFromWire(row.barredRATs),
    barredRatsRaw: textOf(row.barredRATs),
    roamingProfile: refFromWire(row.roamingProfileId, row.roamingProfileName),
    priority: priorityRaw !== null && /^\d$/.test(priorityRaw) ? Number(priorityRaw) : null,
    isBootstrapOnly: priorityRaw?.toUpperCase() === "B",
    priorityRaw,
  };
}

/** MCC is always three digits, MNC the two or three that follow. */
function plmnOf(text: string): readonly Plmn[] {
  return /^\d{5,6}$/.test(text) ? [{ mcc: text.slice(0, 3), mnc: text.slice(3) }] : [];
}

const STATE = {
  connected: "ONLINE",
  notconnected: "OFFLINE",
} as const satisfies Readonly<Record<string, ConnectivityState>>;

const POLICY = {
  default: "DEFAULT",
  blocked: "BLOCKED",
  throttle: "THROTTLED",
} as const satisfies Readonly<Record<string, TrafficPolicy>>;

/** The third word for the state carries a date: `Last Seen On dd/mm/yyyy hh:mm:ss`. */
const LAST_SEEN = /^last seen on (.+)$/i;

export function connectivityFromWire(
  { imsi, networkStatusInfo: info }: NetworkStatus,
  frame: Frame,
): Omit<Connectivity, "absence"> {
  const stateRaw = textOf(info?.networkStatus);
  const seenAt = LAST_SEEN.exec(stateRaw ?? "")?.[1];
  const policyRaw = textOf(info?.policyStatus);
  return {
    state: seenAt === undefined ? (wordIn<ConnectivityState>(STATE, stateRaw) ?? "UNKNOWN") : "OFFLINE",
    stateRaw,
    lastSeenAt: timeFromWire(seenAt, frame.zone),
    imsi: textOf(imsi),
    tadig: textOf(info?.tadigCode),
    operatorName: textOf(info?.operatorName),
    countryName: textOf(info?.countryName),
    mcc: textOf(info?.operatorMCC),
    mnc: textOf(info?.operatorMNC),
    rats: ratsFromWire(info?.networkType),
    ratRaw: textOf(info?.networkType),
    policy: policyRaw === null ? null : (wordIn<TrafficPolicy>(POLICY, policyRaw) ?? "UNKNOWN"),
    policyRaw,
  };
}

export function locationFromWire({ imsi, geolocation }: LocationInfo): Omit<Location, "absence"> {
  return {
    masterImsi: textOf(imsi),
    rats: ratsFromWire(geolocation?.cellIdRatType),
    ratRaw: textOf(geolocation?.cellIdRatType),
    ageRaw: textOf(geolocation?.locationInfoAge),
    mcc: textOf(geolocation?.mcc),
    mnc: textOf(geolocation?.mnc),
    cellId: textOf(geolocation?.cellId),
    lac: textOf(geolocation?.lac),
    tac: textOf(geolocation?.tac),
    countryName: textOf(geolocation?.countryName),
    operatorName: textOf(geolocation?.operatorName),
  };
}
