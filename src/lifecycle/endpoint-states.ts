import { z } from "zod";
import type { TargetState } from "../model/endpoint-actions.js";
import type { LineState } from "../model/line.js";
import type { EndpointActionName } from "../model/operation.js";
import { action } from "./action.js";
import { byProfile, byState, endpointsOf, isSo } from "./observe.js";

const OfEndpoint = z.strictObject({ endpoint: z.string() });

export const activate = action({
  name: "ENDPOINT_ACTIVATE",
  wish: OfEndpoint,
  perform: (writes, { endpoint }, call) => endpointsOf(writes).activate(endpoint, call),
  observe: byState(["ACTIVE", "TEST"], ["PRE_ACTIVE"]),
});

/** A change from one of some states to another. */
const move = (name: EndpointActionName, from: readonly LineState[], to: TargetState) =>
  action({
    name,
    wish: OfEndpoint,
    perform: (writes, { endpoint }, call) => endpointsOf(writes).changeState(endpoint, to, null, call),
    observe: byState([to], from),
  });

export const suspend = move("ENDPOINT_SUSPEND", ["ACTIVE"], "SUSPENDED");
export const resume = move("ENDPOINT_RESUME", ["SUSPENDED"], "ACTIVE");
export const stock = move("ENDPOINT_STOCK", ["TEST"], "INVENTORY");
export const commission = move("ENDPOINT_COMMISSION", ["TEST", "INVENTORY"], "ACTIVE");

export const remove = action({
  name: "ENDPOINT_DELETE",
  wish: OfEndpoint,
  perform: (writes, { endpoint }, call) => endpointsOf(writes).remove(endpoint, call),
  observe: byProfile((profile) => isSo(profile === null)),
});

export const linkSim = action({
  name: "SIM_LINK",
  wish: z.strictObject({ endpoint: z.string(), iccid: z.string() }),
  perform: (writes, { endpoint, iccid }, call) => endpointsOf(writes).linkSim(endpoint, iccid, call),
  observe: byProfile((profile, { iccid }) => {
    if (profile === null || (profile.sim !== null && profile.sim.iccid !== iccid)) return "UNKNOWN";
    return isSo(profile.sim !== null);
  }),
});

export const unlinkSim = action({
  name: "SIM_UNLINK",
  wish: OfEndpoint,
  perform: (writes, { endpoint }, call) => endpointsOf(writes).unlinkSim(endpoint, call),
  observe: byProfile((profile) => (profile === null ? "UNKNOWN" : isSo(profile.sim === null))),
});
