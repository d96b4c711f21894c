import { z } from "zod";
import { type Answer, fail, ok, wrong } from "../answer.js";
import { type Call, operation } from "../operation.js";
import { ageAddons, subscribed } from "../rules/addons.js";
import { MAX_PER_ENDPOINT, misfit } from "../rules/attachable.js";
import { isActivated, isOemState } from "../rules/lifecycle.js";
import { canPay, pay } from "../rules/money.js";
import { digits, query, request, text } from "../shapes.js";
import type { Addon, Endpoint, Plan } from "../state.js";
import { benefitRow, benefitsOf, counterRow, promotionalRow } from "../views/addons.js";

const MB = 1_048_576;
const failure = fail("1172", "Addon subscription failure");

/** Subscribes one add-on and charges it, every time it is called. Balances are asked for in MB and answered in bytes. */
export const subscribeAddon = operation({
  method: "POST",
  path: "/SubscribeAddon",
  effect: "write",
  input: request({
    requestParam: z.strictObject({
      endPointId: text,
      planId: text,
      benefit: z.array(z.strictObject({ id: text, balance: digits })).optional(),
    }),
  }),
  handle: (call, { Request: { requestParam } }) => {
    const { endPointId, planId, benefit = [] } = requestParam;
    const endpoint = call.enterprise.endpoints.get(endPointId);
    const plan = call.enterprise.plans.get(planId);
    if (!endpoint || plan?.category !== "ADDON" || !isActivated(endpoint.status)) return failure;
    ageAddons(endpoint, call.enterprise.plans, call.now);
    if (misfit(plan, endpoint) || endpoint.addons.length >= MAX_PER_ENDPOINT || !canPay(endpoint, plan.price))
      return failure;
    return adjustmentRefusal(plan, benefit) ?? subscribe(call, endpoint, plan, benefit);
  },
});

type Adjustment = { id: string; balance: string };

function adjustmentRefusal(plan: Plan, adjustments: readonly Adjustment[]): Answer | null {
  for (const { id, balance } of adjustments) {
    const benefit = plan.benefits.find((candidate) => candidate.id === id);
    if (!benefit) return wrong("id");
    const counted = plan.counter?.name.includes("NB-IoT") ? "NB-IOT" : "DATA";
    if (benefit.kind === counted && plan.counter && Number(balance) < plan.counter.thresholdMb)
      return fail("10260", "Failed..! Adjusted balance is lesser than the Counter value");
  }
  return null;
}

function subscribe(call: Call, endpoint: Endpoint, plan: Plan, adjustments: readonly Adjustment[]): Answer {
  const addon = subscribed(plan, endpoint, call.now, call.uniqueId);
  for (const { id, balance } of adjustments) adjust(addon, plan, id, Number(balance));
  endpoint.addons.push(addon);
  pay(endpoint, plan.price);
  call.commit(endpoint.id, plan.price);
  return ok("1171", "Addon subscription success", { info: subscribedInfo(endpoint, addon, plan) });
}

/** A smaller balance leaves the initial one as it is; a bigger one raises both. */
function adjust(addon: Addon, plan: Plan, id: string, amount: number): void {
  const benefit = addon.benefits.find((candidate) => candidate.id === id);
  if (!benefit) return;
  const kind = plan.benefits.find((candidate) => candidate.id === id)?.kind;
  benefit.balance = kind === "DATA" || kind === "NB-IOT" ? amount * MB : amount;
  benefit.initial = Math.max(benefit.initial, benefit.balance);
}

/** Not yet started, a counter shows nothing left here although it is full elsewhere; in an OEM state there is none. */
function subscribedInfo(endpoint: Endpoint, addon: Addon, plan: Plan): Record<string, unknown> {
  const { counter } = addon;
  const usage = addon.startsAt === null ? { usage: "0" } : {};
  const rows = counter && [{ ...counterRow(counter), ...usage, limit: String(counter.thresholdMb * MB) }];
  return {
    promotionalPlans: { plan: [promotionalRow(addon, plan)] },
    benefitInfo: { benefit: benefitsOf(addon, plan).map(({ benefit, of }) => benefitRow(addon, benefit, of)) },
    counter: rows && !isOemState(endpoint.status) ? rows : undefined,
  };
}

/** The add-ons of an endpoint, benefits and counters inside each plan. */
export const getEndpointAddonDetails = operation({
  method: "GET",
  path: "/GetEndpointAddonDetails",
  effect: "read",
  input: query({ endPointId: text, addonId: text.optional(), uniqueId: text.optional() }),
  handle: ({ enterprise, now }, { endPointId, addonId, uniqueId }) => {
    const endpoint = enterprise.endpoints.get(endPointId);
    if (endpoint) ageAddons(endpoint, enterprise.plans, now);
    const addons = (endpoint?.addons ?? []).filter(
      (addon) =>
        addon.uniqueId !== null &&
        (addonId === undefined || addon.planId === addonId) &&
        (uniqueId === undefined || addon.uniqueId === uniqueId),
    );
    if (addons.length === 0) return fail("10257", "Addon Not available");
    const plan = addons.flatMap((addon) => {
      const of = enterprise.plans.get(addon.planId);
      return of ? [detail(addon, of)] : [];
    });
    const info = { endpointId: endPointId, promotionalPlans: { plan } };
    return ok("10255", "Get Endpoint Addon Details success", { info });
  },
});

const detail = (addon: Addon, plan: Plan): Record<string, unknown> => ({
  planId: plan.planId,
  planName: plan.planName,
  uniqueId: addon.uniqueId,
  benefit: benefitsOf(addon, plan).map(({ benefit, of }) => benefitRow(addon, benefit, of)),
  counter: addon.counter ? [counterRow(addon.counter)] : undefined,
});
