import { DAY, nextMidnight } from "../dates.js";
import type { Addon, Counter, Endpoint, Plan } from "../state.js";

/**
 * An add-on as it stands right after its subscription. In an OEM state it waits, without dates and without a unique id, for
 * the endpoint to become active; one that starts on usage has an id and waits for the first byte.
 */
export function subscribed(plan: Plan, endpoint: Endpoint, at: number, uniqueId: () => string): Addon {
  const isOem = endpoint.status === "AT" || endpoint.status === "AI";
  const startsAt = isOem || plan.starts === "on-usage" ? null : at;
  return {
    planId: plan.planId,
    uniqueId: isOem ? null : uniqueId(),
    subscribedAt: at,
    startsAt,
    endsAt: startsAt === null ? null : endOf(plan, startsAt),
    benefits: plan.benefits.map((benefit) => ({ id: benefit.id, balance: benefit.amount, initial: benefit.amount })),
    counter: plan.counter && {
      counterId: plan.counter.id,
      counterName: plan.counter.name,
      leftMb: plan.counter.thresholdMb,
      thresholdMb: plan.counter.thresholdMb,
      action: plan.counter.action,
      resetAt: startsAt === null ? null : nextMidnight(startsAt),
    },
  };
}

const endOf = (plan: Plan, from: number): number | null => (plan.days === null ? null : from + plan.days * DAY);

/** Add-ons that waited for the endpoint to leave its OEM state. */
export function startWaiting(endpoint: Endpoint, plans: Map<string, Plan>, now: number, uniqueId: () => string): void {
  endpoint.addons = endpoint.addons.map((addon) => {
    const plan = plans.get(addon.planId);
    return addon.uniqueId === null && plan ? subscribed(plan, endpoint, now, uniqueId) : addon;
  });
}

/** Brings an endpoint's add-ons and counters to `now`: renewals are full again, the rest that ran out is gone. */
export function ageAddons(endpoint: Endpoint, plans: Map<string, Plan>, now: number): void {
  endpoint.addons = endpoint.addons.filter((addon) => {
    const plan = plans.get(addon.planId);
    if (!plan || addon.endsAt === null || addon.endsAt > now) return true;
    if (!plan.renews || plan.days === null) {
      if (addon.uniqueId) endpoint.formerAddonIds.push(addon.uniqueId);
      return false;
    }
    renew(addon, plan, plan.days, now);
    return true;
  });
  for (const counter of countersOf(endpoint)) ageCounter(counter, now);
}

/** A renewal forgets any adjusted balance: the benefit is what the plan says again. */
function renew(addon: Addon, plan: Plan, days: number, now: number): void {
  const length = days * DAY;
  const passed = Math.floor((now - (addon.endsAt ?? now)) / length) + 1;
  addon.startsAt = (addon.startsAt ?? now) + passed * length;
  addon.endsAt = addon.startsAt + length;
  addon.benefits = plan.benefits.map((benefit) => ({
    id: benefit.id,
    balance: benefit.amount,
    initial: benefit.amount,
  }));
}

function ageCounter(counter: Counter, now: number): void {
  if (counter.resetAt === null || counter.resetAt > now) return;
  counter.leftMb = counter.thresholdMb;
  counter.resetAt = nextMidnight(now);
}

/** Every counter of an endpoint: of its base plan and of its add-ons. */
const countersOf = (endpoint: Endpoint): Counter[] =>
  [endpoint.baseCounter, ...endpoint.addons.map((addon) => addon.counter)].filter((counter) => counter !== null);
