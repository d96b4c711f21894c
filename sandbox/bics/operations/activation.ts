import { fail, ok } from "../answer.js";
import { simOf } from "../lookup.js";
import { operation } from "../operation.js";
import { activate } from "../rules/lifecycle.js";
import { request, text } from "../shapes.js";

/** First activation of a Pre-Active endpoint: to Active, in an OEM enterprise to Active-Test. */
export const endPointActivation = operation({
  method: "POST",
  path: "/EndPointActivation",
  effect: "write",
  input: request({ endPointId: text }),
  handle: ({ enterprise, now, commit }, { Request: { endPointId } }) => {
    const failure = fail("5015", "SIM provisioning failure");
    const endpoint = enterprise.endpoints.get(endPointId);
    if (!endpoint) return failure;
    const sim = simOf(enterprise, endpoint);
    if (!sim) return fail("6420", "SIM  not attached");
    if (endpoint.status !== "PA") return fail("2507", "SIM already in active state");
    const isMissingBenefit = enterprise.dynamicBenefitOnly && !endpoint.dynamicBenefit;
    if (sim.trouble === "activation-fails" || enterprise.balance <= 0 || isMissingBenefit) return failure;
    activate(enterprise, endpoint, now);
    commit(endPointId);
    return ok("5014", "SIM provisioning success");
  },
});
