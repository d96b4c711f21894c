import { bulkCreation, creation, fullCreation, lifeCycle, only, subscription } from "../bodies.js";
import { conditions } from "../support.js";
import type { Scenario } from "./bench.js";

export const createEndPoint: Record<string, Scenario> = {
  created: ({ eu }) => eu.post("/CreateEndPoint", creation()),
  "created-dynamic-benefit": ({ eu }) => eu.post("/CreateEndPoint", creation({ benefits: "1568" })),
  "sim-linked": ({ eu }) => eu.post("/CreateEndPoint", fullCreation(eu, { isDefaultActivation: "false" })),
  activated: ({ eu }) => eu.post("/CreateEndPoint", fullCreation(eu, { tagIds: ["2845001"], imei: "358480580000001" })),
  "duplicate-imsi": async ({ eu }) => {
    await eu.post("/CreateEndPoint", fullCreation(eu));
    return eu.post("/CreateEndPoint", fullCreation(eu));
  },
  "dynamic-benefit-required": ({ benefits }) =>
    benefits.post("/CreateEndPoint", fullCreation(benefits, { roamingProfileId: "29629" })),
  "low-balance": async ({ eu, sandbox }) => {
    await conditions(sandbox, { account: "bics-eu", enterprise: { balance: 0 } });
    return eu.post("/CreateEndPoint", fullCreation(eu));
  },
  failed: async ({ eu, disable }) => {
    await disable();
    return eu.post("/CreateEndPoint", creation());
  },
};

const link = (endPointId: string, iccid: string) => ({ Request: { endPointId, requestParam: { iccid } } });

const iccidOf: (name: string) => Scenario =
  (name) =>
  async ({ eu }) => {
    const row = await eu.row(eu.specimen(name));
    const iccid = typeof row === "object" && row !== null ? String(Reflect.get(row, "iccid")) : "";
    return eu.post("/LinkSim", link(eu.specimen("hold"), iccid));
  };

export const linkSim: Record<string, Scenario> = {
  linked: ({ eu }) => eu.post("/LinkSim", link(eu.specimen("hold"), eu.specimen("simFree"))),
  "already-active": iccidOf("activeIdle"),
  "already-pre-active": iccidOf("preActiveWithSim"),
  "already-suspended": iccidOf("suspended"),
  failed: ({ eu }) => eu.post("/LinkSim", link("51000000", eu.specimen("simFree"))),
};

export const deLinkSim: Record<string, Scenario> = {
  delinked: ({ eu }) => eu.post("/DeLinkSim", only(eu.specimen("suspended"))),
  "pending-session": ({ eu }) => eu.post("/DeLinkSim", only(eu.specimen("activeConnected"))),
  "not-attached": ({ eu }) => eu.post("/DeLinkSim", only(eu.specimen("hold"))),
  failed: ({ eu }) => eu.post("/DeLinkSim", only("51000000")),
};

export const deleteEndPoint: Record<string, Scenario> = {
  deleted: ({ eu }) => eu.post("/DeleteEndPoint", only(eu.specimen("hold"))),
  "sim-still-linked": ({ eu }) => eu.post("/DeleteEndPoint", only(eu.specimen("suspended"))),
  "failed-outer-success": async ({ eu, disable }) => {
    await disable();
    return eu.post("/DeleteEndPoint", only(eu.specimen("hold")));
  },
};

export const endPointActivation: Record<string, Scenario> = {
  activated: ({ eu }) => eu.post("/EndPointActivation", only(eu.specimen("preActiveWithSim"))),
  "already-active": ({ eu }) => eu.post("/EndPointActivation", only(eu.specimen("activeIdle"))),
  "sim-not-attached": ({ eu }) => eu.post("/EndPointActivation", only(eu.specimen("preActiveWithoutSim"))),
  failed: ({ eu }) => eu.post("/EndPointActivation", only("51000000")),
};

const change: (account: "eu" | "oem", name: string, to: string) => Scenario = (account, name, to) => (bench) =>
  bench[account].post("/EndPointLifeCycleChange", lifeCycle(bench[account].specimen(name), to));

