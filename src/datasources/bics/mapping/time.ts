import type { CarrierTime, Moment } from "../../../model/time.js";
import { rawOf } from "../../mapping/text.js";
import { carrierTimeOf, type Zone } from "../../mapping/time.js";

/** dd/mm/yyyy hh:mm:ss. */
const TIME = /^(\d{2})\/(\d{2})\/(\d{4}) (\d{2}):(\d{2}):(\d{2})$/;
const DAY = /^(\d{2})\/(\d{2})\/(\d{4})$/;
/** How the carrier prints that something never ends. */
const NEVER = "31/12/2099";

/** A date with time; null when absent or no such time. */
export function timeFromWire(cell: unknown, zone: Zone): CarrierTime | null {
  const raw = rawOf(cell)?.trim() ?? "";
  const match = TIME.exec(raw);
  if (!match) return null;
  const [, day, month, year, hour, minute, second] = match;
  return carrierTimeOf(`${year}-${month}-${day}T${hour}:${minute}:${second}`, raw, zone);
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
  const match = DAY.exec(rawOf(cell)?.trim() ?? "");
  if (!match) return null;
  const [, day, month, year] = match;
  try {
    return Temporal.PlainDate.from(`${year}-${month}-${day}`, { overflow: "reject" }).toString();
  } catch {
    return null;
  }
}

/** `2020-02-25` as the YYYYMMDD of a query. */
export const dayToWire = (isoDate: string): string => isoDate.replaceAll("-", "");

/** Whether a moment lies behind us; null when the carrier's clock cannot be compared with ours. */
export function isPast(moment: Moment, now: number): boolean | null {
  if (moment.kind !== "AT" || moment.time.instant === null) return moment.kind === "NEVER" ? false : null;
  return Date.parse(moment.time.instant) < now;
}
