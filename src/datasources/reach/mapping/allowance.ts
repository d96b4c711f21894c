import type { Balance, BalanceStatus } from "../../../model/balance.js";
import type { Limit } from "../../../model/quantity.js";
import type {
  AllowanceUse,
  IldPurchase,
  IldUse,
  RoamingPack,
  RoamingPackUse,
  UsageKind,
} from "../../../model/reach.js";
import { flagOf, rawOf, textOf } from "../../mapping/text.js";
import type { IldPurchaseRow, IldUseRow, PackRow, PackUseRow, UsageSummary } from "../operations/allowances.js";
import { type Frame, keyOf } from "./frame.js";
import {
  amountFromWire,
  bytesFromWire,
  countFromWire,
  kindOfUnit,
  limitFromWire,
  moneyFromWire,
  secondsFromMinutes,
} from "./quantity.js";
import { momentFromWire, timeFromWire } from "./time.js";

export const usageFromWire = (summary: UsageSummary, { zone }: Frame): AllowanceUse => ({
  used: amountFromWire(summary.used, summary.unit),
  total: amountFromWire(summary.total, summary.unit),
  remaining: amountFromWire(summary.remaining, summary.unit),
  isUnlimited: flagOf(summary.isUnlimited),
  unitRaw: textOf(summary.unit),
  usedRaw: rawOf(summary.used),
  totalRaw: rawOf(summary.total),
  remainingRaw: rawOf(summary.remaining),
  from: timeFromWire(summary.cycleStartDate, zone),
  to: timeFromWire(summary.cycleEndDate, zone),
});

/** One kind of usage as a balance of the current cycle. A subscriber has one of each kind. */
export function balanceFromWire(summary: UsageSummary, subscriberId: string, kind: UsageKind, frame: Frame): Balance {
  const isUnlimited = flagOf(summary.isUnlimited);
  const remaining = limitFromWire(summary.remaining, summary.unit, isUnlimited);
  return {
    key: keyOf(frame, `${subscriberId}/${kind}`),
    carrierBalanceId: null,
    name: null,
    kind: kindOfUnit(summary.unit),
    source: "PLAN_PERIOD",
    sourceRaw: kind,
    status: statusOf(remaining),
    remaining,
    initial: limitFromWire(summary.total, summary.unit, isUnlimited),
    unitRaw: textOf(summary.unit),
    validFrom: momentFromWire(summary.cycleStartDate, frame.zone),
    validTo: momentFromWire(summary.cycleEndDate, frame.zone),
    plan: null,
    planCategoryRaw: null,
    addonInstanceId: null,
    rateZone: null,
  };
}

function statusOf(remaining: Limit): BalanceStatus {
  if (remaining.kind !== "LIMITED") return remaining.kind === "UNLIMITED" ? "ACTIVE" : "UNKNOWN";
  const isNothing =
    remaining.money === null ? remaining.amount <= 0n : /^(-.*|0+(\.0*)?)$/.test(remaining.money.amount);
  return isNothing ? "EXHAUSTED" : "ACTIVE";
}

export const ildUseFromWire = (row: IldUseRow): IldUse => ({
  destination: textOf(row.destination),
  minutes: textOf(row.minutes),
  cost: moneyFromWire(row.amount),
});

export const ildPurchaseFromWire = (row: IldPurchaseRow, { zone }: Frame): IldPurchase => ({
  id: textOf(row.purchaseId),
  amount: moneyFromWire(row.amount),
  purchasedAt: timeFromWire(row.purchaseDate, zone),
  statusRaw: textOf(row.status),
});

export const packFromWire = (row: PackRow, { zone }: Frame): RoamingPack => ({
  packId: row.packId,
  instanceId: textOf(row.packInstanceId),
  name: textOf(row.name),
  statusRaw: textOf(row.status),
  from: timeFromWire(row.startDate, zone),
  to: timeFromWire(row.expiryDate, zone),
  isRenewedAutomatically: flagOf(row.autoRenew),
});

export const packUseFromWire = (row: PackUseRow, { zone }: Frame): RoamingPackUse => ({
  packId: row.packId,
  name: textOf(row.name),
  remainingBytes: bytesFromWire(row.remainingData, row.dataUnit),
  remainingSeconds: secondsFromMinutes(row.remainingVoiceMinutes),
  remainingMessages: countFromWire(row.remainingSms),
  to: timeFromWire(row.expiryDate, zone),
});
