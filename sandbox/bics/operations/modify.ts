import { type Answer, missing, ok, wrong } from "../answer.js";
import { endpointOf, given } from "../lookup.js";
import { type Call, operation } from "../operation.js";
import { ageAddons } from "../rules/addons.js";
import { isAnswer } from "../rules/attachable.js";
import { ModifyParams } from "../rules/modify/params.js";
import { modifyFailure } from "../rules/modify/step.js";
import { prepare } from "../rules/modify/steps.js";
import { priceOf } from "../rules/money.js";
import { ADDON_REMOVAL_MS } from "../rules/timing.js";
import { request, text } from "../shapes.js";
import type { Endpoint } from "../state.js";

/** Modifies one endpoint. HTTP 202 where the IMEI lock is concerned, for failures too, and 200 otherwise. */
export const modify = operation({
  method: "PATCH",
  path: "/endpoint",
  effect: "write",
  input: request({
    endPointId: text.optional(),
    imsi: text.optional(),
    msisdn: text.optional(),
    iccid: text.optional(),
    requestParam: ModifyParams,
  }),
  handle: (call, { Request: { requestParam, ...ids } }) => {
    const [name, second] = given(ids);
    if (!name) return missing("endPointId/imsi/msisdn/iccid");
    if (second) return wrong(second);
    if (Object.keys(requestParam).length === 0) return missing("requestParam");
    const endpoint = endpointOf(call.enterprise, ids);
    const answer = endpoint ? change(call, endpoint, requestParam) : modifyFailure();
    return requestParam.imeiLockStatus ? { ...answer, status: 202 } : answer;
  },
});

function change(call: Call, endpoint: Endpoint, params: ModifyParams): Answer {
  const { enterprise, now, uniqueId } = call;
  ageAddons(endpoint, enterprise.plans, now);
  const ready = prepare({ enterprise, endpoint, now, uniqueId }, params);
  if (isAnswer(ready)) return ready;
  for (const apply of ready) apply();
  const added = (params.addAddonPlanIds ?? []).flatMap((id) => enterprise.plans.get(id) ?? []);
  call.commit(endpoint.id, priceOf(added));
  if (!params.removeAddonUniqueIds) return ok("10068", "Modify endpoint success");
  removeLater(call, endpoint, params.removeAddonUniqueIds);
  return ok("10199", "Your request is under process");
}

function removeLater(call: Call, endpoint: Endpoint, uniqueIds: readonly string[]): void {
  endpoint.pending = "addon-removal";
  call.later(ADDON_REMOVAL_MS, () => {
    const isGone = (uniqueId: string | null): boolean => uniqueId !== null && uniqueIds.includes(uniqueId);
    endpoint.addons = endpoint.addons.filter((addon) => !isGone(addon.uniqueId));
    endpoint.formerAddonIds.push(...uniqueIds);
    endpoint.pending = null;
  });
}