export const endPointLifeCycleChange: Record<string, Scenario> = {
  "active-to-suspended": change("eu", "activeIdle", "S"),
  "suspended-to-active": change("eu", "suspended", "A"),
  "test-to-inventory": change("oem", "activeTest", "AI"),
  "test-to-active": change("oem", "activeTest", "A"),
  "inventory-to-active": change("oem", "activeInventory", "A"),
  "same-state": change("eu", "activeIdle", "A"),
  "pre-active-or-hold": change("eu", "hold", "A"),
  failed: change("oem", "activeTest", "S"),
  "localised-requested": async (bench) => {
    await change("eu", "localised", "S")(bench);
    bench.sandbox.clock.advance(60_000);
    return change("eu", "localised", "A")(bench);
  },
  "localised-ongoing": async (bench) => {
    await change("eu", "localised", "S")(bench);
    return change("eu", "localised", "S")(bench);
  },
  "localised-failed": change("eu", "localisedFailing", "S"),
};

export const bulkProvisioning: Record<string, Scenario> = {
  accepted: ({ eu }) => eu.post("/bulkProvisioning", range(eu.specimen("simFree"), 2)),
  "accepted-other-job": ({ eu }) => eu.post("/bulkProvisioning", range(eu.specimen("simFree"), 3)),
  "accepted-dynamic-benefit": ({ eu }) =>
    eu.post("/bulkProvisioning", range(eu.specimen("simFree"), 1, { benefits: "1568", dynamicBenefitEnable: "true" })),
  "accepted-iccid-list": ({ eu }) =>
    eu.post("/bulkProvisioning", bulkCreation({ iccidList: [eu.specimen("simFree")] })),
  "list-and-range": ({ eu }) =>
    eu.post("/bulkProvisioning", range(eu.specimen("simFree"), 1, { iccidList: [eu.specimen("simFree")] })),
  "duplicate-iccids": ({ eu }) =>
    eu.post("/bulkProvisioning", bulkCreation({ iccidList: [eu.specimen("simFree"), eu.specimen("simFree")] })),
};

const range = (startICCID: string, quantity: number, params = {}) =>
  bulkCreation({ startICCID, endICCID: startICCID, quantity: String(quantity), ...params });

/** Runs a bulk creation to its end and asks how it went. */
const jobOf: (params: Record<string, unknown>) => Scenario =
  (params) =>
  async ({ eu, sandbox }) => {
    const accepted = await eu.post("/bulkProvisioning", bulkCreation(params));
    sandbox.clock.advance(15_000);
    const [, simProvisionId = ""] = /"simProvisionId": "(\d+)"/.exec(accepted.text) ?? [];
    return eu.get("/fetchSIMProvisioningDetails", { simProvisionId });
  };

export const fetchSIMProvisioningDetails: Record<string, Scenario> = {
  "all-jobs": ({ eu }) => eu.get("/fetchSIMProvisioningDetails"),
  "one-job": ({ eu }) => eu.get("/fetchSIMProvisioningDetails", { simProvisionId: "10482" }),
  "job-failed-addon-not-active": (bench) =>
    jobOf({ iccidList: [bench.eu.specimen("simFree")], addonPlanIds: ["568677"], isDefaultActivation: "false" })(bench),
  "job-failed-iccid-invalid": jobOf({ iccidList: ["8932042999999999999"] }),
  failed: ({ eu }) => eu.get("/fetchSIMProvisioningDetails", { simProvisionId: "1" }),
};

export const subscribeAddon: Record<string, Scenario> = {
  active: async (bench) => bench.eu.post("/SubscribeAddon", subscription(await bench.active(), "795750")),
  "on-first-use": async (bench) => bench.eu.post("/SubscribeAddon", subscription(await bench.active(), "838866")),
  oem: ({ oem }) => oem.post("/SubscribeAddon", subscription(oem.specimen("activeTest"), "795750")),
  "balance-lowered": async (bench) =>
    bench.eu.post("/SubscribeAddon", subscription(await bench.active(), "843543", adjusted("25", "3", "1"))),
  "balance-raised": async (bench) =>
    bench.eu.post("/SubscribeAddon", subscription(await bench.active(), "843543", adjusted("40", "6", "8"))),
  "balance-below-counter": async (bench) =>
    bench.eu.post("/SubscribeAddon", subscription(await bench.active(), "843543", adjusted("19", "3", "1"))),
};

const adjusted = (data: string, sms: string, nbiot: string) => [
  { id: "2", balance: data },
  { id: "4", balance: sms },
  { id: "2001", balance: nbiot },
];
