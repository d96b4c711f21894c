import { z } from "zod";
import { type Answer, fail, ok } from "../answer.js";
import { simOf } from "../lookup.js";
import { type Call, operation } from "../operation.js";
import { delink, link } from "../rules/lifecycle.js";
import { DELINK_MS } from "../rules/timing.js";
import { iccid, request, text } from "../shapes.js";
import type { Endpoint, Enterprise, Sim } from "../state.js";
import { UNKNOWN_FAILURE, UNKNOWN_TIMEOUT } from "./create.js";

/** Links a SIM to an endpoint that is Pre-Active or on Hold; it is Pre-Active afterwards. */
export const linkSim = operation({
  method: "POST",
  path: "/LinkSim",
  effect: "write",
  input: request({ endPointId: text, requestParam: z.strictObject({ iccid }) }),
  handle: (call, { Request: { endPointId, requestParam } }) => {
    const { enterprise } = call;
    const endpoint = enterprise.endpoints.get(endPointId);
    const sim = enterprise.sims.get(requestParam.iccid);
    if (!endpoint || !sim) return fail("6410", "Link SIM failure");
    return linkRefusal(enterprise, endpoint, sim) ?? linkNow(call, endpoint, sim);
  },
});

/** A SIM in use is refused in the words of the endpoint that has it, which may be another one. */
function linkRefusal(enterprise: Enterprise, endpoint: Endpoint, sim: Sim): Answer | null {
  const holder = sim.endPointId === null ? undefined : enterprise.endpoints.get(sim.endPointId);
  switch (holder?.status) {
    case "A":
      return fail("2507", "SIM already in active state");
    case "S":
      return fail("10108", "SIM already in suspend state");
    case "PA":
      return fail("10109", "SIM already in preActive state");
    case "AT":
    case "AI":
      return fail("5016", "SIM already provisioned");
    default:
  }
  if (simOf(enterprise, endpoint)) return fail("5016", "SIM already provisioned");
  return sim.trouble === "not-ready" ? fail("6410", "Link SIM failure") : null;
}

function linkNow(call: Call, endpoint: Endpoint, sim: Sim): Answer {
  if (sim.trouble === "link-fails") return fail("10239", UNKNOWN_FAILURE);
  link(endpoint, sim, call.now);
  call.commit(endpoint.id);
  return sim.trouble === "link-times-out" ? fail("10240", UNKNOWN_TIMEOUT) : ok("6409", "Link SIM success");
}

/** Takes the SIM out; with a session going on it is only accepted and done later. */
export const deLinkSim = operation({
  method: "POST",
  path: "/DeLinkSim",
  effect: "write",
  input: request({ endPointId: text }),
  handle: (call, { Request: { endPointId } }) => {
    const endpoint = call.enterprise.endpoints.get(endPointId);
    if (!endpoint) return fail("6414", "SIM delink failure");
    if (!endpoint.iccid) return fail("6420", "SIM not attached");
    if (endpoint.rspState === "Local") return fail("10250", "Endpoint with RSP State = Local cannot be de-linked");
    if (endpoint.pending === "delink") return fail("6414", "SIM delink failure");
    call.commit(endpoint.id);
    if (endpoint.status !== "A" || endpoint.connectivity.kind !== "connected") {
      delink(call.enterprise, endpoint, call.now);
      return ok("6413", "SIM delink success");
    }
    endpoint.pending = "delink";
    call.later(DELINK_MS, (at) => {
      delink(call.enterprise, endpoint, at);
      endpoint.pending = null;
    });
    return ok("7021", "Successful!! request has sent for processing!!");
  },
});
