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
  const wall = wallClockOf(local);
  if (wall === null) return null;
  return { local, timeZone, zoneSource: source, instant: timeZone === null ? null : instantOf(wall, timeZone), raw };
}

function wallClockOf(local: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(local, { overflow: "reject" });
  } catch {
    return null;
  }
}

function instantOf(wall: Temporal.PlainDateTime, timeZone: string): string | null {
  try {
    return wall.toZonedDateTime(timeZone, { disambiguation: "reject" }).toInstant().toString();
  } catch {
    return null;
  }
}
