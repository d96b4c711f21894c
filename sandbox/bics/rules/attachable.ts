import { type Answer, fail, tooMany, wrong } from "../answer.js";
import type { DynamicBenefit, Endpoint, Enterprise, Plan } from "../state.js";

const MAX_PER_CALL = 10;
export const MAX_PER_ENDPOINT = 15;
const MAX_TAGS = 10;

type Fitting = Pick<Endpoint, "type" | "roamingProfileIds" | "services">;

const hasDuplicates = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;

/** The add-on plans of a request for an endpoint, or why they cannot be attached. */
export function addonsFor(
  enterprise: Enterprise,
  endpoint: Fitting,
  ids: readonly string[],
  parameter: string,
): Plan[] | Answer {
  if (ids.length > MAX_PER_CALL) return tooMany(parameter);
  if (hasDuplicates(ids)) return fail("10221", "Duplicate addon plans are not allowed");
  const plans: Plan[] = [];
  for (const id of ids) {
    const plan = enterprise.plans.get(id);
    if (plan?.category !== "ADDON") return wrong(parameter);
    const refusal = misfit(plan, endpoint);
    if (refusal) return refusal;
    plans.push(plan);
  }
  return plans;
}

/** Why an add-on does not go with an endpoint: billing type, coverage, or a service that the endpoint lacks. */
export function misfit(plan: Plan, endpoint: Fitting): Answer | null {
  if (plan.type !== endpoint.type) return fail("10023", "Addon planID does not belong to the billing type");
  if (!shares(plan.roamingProfileIds, endpoint.roamingProfileIds))
    return fail("10080", "Addon PlanID does not belong to the roaming profile");
  if (!plan.needs.every((service) => endpoint.services.includes(service)))
    return fail("10093", "Service not available for the subscribing plan");
  return null;
}

const shares = (one: readonly string[], other: readonly string[]): boolean => one.some((id) => other.includes(id));

/** The one dynamic benefit of a request, or why it cannot be had. */
export function dynamicBenefitFor(
  enterprise: Enterprise,
  roamingProfileIds: readonly string[],
  ids: readonly string[],
  parameter: string,
): DynamicBenefit | Answer {
  if (ids.length > 1) return fail("10077", "Maximum Benefit limit Reachecd");
  const benefit = enterprise.dynamicBenefits.get(ids[0] ?? "");
  if (!benefit) return wrong(parameter);
  if (shares(benefit.roamingProfileIds, roamingProfileIds)) return benefit;
  return fail("10200", "Coverage of the selected dynamicbenefit does not match with this endpoint's roamingprofile");
}

export const dynamicBenefitRequired = fail(
  "10201",
  "The option Dynamic Benefit only is enabled at parent level. Please subscribe the endpoint to a pooled or non-pooled dynamic benefit.",
);

/** Whether tags may be added to those that are there. Null when they may. */
export function tagRefusal(
  enterprise: Enterprise,
  present: readonly string[],
  added: readonly string[],
  parameter: string,
): Answer | null {
  if (!added.every((id) => enterprise.tags.has(id))) return wrong(parameter);
  if (present.length + added.length > MAX_TAGS) return fail("10120", "Maximum number of tag is reached");
  return null;
}

/** Whether a value is an answer rather than what was asked for. */
export const isAnswer = (value: object): value is Answer => "outer" in value;
