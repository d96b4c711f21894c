import { dateText, endText, NEVER, nextMonth, startText } from "../dates.js";
import type { Endpoint, Enterprise, Plan } from "../state.js";
import { benefitsOf, benefitWords } from "./addons.js";
import { centsText } from "./money.js";

type Row = Record<string, unknown>;

/** `benefitInfo` of the profile: main account first, then base plan, test plan and add-ons, then own dynamic benefits. */
export function benefitInfo(enterprise: Enterprise, endpoint: Endpoint, now: number): Row {
  const benefit = [
    mainAccount(endpoint, now),
    ...planBenefits(endpoint, enterprise.plans.get(endpoint.planId), "NORMAL"),
    ...(endpoint.status === "AT" ? planBenefits(endpoint, testPlan(enterprise), "TEST") : []),
    ...addonBenefits(endpoint, enterprise),
  ];
  return { benefit, dynamicBenefitsDetails: dynamicBenefits(enterprise, endpoint, now) };
}

function mainAccount(endpoint: Endpoint, now: number): Row {
  if (endpoint.type === "1") {
    return {
      id: "PostpaidMA",
      name: "Postpaid Main Account",
      startDate: dateText(endpoint.createdAt),
      expiryDate: dateText(nextMonth(now)),
      balance: "UNLIMITED",
      unitType: "MONEY",
      type: "Main Account",
      actualBalance: "UNLIMITED",
    };
  }
  return {
    id: "MA",
    name: "Main Account",
    startDate: dateText(endpoint.createdAt),
    expiryDate: NEVER,
    balance: centsText(endpoint.balance),
    unitType: "MONEY",
    type: "Main Account",
    actualBalance: centsText(endpoint.initialBalance),
  };
}

const testPlan = (enterprise: Enterprise): Plan | undefined =>
  [...enterprise.plans.values()].find((plan) => plan.category === "TEST");

/** Benefits of the base plan have no unique id, and have not started while the endpoint is not active. */
function planBenefits(endpoint: Endpoint, plan: Plan | undefined, planCategory: "NORMAL" | "TEST"): Row[] {
  if (!plan) return [];
  const isRunning = planCategory === "TEST" || endpoint.status === "A";
  return plan.benefits.map((benefit) => ({
    id: benefit.id,
    name: benefit.kind,
    startDate: isRunning ? dateText(endpoint.planSince) : "-",
    expiryDate: planCategory === "TEST" || !isRunning ? "-" : NEVER,
    balance: String(benefit.amount),
    ...benefitWords(benefit.kind),
    actualBalance: String(benefit.amount),
    planId: plan.planId,
    planName: plan.planName,
    planCategory,
  }));
}

function addonBenefits(endpoint: Endpoint, enterprise: Enterprise): Row[] {
  return endpoint.addons.flatMap((addon) => {
    const plan = enterprise.plans.get(addon.planId);
    if (!plan) return [];
    return benefitsOf(addon, plan).map(({ benefit, of }) => ({
      id: of.id,
      name: of.kind,
      startDate: startText(addon.startsAt),
      expiryDate: endText(addon.startsAt, addon.endsAt),
      balance: String(benefit.balance),
      ...benefitWords(of.kind),
      actualBalance: String(benefit.initial),
      ...(of.rateZone ? { rateZoneId: of.rateZone.id, rateZoneName: of.rateZone.name } : {}),
      planId: plan.planId,
      planName: plan.planName,
      uniqueId: addon.uniqueId ?? undefined,
      planCategory: "ADDON",
    }));
  });
}

/** Only own (non-pooled) benefits are detailed. `value` is in MB and `balance` in bytes, in one object. */
function dynamicBenefits(enterprise: Enterprise, endpoint: Endpoint, now: number): Row[] | undefined {
  const held = endpoint.dynamicBenefit;
  const benefit = held && enterprise.dynamicBenefits.get(held.id);
  if (!held || !benefit || benefit.pooled) return undefined;
  return [
    {
      name: benefit.name,
      category: "2",
      dynamicBenefitsId: benefit.id,
      autoRenewal: "true",
      activationTime: dateText(held.since),
      expiryTime: dateText(nextMonth(now)),
      priority: "1",
      benefitList: [
        {
          benefitId: benefit.id,
          benefit: "1",
          ratezone: benefit.rateZone,
          value: String(benefit.valueMb),
          priority: "1",
          balance: String(held.balance),
        },
      ],
    },
  ];
}
