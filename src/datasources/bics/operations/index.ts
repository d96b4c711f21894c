import type { Operation } from "../../http/operation.js";
import { getEndpointAddonDetails, subscribeAddon } from "./addons.js";
import { fetchIccidForProvisioning, fetchSimProvisioningDetails } from "./bulk.js";
import { bulkProvisioning } from "./bulk-create.js";
import { getRoamingProfiles, queryRatePlan } from "./catalogue.js";
import { createEndPoint, deleteEndPoint } from "./create.js";
import { getEndPointProfile, getEndpoints } from "./endpoints.js";
import {
  changeEndpointRoamingProfile,
  changePlan,
  deLinkSim,
  endPointActivation,
  endPointLifeCycleChange,
  linkSim,
} from "./lifecycle.js";
import { login, refreshToken } from "./login.js";
import { modifyEndpoint, modifyEndpointBulk } from "./modify.js";
import { endPointBlacklisting, endpointCoverage, fetchNetworkStatus, locationInfo } from "./networks.js";
import { fetchSim } from "./sims.js";
import { getStatistics, updateThreshold } from "./usage.js";

/** The 23 operations of the document, in its order. */
export const DOCUMENTED = {
  createEndPoint,
  getEndpoints,
  modifyEndpoint,
  deleteEndPoint,
  fetchICCIDForProvisioning: fetchIccidForProvisioning,
  bulkProvisioning,
  fetchSIMProvisioningDetails: fetchSimProvisioningDetails,
  modifyEndpointBulk,
  linkSim,
  deLinkSim,
  endPointActivation,
  endPointLifeCycleChange,
  changeEndpointRoamingProfile,
  changePlan,
  updateThreshold,
  getStatistics,
  getEndPointProfile,
  locationInfo,
  endpointCoverage,
  endPointBlacklisting,
  fetchNetworkStatus,
  subscribeAddon,
  getEndpointAddonDetails,
} as const satisfies Readonly<Record<string, Operation>>;

/** Operations that the document only refers to, or that stand in another document. */
export const REFERRED_TO = {
  login,
  refreshToken,
  fetchSim,
  queryRatePlan,
  getRoamingProfiles,
} as const satisfies Readonly<Record<string, Operation>>;
