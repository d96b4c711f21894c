import type { Balance, BalanceSource, BalanceStatus } from "../../../model/balance.js";
import type { Limit } from "../../../model/quantity.js";
import type { Moment } from "../../../model/time.js";
import { textOf, wordIn } from "../../mapping/text.js";
import type { BalanceRow } from "../operations/subscribers.js";
import { type Frame, inTurn, keyOf } from "./frame.js";
import { isNothing, limitFromWire, unitFromWire } from "./quantity.js";
import { isPast, momentFromWire } from "./time.js";

/** The document prints no source. */
const SOURCE = {
  plan: "PLAN_PERIOD",
  addon: "ADDON",
  topup: "TOP_UP",
  recharge: "TOP_UP",
  mainaccount: "MAIN_ACCOUNT",
} as const satisfies Readonly<Record<string, BalanceSource>>;

/** Balances have no id: each is told apart by its name, where it comes from and when it was made. */
export const balancesFromWire = (rows: readonly BalanceRow[], subscriberId: string, frame: Frame): readonly Balance[] =>
  inTurn(
    rows,
    ({ balanceName, source, creationDate }) =>
      `${textOf(balanceName) ?? ""}/${textOf(source) ?? ""}/${textOf(creationDate) ?? ""}`,
  ).map(([row, natural]) => balanceFromWire(row, `${subscriberId}/${natural}`, frame));

function balanceFromWire(row: BalanceRow, native: string, frame: Frame): Balance {
  const unit = unitFromWire(row.unitType, frame);
  const remaining = limitFromWire(row.outstandingAmount, unit, frame);
  const validTo = momentFromWire(row.expirationDate, frame);
  return {
    key: keyOf(frame, native),
    carrierBalanceId: null,
    name: textOf(row.balanceName),
    kind: unit?.kind ?? "UNKNOWN",
    source: wordIn<BalanceSource>(SOURCE, row.source) ?? "UNKNOWN",
    sourceRaw: textOf(row.source),
    status: statusOf(remaining, validTo, frame),
    remaining,
    initial: { kind: "UNKNOWN", raw: null },
    unitRaw: textOf(row.unitType),
    validFrom: momentFromWire(row.creationDate, frame),
    validTo,
    plan: null,
    planCategoryRaw: null,
    addonInstanceId: null,
    rateZone: null,
  };
}

function statusOf(remaining: Limit, validTo: Moment, { now }: Frame): BalanceStatus {
  if (isPast(validTo, now) === true) return "EXPIRED";
  if (isNothing(remaining)) return "EXHAUSTED";
  return remaining.kind === "UNKNOWN" ? "UNKNOWN" : "ACTIVE";
}
