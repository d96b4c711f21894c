import { z } from "zod";
import { type Answer, fail, falseSuccess, ok } from "../answer.js";
import { endpointOf } from "../lookup.js";
import { type Call, operation } from "../operation.js";
import { moveTo } from "../rules/lifecycle.js";
import { identifierRefusal } from "../rules/one-of-three.js";
import { LOCAL_LIFECYCLE_MS } from "../rules/timing.js";
import { request, text } from "../shapes.js";
import type { Endpoint, Status } from "../state.js";

type Target = "A" | "S" | "AI";

const PATHS: Record<"plain" | "oem", Partial<Record<Status, readonly Target[]>>> = {
  plain: { A: ["S"], S: ["A"] },
  oem: { AT: ["AI", "A"], AI: ["A"], A: ["S"], S: ["A"] },
};

/** Active, Suspend and, for OEM enterprises, the way from Active-Test over Active-Inventory to Active. */
export const endPointLifeCycleChange = operation({
  method: "POST",
  path: "/EndPointLifeCycleChange",
  effect: "write",
  input: request({
    msisdn: text.optional(),
    imsi: text.optional(),
    endPointId: text.optional(),
    requestParam: z.strictObject({ lifeCycle: text, reason: z.enum(["1", "2", "3"]).optional() }),
  }),
  handle: (call, { Request: { requestParam, ...ids } }) => {
    const refusal = identifierRefusal(ids);
    if (refusal) return refusal;
    const to = targetOf(requestParam.lifeCycle, call.enterprise.isOem);
    if (!to) return fail("1008", "Invalid life cycle");
    const endpoint = endpointOf(call.enterprise, ids);
    if (endpoint) return stateRefusal(call, endpoint, to) ?? change(call, endpoint, to);
    return call.enterprise.deleted.has(ids.endPointId ?? "")
      ? fail("1009", "Life cycle change not allowed due to endpoint/subscriber is in deactivate state")
      : failed;
  },
});

const failed = fail("5018", "Endpoint/Subscriber lifecycle change failed");

function targetOf(lifeCycle: string, isOem: boolean): Target | null {
  if (lifeCycle === "A" || lifeCycle === "S") return lifeCycle;
  return lifeCycle === "AI" && isOem ? lifeCycle : null;
}

function stateRefusal({ enterprise }: Call, endpoint: Endpoint, to: Target): Answer | null {
  const { status } = endpoint;
  if (!enterprise.enabled) return fail("1242", "Life cycle change not allowed because parent is not in active state");
  if (status === "PA" || status === "H") return fail("8104", "Endpoint in preactive/hold state");
  if (status === to) return fail("1254", "You are currently in same lifecycle");
  const paths = PATHS[enterprise.isOem ? "oem" : "plain"];
  if (!paths[status]?.includes(to)) return failed;
  if (endpoint.rspState === "Local") {
    if (endpoint.pending === "lifecycle")
      return falseSuccess("10244", "Activation/Suspension ongoing – try again later");
    if (endpoint.lifecycleFails) {
      endpoint.lifecycleFails = false;
      return falseSuccess("10246", "Failed to change endpoint state - try again");
    }
  }
  return endpoint.pending === "delink" ? failed : null;
}

function change(call: Call, endpoint: Endpoint, to: Target): Answer {
  const { enterprise, now, uniqueId, commit } = call;
  const from = endpoint.status;
  const responseParam = { currentStatus: to, previousStatus: from };
  commit(endpoint.id);
  if (endpoint.rspState === "Local") {
    endpoint.pending = "lifecycle";
    call.later(LOCAL_LIFECYCLE_MS, (at) => {
      moveTo(enterprise, endpoint, to, at, uniqueId);
      endpoint.pending = null;
    });
    return ok("10245", "Lifecycle change requested...", { responseParam });
  }
  moveTo(enterprise, endpoint, to, now, uniqueId);
  // For OEM enterprises the table says 9003 and every example 5017: both are heard here.
  const code = enterprise.isOem && from !== "A" && to === "A" ? "9003" : "5017";
  return ok(code, "Lifecycle change success", { responseParam });
}
