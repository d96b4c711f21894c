import { fail, ok } from "../answer.js";
import { operation } from "../operation.js";
import { ageAddons } from "../rules/addons.js";
import { query, text } from "../shapes.js";
import type { Endpoint, Enterprise } from "../state.js";
import { profileCounters, promotionalRow } from "../views/addons.js";
import { basicInfo } from "../views/basic-info.js";
import { benefitInfo } from "../views/benefit-info.js";
import { tagRows } from "../views/tags.js";

/** The full profile of one endpoint. Parts that are empty are not there at all. */
export const getEndPointProfile = operation({
  method: "GET",
  path: "/GetEndPointProfile",
  effect: "read",
  input: query({ endPointId: text }),
  handle: ({ enterprise, now }, { endPointId }) => {
    const endpoint = enterprise.endpoints.get(endPointId);
    if (!endpoint) return fail("1083", "Get endpoint profile failure");
    ageAddons(endpoint, enterprise.plans, now);
    return ok("1082", "Get endpoint profile success", { info: info(enterprise, endpoint, now) });
  },
});

function info(enterprise: Enterprise, endpoint: Endpoint, now: number): Record<string, unknown> {
  const counter = profileCounters(endpoint, enterprise.plans.get(endpoint.planId), enterprise.plans);
  return {
    basicInfo: basicInfo(enterprise, endpoint, now),
    promotionalPlans: promotionalPlans(enterprise, endpoint),
    benefitInfo: benefitInfo(enterprise, endpoint, now),
    counter: counter.length > 0 ? counter : undefined,
    tagIdList: tagRows(enterprise, endpoint),
  };
}

/** Add-ons taken in an OEM state are not listed before the endpoint is active. */
function promotionalPlans(enterprise: Enterprise, endpoint: Endpoint): unknown {
  const plan = endpoint.addons.flatMap((addon) => {
    const of = addon.uniqueId === null ? undefined : enterprise.plans.get(addon.planId);
    return of ? [promotionalRow(addon, of)] : [];
  });
  return plan.length > 0 ? { plan } : undefined;
}
