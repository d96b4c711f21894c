import type { EsimProfile, ImeiLock, RspState } from "../../../model/endpoint.js";
import type { BillingType, LineState } from "../../../model/line.js";
import type { EsimProfileState, SimState } from "../../../model/sim.js";
import { textOf, wordIn } from "../../mapping/text.js";

/** `status` of the listing, `currentStatus` of the profile. AT and AI exist only for OEM accounts; H has no SIM. */
const LINE_STATE = {
  pa: "PRE_ACTIVE",
  a: "ACTIVE",
  s: "SUSPENDED",
  h: "HOLD",
  at: "TEST",
  ai: "INVENTORY",
} as const satisfies Readonly<Record<string, LineState>>;

export const lineStateFromWire = (cell: unknown): LineState => wordIn<LineState>(LINE_STATE, cell) ?? "UNKNOWN";

/** `simStatus` of the SIM inventory. */
const SIM_STATE = {
  readytoactivate: "INVENTORY",
  "ready-to-active": "INVENTORY",
  available: "INVENTORY",
  "pre-active": "PROVISIONED",
  preactive: "PROVISIONED",
  "active-test": "TEST",
  "active-inventory": "INVENTORY",
  active: "ACTIVE",
  suspend: "SUSPENDED",
  suspended: "SUSPENDED",
} as const satisfies Readonly<Record<string, SimState>>;

export const simStateFromWire = (cell: unknown): SimState => wordIn<SimState>(SIM_STATE, cell) ?? "UNKNOWN";

const BILLING = { "0": "PREPAID", "1": "POSTPAID" } as const satisfies Readonly<Record<string, BillingType>>;

export const billingFromWire = (cell: unknown): BillingType => wordIn<BillingType>(BILLING, cell) ?? "UNKNOWN";

const IMEI_LOCK = { lock: "LOCKED", unlock: "UNLOCKED" } as const satisfies Readonly<Record<string, ImeiLock>>;

export const imeiLockFromWire = (cell: unknown): ImeiLock => wordIn<ImeiLock>(IMEI_LOCK, cell) ?? "UNKNOWN";

const ESIM_STATE = {
  installed: "INSTALLED",
  downloaded: "DOWNLOADED",
  enabled: "ENABLED",
  disabled: "DISABLED",
  deleted: "DELETED",
  error: "FAILED",
} as const satisfies Readonly<Record<string, EsimProfileState>>;

/** Compared without blanks: the carrier puts them now here, now there. */
const RSP_STATE = {
  global: "GLOBAL",
  "global(localdownloaded)": "GLOBAL_LOCAL_DOWNLOADED",
  "global(localsetfallback)": "GLOBAL_LOCAL_SET_FALLBACK",
  local: "LOCAL",
} as const satisfies Readonly<Record<string, RspState>>;

/** Null when the answer tells of no eSIM profile, though the table calls these fields mandatory. */
export function esimProfileFromWire(stateCell: unknown, rspCell: unknown): EsimProfile | null {
  const stateRaw = textOf(stateCell);
  const rspRaw = textOf(rspCell);
  if (stateRaw === null && rspRaw === null) return null;
  return {
    state: wordIn<EsimProfileState>(ESIM_STATE, stateRaw) ?? "UNKNOWN",
    stateRaw,
    rsp: wordIn<RspState>(RSP_STATE, rspRaw) ?? "UNKNOWN",
    rspRaw,
  };
}
