import { z } from "zod";
import { type Answer, fail, ok, wrong } from "../answer.js";
import { endpointOf, type Identifiers } from "../lookup.js";
import { operation } from "../operation.js";
import { isActivated, isOemState } from "../rules/lifecycle.js";
import { identifierRefusal } from "../rules/one-of-three.js";
import { baseCounter } from "../seed/endpoints.js";
import { ids, request, text } from "../shapes.js";
import type { Endpoint, Enterprise } from "../state.js";

/** The tables write `Imsi`, an example `imsi`; both are understood. */
const oneOfThree = {
  msisdn: text.optional(),
  imsi: text.optional(),
  Imsi: text.optional(),
  endPointId: text.optional(),
};

const identifiers = (request: Identifiers & { Imsi?: string | undefined }): Identifiers => ({
  endPointId: request.endPointId,
  msisdn: request.msisdn,
  imsi: request.imsi ?? request.Imsi,
});

/** Replaces the roaming profiles of the base plan; what was there before is gone. */
export const changeRoamingProfile = operation({
  method: "POST",
  path: "/ChangeEndpointRoamingProfile",
  effect: "write",
  input: request({ ...oneOfThree, requestParam: z.strictObject({ roamingProfileIds: ids.min(1) }) }),
  handle: ({ enterprise, commit }, { Request }) => {
    const by = identifiers(Request);
    const refusal = identifierRefusal(by);
    if (refusal) return refusal;
    const endpoint = endpointOf(enterprise, by);
    if (!endpoint) return fail("1373", "Update roaming profile failed");
    if (!isActivated(endpoint.status)) return fail("2503", "Subscriber not in active state");
    const { roamingProfileIds } = Request.requestParam;
    if (!roamingProfileIds.every((id) => isOfBasePlan(enterprise, endpoint, id))) return wrong("roamingProfileIds");
    endpoint.roamingProfileIds = [...roamingProfileIds];
    commit(endpoint.id);
    return ok("1372", "Update roaming profile success");
  },
});

function isOfBasePlan(enterprise: Enterprise, endpoint: Endpoint, id: string): boolean {
  const isOffered = enterprise.plans.get(endpoint.planId)?.roamingProfileIds.includes(id) ?? false;
  return isOffered && enterprise.roamingProfiles.get(id)?.isTest === false;
}

/** Changes the base plan within the same billing type; not in the OEM states. */
export const changePlan = operation({
  method: "POST",
  path: "/ChangePlan",
  effect: "write",
  input: request({ ...oneOfThree, requestParam: z.strictObject({ planId: text }) }),
  handle: ({ enterprise, now, commit }, { Request }) => {
    const by = identifiers(Request);
    const refusal = identifierRefusal(by);
    if (refusal) return refusal;
    const endpoint = endpointOf(enterprise, by);
    if (!endpoint) return fail("7002", "Plan change failure");
    const { planId } = Request.requestParam;
    return planRefusal(enterprise, endpoint, planId) ?? change(enterprise, endpoint, planId, now, commit);
  },
});

function planRefusal(enterprise: Enterprise, endpoint: Endpoint, planId: string): Answer | null {
  if (isOemState(endpoint.status)) return fail("10173", "Baseplan Plan Change is not allowed for OEM Enabled");
  const plan = enterprise.plans.get(planId);
  if (!plan) return wrong("planId");
  if (plan.category !== "NORMAL") return fail("7002", "Plan change failure");
  if (plan.planId === endpoint.planId) return fail("5020", "Plan already exists");
  if (plan.type !== endpoint.type) return fail("7000", "PlanType not matching");
  return null;
}

/** Roaming profiles that the new plan does not offer give way to its first one. */
function change(
  enterprise: Enterprise,
  endpoint: Endpoint,
  planId: string,
  now: number,
  commit: (target: string) => void,
): Answer {
  const plan = enterprise.plans.get(planId);
  if (!plan) return wrong("planId");
  const kept = endpoint.roamingProfileIds.filter((id) => plan.roamingProfileIds.includes(id));
  endpoint.planId = planId;
  endpoint.planSince = now;
  endpoint.baseCounter = baseCounter(plan);
  endpoint.roamingProfileIds = kept.length > 0 ? kept : plan.roamingProfileIds.slice(0, 1);
  commit(endpoint.id);
  return ok("7001", "Plan change success");
}
