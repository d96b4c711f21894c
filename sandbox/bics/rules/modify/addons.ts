import { fail, tooMany, wrong } from "../../answer.js";
import { subscribed } from "../addons.js";
import { addonsFor, isAnswer, MAX_PER_ENDPOINT } from "../attachable.js";
import { isActivated, isOemState } from "../lifecycle.js";
import { canPay, pay, priceOf } from "../money.js";
import type { ModifyParams } from "./params.js";
import { modifyFailure, notActive, type Step, type Target } from "./step.js";

/** Attaches add-ons, which costs money; in an OEM state they wait for the endpoint to become active. */
export function addAddonsStep(target: Target, { addAddonPlanIds: ids = [] }: ModifyParams): Step {
  const { enterprise, endpoint, now, uniqueId } = target;
  if (ids.length === 0) return null;
  if (!isActivated(endpoint.status)) return notActive;
  const plans = addonsFor(enterprise, endpoint, ids, "addAddonPlanIds");
  if (isAnswer(plans)) return plans;
  if (endpoint.addons.length + plans.length > MAX_PER_ENDPOINT) return tooMany("addAddonPlanIds,value");
  if (!canPay(endpoint, priceOf(plans))) return modifyFailure("Insufficient balance");
  return () => {
    pay(endpoint, priceOf(plans));
    for (const plan of plans) endpoint.addons.push(subscribed(plan, endpoint, now, uniqueId));
  };
}

/** Whether add-ons may be removed by unique id now; the removal itself is done later. */
export function removeByUniqueIdStep({ endpoint }: Target, { removeAddonUniqueIds: ids }: ModifyParams): Step {
  if (!ids) return null;
  if (isOemState(endpoint.status)) return wrong("removeAddonUniqueIds");
  if (endpoint.pending === "addon-removal") return fail("10202", "One deactivate addon request is under process");
  if (ids.some((id) => endpoint.formerAddonIds.includes(id)))
    return fail("1013", "Already Deactivated(Addon deactivate)");
  const known = ids.every((id) => endpoint.addons.some((addon) => addon.uniqueId === id));
  return known && ids.length > 0 ? null : wrong("removeAddonUniqueIds");
}

/** Removal by plan id, which only an endpoint in an OEM state knows, and which is done at once. */
export function removeByPlanIdStep({ endpoint }: Target, { removeAddonPlanIds: ids }: ModifyParams): Step {
  if (!ids) return null;
  const known = ids.length > 0 && ids.every((id) => endpoint.addons.some((addon) => addon.planId === id));
  if (!isOemState(endpoint.status) || !known) return wrong("removeAddonPlanIds");
  return () => {
    endpoint.addons = endpoint.addons.filter((addon) => !ids.includes(addon.planId));
  };
}
