import { dateText, endText, startText } from "../dates.js";
import type { Addon, BenefitKind, Counter, Endpoint, Plan, PlanBenefit } from "../state.js";

type Row = Record<string, unknown>;

const KINDS: Record<BenefitKind, { unitType: string; type: string }> = {
  DATA: { unitType: "Mb", type: "ADDON-ACCOUNT (FREE)" },
  "NB-IOT": { unitType: "Mb", type: "ADDON-ACCOUNT (FREE)" },
  SMS: { unitType: "COUNT", type: "ADDON-ACCOUNT (FREE)" },
  MONEY: { unitType: "MONEY", type: "ADDON-ACCOUNT (MONEY)" },
};

/** A benefit's words: the unit says Mb while the balance is in bytes. */
export const benefitWords = (kind: BenefitKind): { unitType: string; type: string } => KINDS[kind];

/** An attached add-on in `promotionalPlans`: without dates until it has started. */
export const promotionalRow = (addon: Addon, plan: Plan): Row => ({
  planId: plan.planId,
  planName: plan.planName,
  planServiceId: plan.serviceId,
  planServiceName: plan.serviceName,
  planStartDate: addon.startsAt === null ? undefined : dateText(addon.startsAt),
  planExpiryDate: addon.startsAt === null ? undefined : endText(addon.startsAt, addon.endsAt),
  uniqueId: addon.uniqueId ?? undefined,
});

/** The benefits of one add-on, each beside what the plan says of it. */
export function benefitsOf(addon: Addon, plan: Plan): { benefit: Addon["benefits"][number]; of: PlanBenefit }[] {
  return addon.benefits.flatMap((benefit) => {
    const of = plan.benefits.find((candidate) => candidate.id === benefit.id);
    return of ? [{ benefit, of }] : [];
  });
}

/** A benefit as SubscribeAddon and GetEndpointAddonDetails print it. */
export const benefitRow = (addon: Addon, benefit: Addon["benefits"][number], of: PlanBenefit): Row => ({
  id: of.id,
  name: of.kind,
  startDate: startText(addon.startsAt),
  expiryDate: endText(addon.startsAt, addon.endsAt),
  balance: String(benefit.balance),
  actualBalance: String(benefit.initial),
  ...benefitWords(of.kind),
});

/** A counter as printed everywhere. `usage` is what is left, in MB. */
export const counterRow = (counter: Counter): Row => ({
  counterId: counter.counterId,
  counterName: counter.counterName,
  usage: String(counter.leftMb),
  action: counter.action,
  thresholdUnit: "MB",
  thresholdValue: String(counter.thresholdMb),
  frequency: "Daily",
  factor: "1",
  resetDate: startText(counter.resetAt),
});

/** Counters in the profile also say which plan and which add-on they belong to; the base plan's say less. */
export function profileCounters(endpoint: Endpoint, base: Plan | undefined, plans: Map<string, Plan>): Row[] {
  const ofAddons = endpoint.addons.flatMap((addon) => {
    if (!addon.counter) return [];
    const addonPlanName = plans.get(addon.planId)?.planName;
    const own = { planId: base?.planId, planName: base?.planName, addonPlanId: addon.planId, addonPlanName };
    return [{ ...counterRow(addon.counter), ...own, addonUniqueId: addon.uniqueId ?? undefined }];
  });
  if (!endpoint.baseCounter) return ofAddons;
  const { resetDate: _, ...row } = counterRow(endpoint.baseCounter);
  return [row, ...ofAddons];
}
