import type { CarrierTime, ZoneSource } from "../../model/time.js";

/** The zone that a carrier's wall clock is read in, and whose word that is. */
export interface Zone {
  readonly timeZone: string | null;
  readonly source: ZoneSource;
}

/** The zone of a carrier that never states one: the operator's word, or nobody's. */
export const configuredZone = (timeZone: string | undefined): Zone =>
  timeZone === undefined ? { timeZone: null, source: "NONE" } : { timeZone, source: "ACCOUNT" };

/**
 * A wall clock as a time; null when there is no such day or hour. `local` is printed as `2021-11-12T11:35:01`.
 * The instant stays null without a zone, and for the hours that a change of clocks skips or repeats.
 */
export function carrierTimeOf(local: string, raw: string, { timeZone, source }: Zone): CarrierTime | null {
  if (!isWallClock(local)) return null;
  return { local, timeZone, zoneSource: source, instant: timeZone === null ? null : instantOf(local, timeZone), raw };
}

const isWallClock = (local: string): boolean =>
  isDay(local) && twoDigits(local, 11) < 24 && twoDigits(local, 14) < 60 && twoDigits(local, 17) < 60;

const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether there is the day that a text begins with, printed as `2021-11-12`. Dates and Temporal say the same, dearly. */
export function isDay(iso: string): boolean {
  const year = twoDigits(iso, 0) * 100 + twoDigits(iso, 2);
  const month = twoDigits(iso, 5);
  const day = twoDigits(iso, 8);
  if (month === 2 && day === 29) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (DAYS_OF_MONTH[month - 1] ?? 0);
}

const ZERO = "0".charCodeAt(0);

const twoDigits = (text: string, at: number): number =>
  (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;

function instantOf(local: string, timeZone: string): string | null {
  if (timeZone === "UTC") return `${local}Z`;
  try {
    const wall = Temporal.PlainDateTime.from(local);
    return wall.toZonedDateTime(timeZone, { disambiguation: "reject" }).toInstant().toString();
  } catch {
    return null;
  }
}
