import { z } from "zod";
import { type Answer, fail, missing, ok, tooMany } from "../answer.js";
import { findEndpoint, type IdentifierName } from "../lookup.js";
import { type Call, operation } from "../operation.js";
import { ageAddons } from "../rules/addons.js";
import { isAnswer } from "../rules/attachable.js";
import { isOemState } from "../rules/lifecycle.js";
import { BulkModifyParams } from "../rules/modify/params.js";
import { prepare } from "../rules/modify/steps.js";
import { BULK_MODIFY_MS } from "../rules/timing.js";
import { ids, request } from "../shapes.js";
import type { Endpoint } from "../state.js";

const MAX_ENDPOINTS = 4000;
const MAX_ADDONS = 10;

/** The resource type is spelt differently here than anywhere else. */
const IDENTIFIERS = { endPointid: "endPointId", imsi: "imsi", msisdn: "msisdn", iccid: "iccid" } as const;

/** Accepts one change for many endpoints; it is made later, endpoint by endpoint, and those that refuse it are left alone. */
export const bulkModify = operation({
  method: "PATCH",
  path: "/endpointbulk",
  effect: "write",
  input: request({
    resourceType: z.enum(["endPointid", "imsi", "msisdn", "iccid"]),
    valuelist: ids,
    requestParam: BulkModifyParams,
  }),
  status: 202,
  handle: (call, { Request: { resourceType, valuelist, requestParam } }) => {
    if (valuelist.length === 0) return missing("valuelist");
    if (valuelist.length > MAX_ENDPOINTS) return tooMany("valueList");
    if (Object.keys(requestParam).length === 0) return missing("requestParam");
    if ((requestParam.addAddonPlanIds ?? []).length > MAX_ADDONS) return tooMany("addAddonPlanIds");
    const targets = targetsOf(call, IDENTIFIERS[resourceType], valuelist);
    if (isAnswer(targets)) return targets;
    if (requestParam.addAddonPlanIds && targets.some((endpoint) => isOemState(endpoint.status)))
      return failure("Addon is not allowed in Active-Test or Active-Inventory state");
    call.later(BULK_MODIFY_MS, (at) => changeAll(call, targets, requestParam, at));
    const JobId = String(++call.world.counters.job);
    call.commit(JobId);
    return ok("10070", "Success!! Request has sent for processing", { JobId });
  },
});

const failure = (reason: string): Answer => fail("10134", `Modify endpoint(s) failure - ${reason}`);

function targetsOf({ enterprise }: Call, name: IdentifierName, values: readonly string[]): Endpoint[] | Answer {
  const found = values.map((value) => findEndpoint(enterprise, name, value));
  const targets = found.filter((endpoint) => endpoint !== null);
  return targets.length === found.length ? targets : failure("Invalid value in valueList");
}

function changeAll(
  call: Call,
  targets: readonly Endpoint[],
  params: z.output<typeof BulkModifyParams>,
  at: number,
): void {
  const { enterprise, uniqueId } = call;
  for (const endpoint of targets) {
    ageAddons(endpoint, enterprise.plans, at);
    const ready = prepare({ enterprise, endpoint, now: at, uniqueId }, params);
    if (!isAnswer(ready)) for (const apply of ready) apply();
  }
}
