import type { LineNumber } from "../carrier.js";
import type { Cost, OperationCost } from "../port/costs.js";
import { getEndpointAddonDetails } from "./operations/addons.js";
import { fetchIccidForProvisioning, fetchSimProvisioningDetails } from "./operations/bulk.js";
import { getRoamingProfiles, queryRatePlan } from "./operations/catalogue.js";
import { getEndPointProfile, getEndpoints } from "./operations/endpoints.js";
import { endpointCoverage, fetchNetworkStatus, locationInfo } from "./operations/networks.js";
import { fetchSim } from "./operations/sims.js";
import { getStatistics } from "./operations/usage.js";
import { MAX_PAGES } from "./reads/listing.js";

/**
 * What a whole page of 2000 rows weighs. BICS states no price for a call. A page has about the bytes of a hundred profiles,
 * and takes one of eight places where twenty profiles take three turns at all of them: more than twenty are worth a page.
 */
const PAGE_WEIGHT = 20;

/** The listing is walked for what the carrier cannot search for, and to tell an id that it refuses from an unknown one. */
const WALK: OperationCost = { operation: getEndpoints, calls: MAX_PAGES, isShared: true };

const PROFILE: Cost = [{ operation: getEndPointProfile, calls: 1 }, WALK];

const SIM: Cost = [{ operation: fetchSim, calls: 1 }, WALK];

/** What each read costs at most. */
export const COSTS = {
  "endpoints.list": [{ operation: getEndpoints, calls: 1, weight: PAGE_WEIGHT }],
  "endpoints.find": {
    iccid: [{ operation: fetchSim, calls: 1 }, ...PROFILE],
    imsi: [WALK],
    msisdn: [WALK],
    eid: [WALK],
  } satisfies Record<LineNumber["kind"], Cost>,
  "endpoints.profile": PROFILE,
  "addons.details": [{ operation: getEndpointAddonDetails, calls: 1 }],
  "sims.byIccid": SIM,
  "simListing.list": [{ operation: fetchSim, calls: 1, weight: PAGE_WEIGHT }],
  "plans.list": [{ operation: queryRatePlan, calls: 1 }],
  "usage.usage": [{ operation: getStatistics, calls: 1 }],
  "networks.networks": [{ operation: endpointCoverage, calls: 1 }],
  "connectivity.connectivity": [{ operation: fetchNetworkStatus, calls: 1 }],
  "location.location": [{ operation: locationInfo, calls: 1 }],
  "bics.iccidRanges": [{ operation: fetchIccidForProvisioning, calls: 1 }],
  "bics.bulkCreations": [{ operation: fetchSimProvisioningDetails, calls: 1 }],
  "bics.roamingProfiles": [{ operation: getRoamingProfiles, calls: 1 }],
} as const;
