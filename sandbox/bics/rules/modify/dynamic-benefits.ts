import { fail, wrong } from "../../answer.js";
import { dynamicBenefitFor, isAnswer } from "../attachable.js";
import { isActivated } from "../lifecycle.js";
import type { ModifyParams } from "./params.js";
import type { Step, Target } from "./step.js";

const MB = 1_048_576;

/** An endpoint has one dynamic benefit at most; replacing it is removing and adding in one request. */
export function dynamicBenefitsStep(target: Target, params: ModifyParams): Step {
  const { addDynamicBenefitsIds: add = [], removeDynamicBenefitsIds: remove = [] } = params;
  if (add.length + remove.length === 0) return null;
  return removal(target, add, remove) ?? addition(target, add, remove);
}

function removal({ enterprise, endpoint }: Target, add: readonly string[], remove: readonly string[]): Step {
  if (remove.length === 0) return null;
  if (remove.some((id) => id !== endpoint.dynamicBenefit?.id)) return wrong("removeDynamicBenefitsIds");
  if (enterprise.dynamicBenefitOnly && isActivated(endpoint.status) && add.length === 0)
    return fail(
      "10145",
      "The option Dynamic Benefit only is enabled at parent level.So removing dynamic benefit is not possible",
    );
  return null;
}

function addition({ enterprise, endpoint, now }: Target, add: readonly string[], remove: readonly string[]): Step {
  const held = endpoint.dynamicBenefit;
  if (held && add.includes(held.id))
    return fail("10147", "Request fails since same dynamic benefit is already assigned");
  if (add.length === 0)
    return () => {
      endpoint.dynamicBenefit = null;
    };
  if (held && remove.length === 0) return fail("10077", "Maximum Benefit limit Reachecd");
  const benefit = dynamicBenefitFor(enterprise, endpoint.roamingProfileIds, add, "addDynamicBenefitsIds");
  if (isAnswer(benefit)) return benefit;
  return () => {
    endpoint.dynamicBenefit = { id: benefit.id, since: now, balance: benefit.valueMb * MB };
  };
}
