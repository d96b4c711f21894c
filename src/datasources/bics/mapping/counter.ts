import type { Counter } from "../../../model/balance.js";
import { textOf } from "../../mapping/text.js";
import type { CounterRow } from "../operations/endpoints.js";
import { type BenefitOwner, isNothing } from "./balance.js";
import type { Frame } from "./frame.js";
import { countLimitFromWire, megabyteLimitFromWire } from "./quantity.js";
import { planFromWire } from "./refs.js";
import { momentFromWire } from "./time.js";

export const countersFromWire = (rows: readonly CounterRow[], owner: BenefitOwner, frame: Frame): readonly Counter[] =>
  rows.map((row) => counterFromWire(row, owner, frame));

/** `usage` is what is left, in MB. Before the first use it prints 0 and no reset: that is nothing left of nothing yet. */
function counterFromWire(row: CounterRow, owner: BenefitOwner, frame: Frame): Counter {
  const resetsAt = momentFromWire(row.resetDate, frame.zone);
  const remaining = megabyteLimitFromWire(row.usage);
  const isWaiting = resetsAt.kind === "NOT_STARTED" && isNothing(remaining);
  const addon = owner.plan ?? { planId: row.addonPlanId, planName: row.addonPlanName, uniqueId: row.addonUniqueId };
  const { billing } = owner;
  return {
    carrierCounterId: String(row.counterId),
    name: textOf(row.counterName),
    remaining: isWaiting ? { kind: "NOT_STARTED", raw: remaining.raw } : remaining,
    threshold: megabyteLimitFromWire(row.thresholdValue),
    thresholdUnitRaw: textOf(row.thresholdUnit),
    allowance: countLimitFromWire(row.limit),
    action: textOf(row.action),
    frequency: textOf(row.frequency),
    factor: textOf(row.factor),
    resetsAt,
    plan: planFromWire({ id: row.planId, name: row.planName, kind: "BASE", billing }, frame),
    addonPlan: planFromWire({ id: addon.planId, name: addon.planName, kind: "ADDON", billing }, frame),
    addonInstanceId: textOf(addon.uniqueId),
  };
}
