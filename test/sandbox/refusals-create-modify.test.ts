import { creation, fullCreation, modification, subscription } from "./bodies.js";
import { benchPerFile, refuses } from "./refuses.js";
import type { Bench, Scenario } from "./scenarios/bench.js";
import { at } from "./support.js";

const bench = benchPerFile();

const create: (params: Record<string, unknown>) => Scenario =
  (params) =>
  ({ eu }) =>
    eu.post("/CreateEndPoint", creation(params));
const createActive: (params: Record<string, unknown>) => Scenario =
  (params) =>
  ({ eu }) =>
    eu.post("/CreateEndPoint", fullCreation(eu, params));
const createWith: (specimen: string) => Scenario =
  (specimen) =>
  ({ eu }) =>
    eu.post("/CreateEndPoint", fullCreation(eu, { iccid: eu.specimen(specimen) }));

refuses(bench, "CreateEndPoint", [
  ["a missing name", "1000", create({ name: undefined })],
  ["an empty plan", "1000", create({ planId: "" })],
  ["no root object", "1000", ({ eu }) => eu.post("/CreateEndPoint", {})],
  ["a name of four characters", "1001", create({ name: "abcd" })],
  ["a name with a hyphen", "1001", create({ name: "end-point" })],
  ["a boolean that is not text", "1001", create({ isLinkSIM: true })],
  ["a parameter that nobody knows", "1001", create({ addTagIds: [] })],
  ["an unknown plan", "1001", create({ planId: "1" })],
  ["an add-on as base plan", "1001", create({ planId: "568677" })],
  ["an unknown roaming profile in the pipe list", "1001", create({ roamingProfileId: "8953|1" })],
  ["an unknown APN group", "1001", create({ apnGroupId: "PDP_1" })],
  ["tags by name", "1001", create({ tagIds: ["Trackers"] })],
  ["eleven tags", "10120", create({ tagIds: Array(11).fill("2845001") })],
  ["a SIM to be linked without its ICCID", "1000", create({ isLinkSIM: "true" })],
  ["an ICCID of twenty digits", "1001", create({ isLinkSIM: "true", iccid: "89320420000001500001" })],
  ["a SIM that does not exist", "10140", create({ isLinkSIM: "true", iccid: "8932042999999999999" })],
  [
    "a SIM of another enterprise",
    "10140",
    ({ eu, oem }) => eu.post("/CreateEndPoint", fullCreation(eu, { iccid: oem.specimen("simFree") })),
  ],
  ["a SIM that is not ready", "10140", createWith("simNotReady")],
  ["a SIM without a number", "6722", createWith("simWithoutMsisdn")],
  ["an add-on of the other billing type", "10023", createActive({ addonPlanIds: ["560510"] })],
  ["an add-on of another roaming profile", "10080", createActive({ addonPlanIds: ["838840"] })],
  ["an add-on whose service is missing", "10093", createActive({ addonPlanIds: ["838868"] })],
  ["the same add-on twice", "10221", createActive({ addonPlanIds: ["568677", "568677"] })],
  ["eleven add-ons", "10073", createActive({ addonPlanIds: Array(11).fill("568677") })],
  ["two dynamic benefits", "10077", createActive({ benefits: "1568|1335" })],
  ["a dynamic benefit of other coverage", "10200", createActive({ benefits: "1340" })],
]);

const modify: (params: Record<string, unknown>) => Scenario =
  (params) =>
  async ({ eu, active }) =>
    eu.patch("/endpoint", modification(await active(), params));
const modifyTwice: (first: Record<string, unknown>, second?: Record<string, unknown>) => Scenario =
  (first, second = first) =>
  async ({ eu, active }) => {
    const id = await active();
    await eu.patch("/endpoint", modification(id, first));
    return eu.patch("/endpoint", modification(id, second));
  };

/** Subscribes an add-on, and modifies with its unique id. */
const withAddon: (run: (bench: Bench, id: string, uniqueId: string) => ReturnType<Scenario>) => Scenario =
  (run) => async (bench) => {
    const id = await bench.active();
    const added = await bench.eu.post("/SubscribeAddon", subscription(id, "795750"));
    return run(bench, id, String(at(added.body, "Response", "info", "promotionalPlans", "plan", 0, "uniqueId")));
  };

