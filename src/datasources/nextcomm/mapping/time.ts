import type { CarrierTime, Moment } from "../../../model/time.js";
import { rawOf, textOf } from "../../mapping/text.js";
import { carrierTimeOf } from "../../mapping/time.js";
import type { Frame } from "./frame.js";

/** A day, a day and a time, and perhaps a zone, though none is documented. */
const TIME = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/i;

/** Null when absent or no such time. */
export function timeFromWire(cell: unknown, { timeZone }: Frame): CarrierTime | null {
  const raw = textOf(cell) ?? "";
  const match = TIME.exec(raw);
  if (!match) return null;
  const [, day, clock = "00:00", seconds = ":00", offset] = match;
  const zone = offset === undefined ? timeZone : /z/i.test(offset) ? "UTC" : offset;
  const source = offset === undefined ? "ACCOUNT" : "CARRIER";
  return carrierTimeOf(`${day}T${clock}${seconds}`, raw, { timeZone: zone, source });
}

/** The first and last years that databases know stand for no date at all, and for one that never comes. */
const NO_DATE = /^0001-/;
const NEVER = /^(2099|9999)-12-31/;

export function momentFromWire(cell: unknown, frame: Frame): Moment {
  const raw = rawOf(cell);
  const text = textOf(cell) ?? "";
  if (NEVER.test(text)) return { kind: "NEVER", raw };
  const time = NO_DATE.test(text) ? null : timeFromWire(text, frame);
  return time ? { kind: "AT", time } : { kind: "UNKNOWN", raw };
}

/** Whether a moment lies behind us; null when nobody knows. */
export function isPast(moment: Moment, now: number): boolean | null {
  if (moment.kind !== "AT" || moment.time.instant === null) return moment.kind === "NEVER" ? false : null;
  return Date.parse(moment.time.instant) < now;
}

/** Now on the country's clock, as `YYYY-MM-DDTHH:mm:ss`. */
export const localTimeToWire = ({ now, timeZone }: Frame): string =>
  Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: "second" });

/** Today on the country's clock. Activation alone prints its sample so. */
export const localDayToWire = (frame: Frame): string => localTimeToWire(frame).slice(0, 10);
