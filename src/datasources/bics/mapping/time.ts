import type { CarrierTime, Moment } from "../../../model/time.js";
import { rawOf } from "../../mapping/text.js";
import { carrierTimeOf, isDay, type Zone } from "../../mapping/time.js";

/** dd/mm/yyyy hh:mm:ss. */
const TIME = /^\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}:\d{2}$/;
const DAY = /^\d{2}\/\d{2}\/\d{4}$/;
const DASH = "-".charCodeAt(0);
/** How the carrier prints that something never ends. */
const NEVER = "31/12/2099";

/** A date with time; null when absent or no such time. */
export function timeFromWire(cell: unknown, zone: Zone): CarrierTime | null {
  const raw = rawOf(cell)?.trim() ?? "";
  return TIME.test(raw) ? carrierTimeOf(`${isoDayOf(raw)}T${raw.slice(11)}`, raw, zone) : null;
}

/** Sign by sign: put together from its three numbers, each day would be made of seven texts. */
function isoDayOf(raw: string): string {
  const sign = (at: number): number => raw.charCodeAt(at);
  return String.fromCharCode(sign(6), sign(7), sign(8), sign(9), DASH, sign(3), sign(4), DASH, sign(0), sign(1));
}

/** A date in the life of something: `-` waits for the first use, the year 2099 never comes, nonsense is unknown. */
export function momentFromWire(cell: unknown, zone: Zone): Moment {
  const raw = rawOf(cell);
  const text = raw?.trim() ?? "";
  if (text === "-") return { kind: "NOT_STARTED", raw };
  if (text.startsWith(NEVER)) return { kind: "NEVER", raw };
  const time = timeFromWire(text, zone);
  return time ? { kind: "AT", time } : { kind: "UNKNOWN", raw };
}

/** A day of usage (`dd/mm/yyyy`) as an ISO date; null when there is no such day. */
export function dayFromWire(cell: unknown): string | null {
  const raw = rawOf(cell)?.trim() ?? "";
  const day = DAY.test(raw) ? isoDayOf(raw) : null;
  return day !== null && isDay(day) ? day : null;
}

/** `2020-02-25` as the YYYYMMDD of a query. */
export const dayToWire = (isoDate: string): string => isoDate.replaceAll("-", "");

/** Whether a moment lies behind us; null when the carrier's clock cannot be compared with ours. */
export function isPast(moment: Moment, now: number): boolean | null {
  if (moment.kind !== "AT" || moment.time.instant === null) return moment.kind === "NEVER" ? false : null;
  return Date.parse(moment.time.instant) < now;
}
