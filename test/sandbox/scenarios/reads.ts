import { subscription } from "../bodies.js";
import type { Scenario } from "./bench.js";

const get: (path: string, query?: Record<string, string>) => Scenario =
  (path, query) =>
  ({ eu }) =>
    eu.get(path, query);
const of: (path: string, specimen: string, query?: Record<string, string>) => Scenario =
  (path, specimen, query) =>
  ({ eu }) =>
    eu.get(path, { endPointId: eu.specimen(specimen), ...query });
const ofOem: (path: string, specimen: string) => Scenario =
  (path, specimen) =>
  ({ oem }) =>
    oem.get(path, { endPointId: oem.specimen(specimen) });
const ifDisabled: (path: string) => Scenario =
  (path) =>
  async ({ eu, disable }) => {
    await disable();
    return eu.get(path);
  };

export const getEndpoints: Record<string, Scenario> = {
  page: get("/GetEndpoints", { page: "1", perPage: "9" }),
  unpaged: get("/GetEndpoints"),
  "by-tag": get("/GetEndpoints", { tagId: "2845001" }),
  untagged: get("/GetEndpoints", { tagId: "null" }),
  "oem-states": ({ oem }) => oem.get("/GetEndpoints"),
  failed: ifDisabled("/GetEndpoints"),
};

const PROFILE = "/GetEndPointProfile";

export const getEndPointProfile: Record<string, Scenario> = {
  "active-test": ofOem(PROFILE, "activeTest"),
  "active-inventory": ofOem(PROFILE, "activeInventory"),
  suspended: of(PROFILE, "suspended"),
  esim: of(PROFILE, "localised"),
  "non-pooled-benefit": of(PROFILE, "withOwnDynamicBenefit"),
  prepaid: of(PROFILE, "activePrepaid"),
  "addon-counter": of(PROFILE, "withCounter"),
  "addon-data-and-sms": async (bench) => {
    const endPointId = await bench.active();
    await bench.eu.post("/SubscribeAddon", subscription(endPointId, "599646"));
    return bench.eu.get(PROFILE, { endPointId });
  },
  failed: get(PROFILE, { endPointId: "51000000" }),
};

const DAYS = { from_date: "20250901", to_date: "20251105" };

export const getStatistics: Record<string, Scenario> = {
  data: of("/GetStatistics", "activeIdle", DAYS),
  "data-and-sms": of("/GetStatistics", "activeIdle", DAYS),
  "nb-iot": of("/GetStatistics", "activeIdle", DAYS),
  "no-record": of("/GetStatistics", "hold", DAYS),
};

const LOCATION = "/locationInfo";

export const locationInfo: Record<string, Scenario> = {
  located: of(LOCATION, "location:found"),
  detached: of(LOCATION, "location:detached"),
  "not-provided": of(LOCATION, "location:not-provided"),
  "connection-failed": of(LOCATION, "location:hss-failed"),
  "timed-out": of(LOCATION, "location:hss-timeout"),
  "insufficient-privilege": ({ eu, oem }) => eu.get(LOCATION, { endPointId: oem.specimen("activeTest") }),
};

export const endpointCoverage: Record<string, Scenario> = {
  "two-networks": of("/endpointCoverage", "activeIdle"),
  "barred-and-blacklisted": of("/endpointCoverage", "activeIdle", { blacklisted: "False" }),
  "no-identifier": get("/endpointCoverage"),
  failed: get("/endpointCoverage", { endPointId: "51000000" }),
};

const NETWORK = "/fetchNetworkStatus";

export const fetchNetworkStatus: Record<string, Scenario> = {
  connected: of(NETWORK, "activeConnected"),
  "not-connected": of(NETWORK, "activeIdle"),
  "local-profile": of(NETWORK, "localised"),
  "no-recent-info": of(NETWORK, "activeNoRecentNetwork"),
  "not-active": of(NETWORK, "suspended"),
  failed: get(NETWORK, { endPointId: "51000000" }),
};

export const fetchICCIDForProvisioning: Record<string, Scenario> = {
  "one-range": get("/fetchICCIDForProvisioning"),
  "insufficient-privilege": ({ reseller }) => reseller.get("/fetchICCIDForProvisioning"),
  failed: ifDisabled("/fetchICCIDForProvisioning"),
};

export const getEndpointAddonDetails: Record<string, Scenario> = {
  "one-addon": of("/GetEndpointAddonDetails", "withCounter"),
  "ten-addons": async (bench) => {
    const endPointId = await bench.active();
    for (let n = 0; n < 10; n++) await bench.eu.post("/SubscribeAddon", subscription(endPointId, "838834"));
    return bench.eu.get("/GetEndpointAddonDetails", { endPointId });
  },
  "zero-padded-balance": of("/GetEndpointAddonDetails", "withCounter"),
};
