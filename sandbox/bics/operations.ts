import type { Operation } from "./operation.js";
import { endPointActivation } from "./operations/activation.js";
import { getEndpointAddonDetails, subscribeAddon } from "./operations/addons.js";
import { fetchApnGroup, fetchSIM, getRoamingProfiles, queryRatePlan } from "./operations/assumed.js";
import { bulkModify } from "./operations/bulk-modify.js";
import { bulkProvisioning } from "./operations/bulk-provisioning.js";
import { endPointBlacklisting, endpointCoverage } from "./operations/coverage.js";
import { createEndPoint } from "./operations/create.js";
import { deleteEndPoint } from "./operations/delete.js";
import { fetchNetworkStatus } from "./operations/fetch-network-status.js";
import { getEndPointProfile } from "./operations/get-endpoint-profile.js";
import { getEndpoints } from "./operations/get-endpoints.js";
import { getStatistics } from "./operations/get-statistics.js";
import { endPointLifeCycleChange } from "./operations/life-cycle-change.js";
import { locationInfo } from "./operations/location-info.js";
import { modify } from "./operations/modify.js";
import { changePlan, changeRoamingProfile } from "./operations/plan.js";
import { fetchICCIDForProvisioning, fetchSIMProvisioningDetails } from "./operations/provisioning.js";
import { deLinkSim, linkSim } from "./operations/sim.js";
import { updateThreshold } from "./operations/update-threshold.js";

/** Every operation but login and refresh: the 23 of the document in its order, then the look-ups it refers to. */
export const OPERATIONS: readonly Operation[] = [
  createEndPoint,
  getEndpoints,
  modify,
  deleteEndPoint,
  fetchICCIDForProvisioning,
  bulkProvisioning,
  fetchSIMProvisioningDetails,
  bulkModify,
  linkSim,
  deLinkSim,
  endPointActivation,
  endPointLifeCycleChange,
  changeRoamingProfile,
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
  queryRatePlan,
  getRoamingProfiles,
  fetchApnGroup,
  fetchSIM,
];
