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
 * A wall clock (`2021-11-12T11:35:01`) as a time; null when there is no such day or hour.
 * The instant stays null without a zone, and for the hours that a change of clocks skips or repeats.
 */
export function carrierTimeOf(local: string, raw: string, { timeZone, source }: Zone): CarrierTime | null {
  if (!isWallClock(local)) return null;
  return { local, timeZone, zoneSource: source, instant: timeZone === null ? null : instantOf(local, timeZone), raw };
}

/** Dates overflow where days or hours are too many, and then print otherwise. Temporal would say the same, more slowly. */
function isWallClock(local: string): boolean {
  const at = Date.parse(`${local}Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(local);
}

function instantOf(local: string, timeZone: string): string | null {
  if (timeZone === "UTC") return `${local}Z`;
  try {
    const wall = Temporal.PlainDateTime.from(local);
    return wall.toZonedDateTime(timeZone, { disambiguation: "reject" }).toInstant().toString();
  } catch {
    return null;
  }
}
