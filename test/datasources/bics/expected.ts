import { ACCOUNT as account } from "./support.js";

/** Mapped values as they are written in expectations. */
export const key = (native: string) => ({ account, native });
export const at = (local: string, raw: string) => ({
  kind: "AT",
  time: { local, timeZone: null, zoneSource: "NONE", instant: null, raw },
});
export const NEVER = { kind: "NEVER", raw: "31/12/2099 00:00:00" };
export const WAITS = { kind: "NOT_STARTED", raw: "-" };
export const counted = (amount: bigint, raw: string) => ({ kind: "LIMITED", amount, money: null, raw });
export const UNLIMITED = { kind: "UNLIMITED", raw: "UNLIMITED" };
export const UNSAID = { kind: "UNKNOWN", raw: null };
export const eur = (amount: string, raw: string) => ({
  kind: "LIMITED",
  amount: null,
  money: { amount, currency: "EUR", raw },
  raw,
});
export const mb = (bytes: bigint, raw: string) => ({ bytes, raw });
export const cost = (amount: string) => ({ amount, currency: null, raw: amount });
