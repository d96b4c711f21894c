import type { DOCUMENTED, REFERRED_TO } from "../../src/datasources/bics/operations/index.js";
import { act, query, type Way, type Ways } from "./way.js";

const endpoint = (who: string, selection: string): string =>
  `endpoint(by: { carrierEndpointId: "<${who}>" }, account: "<account>") { ${selection} }`;

const of = (selection: string, who = "activePostpaid"): Way => query(endpoint(who, selection));

const actOn = (who: string, mutation: string, input = "", more: Omit<Way, "document"> = {}): Way =>
  act(mutation, `endpoint: "<Endpoint ${who}>" ${input}`, more);

/** What cannot be undone wants the endpoint's name. */
const confirmedOn = (who: string, mutation: string, account: string): Way =>
  actOn(who, mutation, 'confirm: "<given>"', { account, first: [`{ ${endpoint(who, "given: name")} }`] });

const NEW = 'account: "<account>", plan: "<Plan 560082>", roamingProfiles: ["8953"], apnGroup: "PDP_1002"';
const NETWORK = '{ tadig: "BELMO", categoryGroup: "SP14073" }';

const sims = query('sims(filter: { accounts: ["<account>"] }) { nodes { __typename } }');

/** A token that is expired is renewed, unless that is refused too. */
const EXPIRED = { operation: "GetEndPointProfile", fault: "expired-token" };
const REFUSED = { operation: "RefreshToken", fault: "expired-token" };

export const BICS: Ways<keyof typeof DOCUMENTED | keyof typeof REFERRED_TO> = {
  createEndPoint: [act("endpointCreate", `${NEW}, name: "Freezer 12"`)],
  getEndpoints: [query('endpoints(filter: { accounts: ["<account>"] }) { nodes { __typename } }')],
  modifyEndpoint: [
    actOn("activePostpaid", "endpointUpdate", 'addTags: ["2845001"]'),
    actOn("activePostpaid", "addonsAdd", 'plans: ["<Plan 568677>"]'),
    actOn("withCounter", "addonsRemove", 'instances: ["<given>"]', {
      first: [`{ ${endpoint("withCounter", "addons { given: instanceId }")} }`],
    }),
  ],
  deleteEndPoint: [confirmedOn("preActiveWithoutSim", "endpointDelete", "bics-eu")],
  fetchICCIDForProvisioning: [query('account(id: "<account>") { bics { iccidRanges { __typename } } }')],
  bulkProvisioning: [
    act("endpointsCreate", `${NEW}, name: "Freezer", iccids: ["8932042000000150000"], isCreditUnlimited: true`),
  ],
  fetchSIMProvisioningDetails: [query('account(id: "<account>") { bics { bulkCreations { __typename } } }')],
  modifyEndpointBulk: [act("endpointsUpdate", 'endpoints: ["<Endpoint activePostpaid>"], addTags: ["2845001"]')],
  linkSim: [actOn("preActiveWithoutSim", "simLink", 'iccid: "8932042000000150000"')],
  deLinkSim: [actOn("activeIdle", "simUnlink")],
  endPointActivation: [actOn("preActiveWithSim", "endpointActivate")],
  endPointLifeCycleChange: [
    actOn("activePostpaid", "endpointSuspend"),
    actOn("suspended", "endpointResume"),
    confirmedOn("activeTest", "endpointStock", "bics-oem"),
    confirmedOn("activeTest", "endpointCommission", "bics-oem"),
  ],
  changeEndpointRoamingProfile: [actOn("activePostpaid", "roamingProfilesChange", 'profiles: ["8954"]')],
  changePlan: [actOn("activePostpaid", "planChange", 'plan: "<Plan 560082>"')],
  updateThreshold: [
    actOn("withCounter", "thresholdSet", 'counter: "<given>", addon: "<given2>", bytes: "7340032"', {
      first: [`{ ${endpoint("withCounter", "counters { given: carrierCounterId, given2: addonInstanceId }")} }`],
    }),
  ],
  getStatistics: [of('usage(from: "2026-01-01", to: "2026-01-31") { __typename }')],
  getEndPointProfile: [of("__typename")],
  locationInfo: [of("location { __typename }", "location:found")],
  endpointCoverage: [of("networks { __typename }")],
  endPointBlacklisting: [actOn("activePostpaid", "networkBlacklistUpdate", `add: [${NETWORK}]`)],
  fetchNetworkStatus: [of("connectivity { __typename }")],
  subscribeAddon: [actOn("activePostpaid", "addonSubscribe", 'plan: "<Plan 568677>"')],
  getEndpointAddonDetails: [of("addons { balances { __typename } }", "withCounter")],
  login: [{ ...of("__typename"), faults: [EXPIRED, REFUSED] }],
  refreshToken: [{ ...of("__typename"), faults: [EXPIRED] }],
  fetchSim: [sims, query('sim(by: { iccid: "8932042000000150000" }, account: "<account>") { __typename }')],
  queryRatePlan: [query('plans(filter: { accounts: ["<account>"] }) { nodes { __typename } }')],
  getRoamingProfiles: [query('account(id: "<account>") { bics { roamingProfiles { __typename } } }')],
};
