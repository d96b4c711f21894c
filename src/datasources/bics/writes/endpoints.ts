import type { EndpointWrites } from "../../carrier.js";
import { resultOf } from "../../mapping/write-result.js";
import { singleChangeToWire, thresholdToWire } from "../mapping/write.js";
import { deleteEndPoint } from "../operations/create.js";
import { changeEndpointRoamingProfile, changePlan, deLinkSim, endPointActivation } from "../operations/lifecycle.js";
import { modifyEndpoint } from "../operations/modify.js";
import { updateThreshold } from "../operations/usage.js";
import type { Wire } from "../wire.js";
import { subscribe } from "./addon.js";
import { changeBlacklist } from "./blacklist.js";
import { createEndpoint } from "./create.js";
import { link } from "./link.js";
import { changeState } from "./state.js";

/** An endpoint is always named by its id: its numbers change when a local profile is enabled. */
export const endpointWrites = (wire: Wire): EndpointWrites => ({
  create: (creation, call) => createEndpoint(wire, creation, call),
  update: async (endPointId, change, call) => {
    const body = { Request: { endPointId, requestParam: singleChangeToWire(change) } };
    return resultOf(await wire.write(modifyEndpoint, { body }, call), endPointId);
  },
  remove: async (endPointId, call) =>
    resultOf(await wire.write(deleteEndPoint, { body: { Request: { endPointId } } }, call), endPointId),
  linkSim: (endPointId, iccid, call) => link(wire, endPointId, iccid, call),
  unlinkSim: async (endPointId, call) =>
    resultOf(await wire.write(deLinkSim, { body: { Request: { endPointId } } }, call), endPointId),
  activate: async (endPointId, call) =>
    resultOf(await wire.write(endPointActivation, { body: { Request: { endPointId } } }, call), endPointId),
  changeState: (endPointId, to, reason, call) => changeState(wire, endPointId, { to, reason }, call),
  changeRoamingProfiles: async (endPointId, ids, call) => {
    const body = { Request: { endPointId, requestParam: { roamingProfileIds: [...ids] } } };
    return resultOf(await wire.write(changeEndpointRoamingProfile, { body }, call), endPointId);
  },
  changePlan: async (endPointId, planId, call) => {
    const body = { Request: { endPointId, requestParam: { planId } } };
    return resultOf(await wire.write(changePlan, { body }, call), endPointId);
  },
  subscribeAddon: (endPointId, addon, call) => subscribe(wire, endPointId, addon, call),
  setThreshold: async (endPointId, change, call) => {
    const body = { Request: { endPointId, requestParam: thresholdToWire(change) } };
    return resultOf(await wire.write(updateThreshold, { body }, call), endPointId);
  },
  updateBlacklist: (endPointId, change, call) => changeBlacklist(wire, endPointId, change, call),
});
