import type { Context } from "../context.js";
import { LIMITS } from "../lifecycle/limits.js";
import type { BulkEndpointCreation, IccidSelection } from "../model/endpoint-actions.js";
import type { EndpointsCreateInput, SimRangeInput } from "../schema/endpoints-create.js";
import { distinct, inForm, planOf, refusal, some } from "./checks.js";

/** The endpoints that an input asks for, within the carrier's limits. Throws a Failure naming the field. */
export function bulkCreationOf(input: EndpointsCreateInput, context: Context): BulkEndpointCreation {
  const { account, name, firstNumber, isActivated, isImeiLocked } = input;
  if (isActivated && !input.isBillingAccepted) {
    throw refusal("isBillingAccepted", "must be true, since billing starts with the activation.");
  }
  const addons = distinct("addons", input.addons, LIMITS.addons);
  if (!isActivated && addons.length > 0) throw refusal("addons", "would make the job fail without isActivated.");
  const sims = simsOf(input);
  if (firstNumber < 0) throw refusal("firstNumber", "must not be negative.", undefined, "OUT_OF_RANGE");
  const count = "iccids" in sims ? sims.iccids.length : sims.quantity;
  for (const number of [firstNumber, firstNumber + count - 1]) inForm("name", `${name}_${number}`);
  return {
    name,
    firstNumber,
    planId: planOf(input.plan, account, context),
    roamingProfileIds: some("roamingProfiles", input.roamingProfiles),
    apnGroupId: input.apnGroup,
    sims,
    isActivated,
    creditLimit: creditLimitOf(input),
    dynamicBenefitId: input.dynamicBenefit ?? null,
    imeiLock: typeof isImeiLocked === "boolean" ? (isImeiLocked ? "LOCKED" : "UNLOCKED") : null,
    addonPlanIds: addons.map((addon) => planOf(addon, account, context, "addons")),
    valueAddedFeatureIds: distinct("features", input.features),
    tagIds: distinct("tags", input.tags, LIMITS.tagsPerCall),
  };
}

/** The carrier takes no limit for an unlimited one, so that has to be said. */
function creditLimitOf({ creditLimit, isCreditUnlimited }: EndpointsCreateInput): string {
  const isGiven = typeof creditLimit === "string";
  if (isGiven === isCreditUnlimited) {
    throw refusal("creditLimit", "give either a limit or isCreditUnlimited.", "Without a limit it would be unlimited.");
  }
  if (creditLimit?.startsWith("-")) throw refusal("creditLimit", "must not be negative.", undefined, "OUT_OF_RANGE");
  return creditLimit ?? "UNLIMITED";
}

function simsOf({ iccids, range }: EndpointsCreateInput): IccidSelection {
  if (iccids && !range)
    return { iccids: some("iccids", iccids, LIMITS.endpointsPerJob).map((one) => iccidOf(one, "iccids")) };
  if (range && !iccids) return rangeOf(range);
  throw refusal("iccids", "give exactly one of iccids and range.");
}

/** The carrier counts from the first and does not look at the last: both must say the same. */
function rangeOf({ first, last, quantity }: SimRangeInput): IccidSelection {
  const [firstIccid, lastIccid] = [iccidOf(first, "range.first"), iccidOf(last, "range.last")];
  if (quantity < 1 || quantity > LIMITS.endpointsPerJob) {
    throw refusal("range.quantity", `must be from 1 to ${LIMITS.endpointsPerJob}.`, undefined, "OUT_OF_RANGE");
  }
  if (BigInt(lastIccid) - BigInt(firstIccid) + 1n === BigInt(quantity)) return { firstIccid, lastIccid, quantity };
  throw refusal("range.quantity", "is not the number of SIMs from the first to the last.");
}

function iccidOf(text: string, field: string): string {
  if (/^\d{19}$/.test(text)) return text;
  throw refusal(field, "takes ICCIDs of 19 digits.");
}
