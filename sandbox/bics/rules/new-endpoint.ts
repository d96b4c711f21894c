import { type Answer, fail, wrong } from "../answer.js";
import type { DynamicBenefit, Endpoint, Enterprise, Plan } from "../state.js";
import { addonsFor, dynamicBenefitFor, dynamicBenefitRequired, isAnswer, tagRefusal } from "./attachable.js";
import { priceOf } from "./money.js";

const MB = 1_048_576;

/** What single and bulk creation ask for alike. */
export interface Wanted {
  planId: string;
  roamingProfileIds: readonly string[];
  apnGroupId: string;
  isActivated: boolean;
  benefits?: string | undefined;
  addonPlanIds?: readonly string[] | undefined;
  valueAddedFeatureIds?: readonly string[] | undefined;
  tagIds?: readonly string[] | undefined;
}

/** A creation that may go ahead. */
export interface NewEndpoint {
  plan: Plan;
  /** Empty unless the endpoint is to be activated: add-ons asked for otherwise are silently ignored. */
  addons: Plan[];
  attributes(now: number): Pick<Endpoint, "services" | "tagIds" | "valueAddedFeatureIds" | "dynamicBenefit">;
}

/** Checks everything but the SIM. */
export function checkNew(enterprise: Enterprise, wanted: Wanted): NewEndpoint | Answer {
  const plan = enterprise.plans.get(wanted.planId);
  if (plan?.category !== "NORMAL") return wrong("planId");
  if (!wanted.roamingProfileIds.every((id) => plan.roamingProfileIds.includes(id))) return wrong("roamingProfileId");
  if (!enterprise.apnGroups.has(wanted.apnGroupId)) return wrong("apnGroupId");
  const features = [...(wanted.valueAddedFeatureIds ?? [])];
  if (!features.every((id) => enterprise.valueAddedFeatures.has(id))) return wrong("valueAddedFeatureIds");
  const tagIds = [...(wanted.tagIds ?? [])];
  const refusal = tagRefusal(enterprise, [], tagIds, "tagIds");
  if (refusal) return refusal;
  const benefit = benefitOf(enterprise, wanted);
  if (benefit && isAnswer(benefit)) return benefit;
  const addons = addonsOf(enterprise, wanted, plan);
  if (isAnswer(addons)) return addons;
  return {
    plan,
    addons,
    attributes: (now) => ({
      services: servicesOf(plan),
      tagIds,
      valueAddedFeatureIds: features,
      dynamicBenefit: benefit && { id: benefit.id, since: now, balance: benefit.valueMb * MB },
    }),
  };
}

/** The services of a new endpoint follow from its plan: NB-IoT excludes messages, and the other way round. */
const servicesOf = (plan: Plan): Endpoint["services"] =>
  plan.serviceName === "NB-IOT" ? ["DATA", "NB_IOT"] : ["DATA", "SMS_MO", "SMS_MT"];

function benefitOf(enterprise: Enterprise, wanted: Wanted): DynamicBenefit | Answer | null {
  if (wanted.benefits === undefined)
    return enterprise.dynamicBenefitOnly && wanted.isActivated ? dynamicBenefitRequired : null;
  return dynamicBenefitFor(enterprise, wanted.roamingProfileIds, wanted.benefits.split("|"), "benefits");
}

function addonsOf(enterprise: Enterprise, wanted: Wanted, plan: Plan): Plan[] | Answer {
  if (!wanted.isActivated || !wanted.addonPlanIds) return [];
  const roamingProfileIds = [...wanted.roamingProfileIds];
  const services = servicesOf(plan);
  const addons = addonsFor(
    enterprise,
    { type: plan.type, roamingProfileIds, services },
    wanted.addonPlanIds,
    "addonPlanIds",
  );
  if (isAnswer(addons)) return addons;
  const isPayable = plan.type === "1" || plan.initialBalance >= priceOf(addons);
  return isPayable ? addons : fail("7022", "Customer is in low balance provisioning not allowed");
}
