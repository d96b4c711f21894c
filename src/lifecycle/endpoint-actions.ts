import type { AccountActionName, EndpointActionName } from "../model/operation.js";
import type { Action } from "./action.js";
import { addAddons, removeAddons, subscribeAddon } from "./endpoint-addons.js";
import { create } from "./endpoint-create.js";
import { changePlan, changeRoamingProfiles, setThreshold, updateBlacklist } from "./endpoint-services.js";
import { activate, commission, linkSim, remove, resume, stock, suspend, unlinkSim } from "./endpoint-states.js";
import { update } from "./endpoint-update.js";
import { createAll } from "./endpoints-create.js";
import { updateAll } from "./endpoints-update.js";

/** Every action on endpoints by its name; one that is missing does not compile. */
export const ENDPOINT_ACTIONS = {
  ENDPOINT_ACTIVATE: activate,
  ENDPOINT_SUSPEND: suspend,
  ENDPOINT_RESUME: resume,
  ENDPOINT_STOCK: stock,
  ENDPOINT_COMMISSION: commission,
  ENDPOINT_CREATE: create,
  ENDPOINTS_CREATE: createAll,
  ENDPOINTS_UPDATE: updateAll,
  ENDPOINT_UPDATE: update,
  ENDPOINT_DELETE: remove,
  SIM_LINK: linkSim,
  SIM_UNLINK: unlinkSim,
  PLAN_CHANGE: changePlan,
  ADDON_SUBSCRIBE: subscribeAddon,
  ADDONS_ADD: addAddons,
  ADDONS_REMOVE: removeAddons,
  ROAMING_PROFILES_CHANGE: changeRoamingProfiles,
  THRESHOLD_SET: setThreshold,
  NETWORK_BLACKLIST_UPDATE: updateBlacklist,
} as const satisfies Record<EndpointActionName | AccountActionName, Action>;
