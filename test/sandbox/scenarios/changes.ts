import { blacklisting, bulkModification, DEFAULT_ROAMING, modification, network, subscription } from "../bodies.js";
import { at } from "../support.js";
import type { Scenario } from "./bench.js";

const modify: (params: Record<string, unknown>, specimen?: string) => Scenario =
  (params, specimen) => async (bench) => {
    const id = specimen ? bench.eu.specimen(specimen) : await bench.active();
    return bench.eu.patch("/endpoint", modification(id, params));
  };

/** Two modifications of the same new endpoint; the second one's answer. */
const twice: (first: Record<string, unknown>, second: Record<string, unknown>) => Scenario =
  (first, second) => async (bench) => {
    const id = await bench.active();
    await bench.eu.patch("/endpoint", modification(id, first));
    return bench.eu.patch("/endpoint", modification(id, second));
  };

export const modifyEndpoint: Record<string, Scenario> = {
  locked: modify({ imeiLockStatus: "LOCK" }),
  unlocked: modify({ imeiLockStatus: "UNLOCK" }),
  // The document prints no HTTP status for these two; 200 in the fixtures stands for that.
  "locked-to-imei": modify({ imeiLockStatus: "LOCK", imei: "358480580000002" }),
  "unlocked-with-imei": twice(
    { imeiLockStatus: "LOCK", imei: "358480580000002" },
    { imeiLockStatus: "UNLOCK", imei: "" },
  ),
  "imei-already-locked": twice(
    { imeiLockStatus: "LOCK", imei: "358480580000002" },
    { imeiLockStatus: "LOCK", imei: "358480580000003" },
  ),
  "addons-changed": modify({ addAddonPlanIds: ["568677", "795750"], addtagIds: ["2845001"] }),
  "addon-removal-pending": async ({ eu, active }) => {
    const id = await active();
    const added = await eu.post("/SubscribeAddon", subscription(id, "795750"));
    const uniqueId = at(added.body, "Response", "info", "promotionalPlans", "plan", 0, "uniqueId");
    return eu.patch("/endpoint", modification(id, { removeAddonUniqueIds: [uniqueId] }));
  },
  "addon-plan-removed": async ({ oem }) => {
    const id = oem.specimen("activeTest");
    await oem.patch("/endpoint", modification(id, { addAddonPlanIds: ["568677"] }));
    return oem.patch("/endpoint", modification(id, { removeAddonPlanIds: ["568677"] }));
  },
  "value-added-feature-added": modify({ addValueAddedFeatureIds: ["VAF_101"] }),
  "value-added-feature-removed": twice(
    { addValueAddedFeatureIds: ["VAF_101"] },
    { removeValueAddedFeatureIds: ["VAF_101"] },
  ),
  "dynamic-benefit-added": modify({ addDynamicBenefitsIds: ["1335"] }),
  "dynamic-benefit-removed": twice({ addDynamicBenefitsIds: ["1335"] }, { removeDynamicBenefitsIds: ["1335"] }),
  "tags-changed": twice({ addtagIds: ["2845001"] }, { addtagIds: ["2845002"], removetagIds: ["2845001"] }),
  renamed: modify({ endPointName: "A new name: 2_b" }),
  "bad-name": modify({ endPointName: "with-hyphen" }),
  "services-barred": modify({ bar_DATA: "True" }),
  "apn-changed": modify({ apnGroupId: "PDP_1968" }),
  "not-active": modify({ bar_DATA: "True" }, "hold"),
};

const bulk: (params: Record<string, unknown>) => Scenario = (params) => (bench) =>
  bench.eu.patch("/endpointbulk", bulkModification([bench.eu.specimen("activeIdle")], params));

export const modifyEndpointBulk: Record<string, Scenario> = {
  accepted: bulk({ imeiLockStatus: "LOCK" }),
  "accepted-apn": bulk({ apnGroupId: "PDP_1968" }),
  "accepted-barring": bulk({ bar_SMS_MO: "True" }),
  "accepted-dynamic-benefits": bulk({ addDynamicBenefitsIds: ["1335"] }),
  "accepted-rename": bulk({ endPointName: "Renamed in bulk" }),
  "bad-name": bulk({ endPointName: "Bülk" }),
  "too-many-values": ({ eu }) =>
    eu.patch("/endpointbulk", bulkModification(Array(4001).fill("1"), { imeiLockStatus: "LOCK" })),
};

