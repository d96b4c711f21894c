import type { Context } from "../context.js";
import { LIMITS } from "../lifecycle/limits.js";
import type { EndpointCreation } from "../model/endpoint-actions.js";
import type { EndpointCreateInput } from "../schema/endpoint-create.js";
import { distinct, inForm, planOf, refusal, some } from "./checks.js";
import { lockOf } from "./endpoint-change.js";
import { lineNumber } from "./numbers.js";

/** The endpoint that an input asks for, within the carrier's limits. Throws a Failure naming the field. */
export function creationOf(input: EndpointCreateInput, context: Context): EndpointCreation {
  checkService(input);
  const { account, iccid, imeiLock, monthlyLimit } = input;
  const { imeiLock: lock = null, imei = null } = imeiLock ? lockOf(imeiLock) : {};
  if (monthlyLimit?.startsWith("-")) throw refusal("monthlyLimit", "must not be negative.", undefined, "OUT_OF_RANGE");
  const addons = distinct("addons", input.addons, LIMITS.addons);
  return {
    name: inForm("name", input.name),
    planId: planOf(input.plan, account, context),
    roamingProfileIds: some("roamingProfiles", input.roamingProfiles),
    apnGroupId: input.apnGroup,
    iccid: iccid ? lineNumber("iccid", iccid, ["input", "iccid"]).value : null,
    isActivated: input.isActivated,
    monthlyLimit: monthlyLimit ?? null,
    dynamicBenefitId: input.dynamicBenefit ?? null,
    imeiLock: lock,
    imei,
    addonPlanIds: addons.map((addon) => planOf(addon, account, context, "addons")),
    valueAddedFeatureIds: distinct("features", input.features),
    tagIds: distinct("tags", input.tags, LIMITS.tagsPerCall),
  };
}

/** What only an endpoint in service has, and what service needs. */
function checkService({ isActivated, isBillingAccepted, iccid, addons }: EndpointCreateInput): void {
  if (!isActivated && addons.length > 0) {
    throw refusal("addons", "work only for an endpoint that is activated.", "Add them later by addonsAdd.");
  }
  if (isActivated && !iccid) throw refusal("isActivated", "needs a SIM.", "Give iccid, or activate it later.");
  if (isActivated && !isBillingAccepted) {
    throw refusal("isBillingAccepted", "must be true, since billing starts with the activation.");
  }
}