refuses(bench, "Endpoint - Modify", [
  [
    "no identifier",
    "1000",
    ({ eu }) => eu.patch("/endpoint", { Request: { requestParam: { endPointName: "Some name" } } }),
  ],
  [
    "two identifiers",
    "1001",
    ({ eu }) =>
      eu.patch("/endpoint", { Request: { endPointId: "1", iccid: "2", requestParam: { endPointName: "Some name" } } }),
  ],
  ["nothing to change", "1000", modify({})],
  ["an unknown endpoint", "10069", ({ eu }) => eu.patch("/endpoint", modification("1", { endPointName: "Some name" }))],
  ["bars written in small letters", "1001", modify({ bar_DATA: "true" })],
  ["an IMEI without a lock status", "1000", modify({ imei: "358480580000001" })],
  ["barring what is barred", "10230", modifyTwice({ bar_DATA: "True" })],
  ["unbarring what is open", "10231", modify({ bar_DATA: "False" })],
  ["barring a service that is not there", "10232", modify({ bar_NB_IOT: "True" })],
  ["unbarring a radio type while data is barred", "10233", modifyTwice({ bar_DATA: "True" }, { "bar_2G/3G": "False" })],
  ["the dynamic benefit it has", "10147", modifyTwice({ addDynamicBenefitsIds: ["1335"] })],
  [
    "a second dynamic benefit",
    "10077",
    modifyTwice({ addDynamicBenefitsIds: ["1335"] }, { addDynamicBenefitsIds: ["1568"] }),
  ],
  ["removing a tag that is not there", "1001", modify({ removetagIds: ["2845001"] })],
  ["more than ten tags", "10120", modify({ addtagIds: Array.from({ length: 11 }, (_, n) => String(2845001 + n)) })],
  ["eleven add-ons in one call", "10073", modify({ addAddonPlanIds: Array(11).fill("568677") })],
  ["an add-on of the other billing type", "10023", modify({ addAddonPlanIds: ["560510"] })],
  ["an unknown add-on id to be removed", "1001", modify({ removeAddonUniqueIds: ["1"] })],
  ["removal by plan id outside the OEM states", "1001", modify({ removeAddonPlanIds: ["568677"] })],
  [
    "removal by unique id in an OEM state",
    "1001",
    ({ oem }) => oem.patch("/endpoint", modification(oem.specimen("activeTest"), { removeAddonUniqueIds: ["1"] })),
  ],
  [
    "a second removal while one is under process",
    "10202",
    withAddon(async ({ eu }, id, uniqueId) => {
      await eu.patch("/endpoint", modification(id, { removeAddonUniqueIds: [uniqueId] }));
      return eu.patch("/endpoint", modification(id, { removeAddonUniqueIds: [uniqueId] }));
    }),
  ],
  [
    "removing an add-on that was removed",
    "1013",
    withAddon(async ({ eu, sandbox }, id, uniqueId) => {
      await eu.patch("/endpoint", modification(id, { removeAddonUniqueIds: [uniqueId] }));
      sandbox.clock.advance(20_000);
      return eu.patch("/endpoint", modification(id, { removeAddonUniqueIds: [uniqueId] }));
    }),
  ],
  [
    "giving up the dynamic benefit that the enterprise demands",
    "10145",
    async ({ benefits }) => {
      const made = await benefits.post(
        "/CreateEndPoint",
        fullCreation(benefits, { roamingProfileId: "29629", benefits: "1335" }),
      );
      const id = String(at(made.body, "Response", "endPointId"));
      return benefits.patch("/endpoint", modification(id, { removeDynamicBenefitsIds: ["1335"] }));
    },
  ],
]);

refuses(bench, "Endpoint - Modify, up to its limit of add-ons", [
  [
    "a sixteenth add-on",
    "10073",
    async ({ eu, active }) => {
      const id = await active();
      for (let n = 0; n < 15; n++) await eu.post("/SubscribeAddon", subscription(id, "568677"));
      return eu.patch("/endpoint", modification(id, { addAddonPlanIds: ["568677"] }));
    },
  ],
]);