const roaming = (id: Record<string, string>, roamingProfileIds: string[]) => ({
  Request: { ...id, requestParam: { roamingProfileIds } },
});

const roamingBy: (key: string) => Scenario =
  (key) =>
  async ({ eu, active }) => {
    const endPointId = await active();
    const value = String(at(await eu.row(endPointId), key) ?? endPointId);
    return eu.post("/ChangeEndpointRoamingProfile", roaming({ [key]: value }, [DEFAULT_ROAMING]));
  };

const roamingTo: (profiles: string[], endPointId?: string) => Scenario =
  (profiles, endPointId) =>
  async ({ eu, active }) =>
    eu.post("/ChangeEndpointRoamingProfile", roaming({ endPointId: endPointId ?? (await active()) }, profiles));

export const changeEndpointRoamingProfile: Record<string, Scenario> = {
  "changed-by-endpoint-id": roamingBy("endPointId"),
  "changed-by-imsi": roamingBy("imsi"),
  "changed-by-msisdn": roamingBy("msisdn"),
  failed: roamingTo([DEFAULT_ROAMING], "51000000"),
  "profile-not-in-plan": roamingTo(["999"]),
  "test-profile": roamingTo(["8956"]),
};

const plan: (planId: string, endPointId?: string) => Scenario =
  (planId, endPointId) =>
  async ({ eu, active }) =>
    eu.post("/ChangePlan", { Request: { endPointId: endPointId ?? (await active()), requestParam: { planId } } });

export const changePlan: Record<string, Scenario> = {
  changed: plan("574505"),
  failed: plan("560082", "51000000"),
  "same-plan": plan("560082"),
  "plan-type-mismatch": plan("560077"),
  "oem-state": ({ oem }) =>
    oem.post("/ChangePlan", {
      Request: { endPointId: oem.specimen("activeTest"), requestParam: { planId: "574505" } },
    }),
};

const threshold = (endPointId: string, params: Record<string, unknown>) => ({
  Request: { endPointId, requestParam: { threshold: "3", ...params } },
});
const DAILY = "C_Daily_1_CE_USAGE_VOLUME_4_5_108";

export const updateThreshold: Record<string, Scenario> = {
  "updated-addon-counter": async ({ eu, active }) => {
    const id = await active();
    const added = await eu.post("/SubscribeAddon", subscription(id, "795750"));
    const uniqueId = at(added.body, "Response", "info", "promotionalPlans", "plan", 0, "uniqueId");
    return eu.post("/UpdateThreshold", threshold(id, { planId: "795750", counterId: DAILY, uniqueId }));
  },
  updated: async ({ eu, active }) =>
    eu.post(
      "/UpdateThreshold",
      threshold(await active(), { planId: "560082", counterId: "C_Daily_0_CE_USAGE_VOLUME_4_5_191", uniqueId: "-" }),
    ),
  "no-counter": async ({ eu, active }) =>
    eu.post("/UpdateThreshold", threshold(await active(), { counterId: DAILY, uniqueId: "1" })),
  failed: ({ eu }) => eu.post("/UpdateThreshold", threshold("51000000", { counterId: DAILY, uniqueId: "1" })),
};

const black: (first: Record<string, unknown>, second?: Record<string, unknown>) => Scenario =
  (first, second) => async (bench) => {
    const id = await bench.active();
    const reply = await bench.eu.post("/endPointBlacklisting", blacklisting(id, first));
    return second ? bench.eu.post("/endPointBlacklisting", blacklisting(id, second)) : reply;
  };

export const endPointBlacklisting: Record<string, Scenario> = {
  changed: black({ add: [network("AUTCA")] }),
  "empty-body": black({ add: [network("AUTCA")] }, { add: [network("CZECM")], remove: [network("AUTCA")] }),
  "already-blacklisted": black({ add: [network("AUTCA")] }, { add: [network("AUTCA")] }),
  "not-blacklisted": black({ remove: [network("AUTCA")] }),
  "same-network-twice": black({ add: [network("AUTCA")], remove: [network("AUTCA")] }),
};
