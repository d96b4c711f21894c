import type { Answer } from "../../answer.js";
import { addAddonsStep, removeByPlanIdStep, removeByUniqueIdStep } from "./addons.js";
import { barringStep } from "./barring.js";
import { dynamicBenefitsStep } from "./dynamic-benefits.js";
import type { ModifyParams } from "./params.js";
import { apnStep, featuresStep, imeiStep, nameStep } from "./plain.js";
import type { Apply, Target } from "./step.js";
import { tagsStep } from "./tags.js";

const STEPS = [
  nameStep,
  apnStep,
  imeiStep,
  featuresStep,
  tagsStep,
  dynamicBenefitsStep,
  barringStep,
  removeByUniqueIdStep,
  removeByPlanIdStep,
  addAddonsStep,
];

/** Everything a modification does, or the first refusal: all of it or nothing. */
export function prepare(target: Target, params: ModifyParams): Answer | Apply[] {
  const ready: Apply[] = [];
  for (const step of STEPS) {
    const result = step(target, params);
    if (typeof result === "function") ready.push(result);
    else if (result) return result;
  }
  return ready;
}
