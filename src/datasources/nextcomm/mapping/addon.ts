import type { Addon, AddonDetail, AddonStatus } from "../../../model/addon.js";
import type { Balance } from "../../../model/balance.js";
import type { Plan } from "../../../model/plan.js";
import type { Moment } from "../../../model/time.js";
import { textOf, wordIn } from "../../mapping/text.js";
import type { AddOnRow } from "../operations/subscribers.js";
import { type Frame, inTurn, keyOf } from "./frame.js";
import { limitFromWire, unitFromWire } from "./quantity.js";
import { isPast, momentFromWire } from "./time.js";

const STATUS = {
  active: "ACTIVE",
  pending: "PENDING",
  expired: "EXPIRED",
} as const satisfies Readonly<Record<string, AddonStatus>>;

const planIdOf = ({ addOnCode, addOnName }: AddOnRow): string => textOf(addOnCode) ?? textOf(addOnName) ?? "";

/** Add-ons have no id of their own: each is told apart by its code and its beginning. */
const keyed = (rows: readonly AddOnRow[]) =>
  inTurn(rows, (row) => `addon/${planIdOf(row)}/${textOf(row.startDate) ?? ""}`);

export const addonsFromWire = (rows: readonly AddOnRow[], subscriberId: string, frame: Frame): readonly Addon[] =>
  keyed(rows).map(([row, natural]) => {
    const validTo = momentFromWire(row.expiryDate, frame);
    return {
      key: keyOf(frame, `${subscriberId}/${natural}`),
      endpoint: keyOf(frame, subscriberId),
      plan: planOf(row, frame),
      instanceId: null,
      service: { id: null, name: null },
      status: statusOf(row, validTo, frame),
      validFrom: momentFromWire(row.startDate, frame),
      validTo,
    };
  });

const planOf = (row: AddOnRow, frame: Frame): Plan => ({
  key: keyOf(frame, planIdOf(row)),
  name: textOf(row.addOnName),
  kind: "ADDON",
  kindRaw: null,
  billing: "UNKNOWN",
});

const statusOf = ({ status }: AddOnRow, validTo: Moment, { now }: Frame): AddonStatus =>
  isPast(validTo, now) === true ? "EXPIRED" : (wordIn<AddonStatus>(STATUS, status) ?? "UNKNOWN");

/** What add-ons bring along, together for all of one code: the carrier gives them no ids. */
export function addonDetailsFromWire(
  rows: readonly AddOnRow[],
  subscriberId: string,
  frame: Frame,
): readonly AddonDetail[] {
  const byPlan = Map.groupBy(keyed(rows), ([row]) => planIdOf(row));
  return [...byPlan].map(([planId, ofPlan]) => ({
    planId,
    instanceId: null,
    balances: ofPlan.map(([row, natural]) => allowanceFromWire(row, `${subscriberId}/${natural}/allowance`, frame)),
    counters: [],
  }));
}

/** The allowance is what the add-on began with; what is left of it is not told here. */
function allowanceFromWire(row: AddOnRow, native: string, frame: Frame): Balance {
  const unit = unitFromWire(row.unitType, frame);
  const validTo = momentFromWire(row.expiryDate, frame);
  return {
    key: keyOf(frame, native),
    carrierBalanceId: null,
    name: textOf(row.addOnName),
    kind: unit?.kind ?? "UNKNOWN",
    source: "ADDON",
    sourceRaw: null,
    status: isPast(validTo, frame.now) === true ? "EXPIRED" : "UNKNOWN",
    remaining: { kind: "UNKNOWN", raw: null },
    initial: limitFromWire(row.allowance, unit, frame),
    unitRaw: textOf(row.unitType),
    validFrom: momentFromWire(row.startDate, frame),
    validTo,
    plan: planOf(row, frame),
    planCategoryRaw: null,
    addonInstanceId: null,
    rateZone: null,
  };
}
