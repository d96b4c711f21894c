import type { CarrierTime, Moment } from "../../../model/time.js";
import { rawOf, textOf } from "../../mapping/text.js";
import { carrierTimeOf, type Zone } from "../../mapping/time.js";

/** ISO 8601, the time and its zone optional: the document prints no date at all. */
const TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A date, with a time where one is printed. Its own zone counts before that of the account. */
export function timeFromWire(cell: unknown, zone: Zone): CarrierTime | null {
  const raw = textOf(cell);
  const match = raw === null ? null : TIME.exec(raw);
  if (raw === null || !match) return null;
  const [, day, minutes = "00:00", seconds = ":00", offset] = match;
  const own: Zone = { timeZone: offset === "Z" ? "UTC" : (offset ?? null), source: "CARRIER" };
  return carrierTimeOf(`${day}T${minutes}${seconds}`, raw, offset === undefined ? zone : own);
}

/** The same in the life of something; unknown where it is absent or cannot be read. */
export function momentFromWire(cell: unknown, zone: Zone): Moment {
  const time = timeFromWire(cell, zone);
  return time ? { kind: "AT", time } : { kind: "UNKNOWN", raw: rawOf(cell) };
}
