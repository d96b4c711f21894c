import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  blacklisting,
  bulkCreation,
  bulkModification,
  creation,
  fullCreation,
  lifeCycle,
  modification,
  network,
  only,
  subscription,
} from "./bodies.js";
import { type Bench, openBench, type Scenario } from "./scenarios/bench.js";
import { at, conditions } from "./support.js";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
beforeEach(() => bench.sandbox.reset());
afterAll(() => bench.sandbox.stop());

/** What is asked, the code it is refused with, and the outer code where that is not "1". */
type Refusal = [what: string, inner: string, scenario: Scenario, outer?: string];

function refuses(title: string, refusals: Refusal[]): void {
  describe(title, () => {
    it.each(refusals)("refuses %s with %s", async (_what, inner, scenario, outer = "1") => {
      const before = bench.sandbox.ledger.length;
      const reply = await scenario(bench);
      expect([reply.outer, reply.inner]).toEqual([outer, inner]);
      // Setting a scene may commit; the refused call itself must not.
      const last = bench.sandbox.calls.at(-1);
      const commits = bench.sandbox.ledger.slice(before).filter((entry) => entry.operation === last?.operation);
      expect(commits.length).toBeLessThan(
        bench.sandbox.calls.filter((call) => call.operation === last?.operation).length,
      );
    });
  });
}

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

refuses("CreateEndPoint", [
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

refuses("Endpoint - Modify", [
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

refuses("Endpoint - Modify, up to its limit of add-ons", [
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

refuses("bulk operations", [
  ["neither list nor range", "10148", ({ eu }) => eu.post("/bulkProvisioning", bulkCreation())],
  [
    "a range without a quantity",
    "1000",
    ({ eu }) =>
      eu.post(
        "/bulkProvisioning",
        bulkCreation({ startICCID: eu.specimen("simFree"), endICCID: eu.specimen("simFree") }),
      ),
  ],
  [
    "4001 SIMs",
    "10073",
    ({ eu }) =>
      eu.post(
        "/bulkProvisioning",
        bulkCreation({ startICCID: eu.specimen("simFree"), endICCID: eu.specimen("simFree"), quantity: "4001" }),
      ),
  ],
  [
    "a name that grows too long by counting",
    "1001",
    ({ eu }) =>
      eu.post("/bulkProvisioning", bulkCreation({ iccidList: [eu.specimen("simFree")], endPointName: "a".repeat(29) })),
  ],
  [
    "roaming profiles as a pipe string",
    "1001",
    ({ eu }) =>
      eu.post("/bulkProvisioning", bulkCreation({ iccidList: [eu.specimen("simFree")], roamingProfileId: "8953" })),
  ],
  [
    "a job id together with a status",
    "1001",
    ({ eu }) => eu.get("/fetchSIMProvisioningDetails", { simProvisionId: "10476", endpointStatus: "Active" }),
  ],
  [
    "an endpoint that is not there",
    "10134",
    ({ eu }) => eu.patch("/endpointbulk", bulkModification(["1"], { bar_DATA: "True" })),
  ],
  [
    "an IMEI in bulk",
    "1001",
    ({ eu }) => eu.patch("/endpointbulk", bulkModification([eu.specimen("hold")], { imei: "" })),
  ],
  [
    "eleven add-ons in bulk",
    "10073",
    ({ eu }) =>
      eu.patch("/endpointbulk", bulkModification([eu.specimen("hold")], { addAddonPlanIds: Array(11).fill("568677") })),
  ],
  [
    "add-ons for OEM states in bulk",
    "10134",
    ({ oem }) =>
      oem.patch("/endpointbulk", bulkModification([oem.specimen("activeTest")], { addAddonPlanIds: ["568677"] })),
  ],
]);

const link = (endPointId: string, iccid: string) => ({ Request: { endPointId, requestParam: { iccid } } });

refuses("SIM and state", [
  [
    "linking a SIM of an endpoint in an OEM state",
    "5016",
    async ({ oem }) => {
      const iccid = String(at(await oem.row(oem.specimen("activeTest")), "iccid"));
      return oem.post("/LinkSim", link(oem.specimen("hold"), iccid));
    },
  ],
  ["de-linking a localised endpoint", "10250", ({ eu }) => eu.post("/DeLinkSim", only(eu.specimen("localised")))],
  ["deleting what is not there", "1001", ({ eu }) => eu.post("/DeleteEndPoint", only("1"))],
  [
    "deleting a second time",
    "1001",
    async ({ eu }) => {
      await eu.post("/DeleteEndPoint", only(eu.specimen("hold")));
      return eu.post("/DeleteEndPoint", only(eu.specimen("hold")));
    },
  ],
  [
    "a life cycle by ICCID",
    "1001",
    ({ eu }) => eu.post("/EndPointLifeCycleChange", { Request: { iccid: "1", requestParam: { lifeCycle: "A" } } }),
  ],
  [
    "a life cycle for nobody",
    "1000",
    ({ eu }) => eu.post("/EndPointLifeCycleChange", { Request: { requestParam: { lifeCycle: "A" } } }),
  ],
  [
    "Active-Inventory outside OEM",
    "1008",
    ({ eu }) => eu.post("/EndPointLifeCycleChange", lifeCycle(eu.specimen("activeIdle"), "AI")),
  ],
  [
    "the life cycle of a deleted endpoint",
    "1009",
    async ({ eu }) => {
      await eu.post("/DeleteEndPoint", only(eu.specimen("hold")));
      return eu.post("/EndPointLifeCycleChange", lifeCycle(eu.specimen("hold"), "A"));
    },
  ],
  [
    "a life cycle below a disabled enterprise",
    "1242",
    async ({ eu, disable }) => {
      await disable();
      return eu.post("/EndPointLifeCycleChange", lifeCycle(eu.specimen("activeIdle"), "S"));
    },
  ],
  [
    "roaming profiles of an endpoint that is not active",
    "2503",
    ({ eu }) =>
      eu.post("/ChangeEndpointRoamingProfile", {
        Request: { endPointId: eu.specimen("hold"), requestParam: { roamingProfileIds: ["8953"] } },
      }),
  ],
  [
    "the threshold of a localised endpoint",
    "10252",
    ({ eu }) =>
      eu.post("/UpdateThreshold", {
        Request: {
          endPointId: eu.specimen("localised"),
          requestParam: { threshold: "3", counterId: "c", uniqueId: "1" },
        },
      }),
  ],
  [
    "the threshold of an endpoint in an OEM state",
    "3006",
    ({ oem }) =>
      oem.post("/UpdateThreshold", {
        Request: {
          endPointId: oem.specimen("activeTest"),
          requestParam: { threshold: "3", counterId: "c", uniqueId: "1" },
        },
      }),
  ],
]);

refuses("add-ons, places and networks", [
  [
    "an add-on for an endpoint on hold",
    "1172",
    ({ eu }) => eu.post("/SubscribeAddon", subscription(eu.specimen("hold"), "568677")),
  ],
  [
    "an add-on that the balance does not pay",
    "1172",
    async ({ eu, set }) => {
      await set(eu.specimen("activePrepaid"), { balance: 0 });
      return eu.post("/SubscribeAddon", subscription(eu.specimen("activePrepaid"), "560510"));
    },
  ],
  [
    "an endpoint id outside requestParam",
    "1000",
    ({ eu }) => eu.post("/SubscribeAddon", { Request: { endPointId: "1", requestParam: { planId: "568677" } } }),
  ],
  [
    "details of add-ons where there are none",
    "10257",
    ({ eu }) => eu.get("/GetEndpointAddonDetails", { endPointId: eu.specimen("hold") }),
  ],
  ["a location that nothing is known of", "10085", ({ eu }) => eu.get("/locationInfo", { endPointId: "1" })],
  [
    "the location of a localised endpoint",
    "11055",
    ({ eu }) => eu.get("/locationInfo", { endPointId: eu.specimen("localised") }),
  ],
  ["a location without an identifier", "1000", ({ eu }) => eu.get("/locationInfo")],
  [
    "a network status by two identifiers",
    "10097",
    ({ eu }) => eu.get("/fetchNetworkStatus", { endPointId: "1", imsi: "2" }),
  ],
  [
    "a black list change for nobody",
    "10136",
    ({ eu }) => eu.post("/endPointBlacklisting", blacklisting("1", { add: [network("AUTCA")] })),
  ],
  [
    "a black list change of nothing",
    "1000",
    ({ eu }) => eu.post("/endPointBlacklisting", blacklisting("1", { add: [] })),
  ],
  [
    "statistics that end before they begin",
    "1001",
    ({ eu }) => eu.get("/GetStatistics", { endPointId: "1", from_date: "20251105", to_date: "20251101" }),
  ],
  [
    "statistics of a day that does not exist",
    "1001",
    ({ eu }) => eu.get("/GetStatistics", { endPointId: "1", from_date: "20250231", to_date: "20250301" }),
  ],
  ["pages of 2001", "1001", ({ eu }) => eu.get("/GetEndpoints", { page: "1", perPage: "2001" })],
]);

describe("outcomes that nobody can tell from the answer", () => {
  it("says that linking failed, and leaves the endpoint without a SIM", async () => {
    const { eu } = bench;
    const reply = await eu.post("/LinkSim", link(eu.specimen("hold"), eu.specimen("simLinkFails")));
    expect([reply.outer, reply.inner]).toEqual(["1", "10239"]);
    expect(at(await eu.row(eu.specimen("hold")), "status")).toBe("H");
    expect(bench.sandbox.ledger).toEqual([]);
  });

  it("says that linking timed out, and has linked", async () => {
    const { eu } = bench;
    const reply = await eu.post("/LinkSim", link(eu.specimen("hold"), eu.specimen("simLinkTimesOut")));
    expect([reply.outer, reply.inner]).toEqual(["1", "10240"]);
    expect(at(await eu.row(eu.specimen("hold")), "status")).toBe("PA");
    expect(bench.sandbox.ledger).toHaveLength(1);
  });

  it("says that a creation timed out, names no endpoint, and has created it", async () => {
    const { eu } = bench;
    const reply = await createWith("simLinkTimesOut")(bench);
    expect(reply.inner).toBe("10240");
    expect(reply.text).not.toContain("endPointId");
    const again = await createWith("simLinkTimesOut")(bench);
    expect(again.inner).toBe("2026");
    expect(bench.sandbox.ledger.filter((entry) => entry.account === "bics-eu")).toHaveLength(1);
    expect(eu.specimen("simLinkTimesOut")).toMatch(/^\d{19}$/);
  });

  it("answers that it only linked where activation was asked for and failed", async () => {
    const reply = await createWith("simActivationFails")(bench);
    expect([reply.outer, reply.inner]).toEqual(["0", "6409"]);
    const endPointId = String(at(reply.body, "Response", "endPointId"));
    expect((await bench.eu.post("/EndPointActivation", only(endPointId))).inner).toBe("5015");
  });

  it("fails a deletion while an add-on is being removed, in an answer whose outer code is success", async () => {
    const reply = await withAddon(async ({ eu }, id, uniqueId) => {
      await eu.patch("/endpoint", modification(id, { removeAddonUniqueIds: [uniqueId] }));
      await eu.post("/DeLinkSim", only(id));
      return eu.post("/DeleteEndPoint", only(id));
    })(bench);
    expect([reply.outer, reply.inner]).toEqual(["0", "10160"]);
  });
});

describe("conditions of an enterprise", () => {
  it("refuses activation with 7022 when the enterprise has no money left, and takes it again when it has", async () => {
    await conditions(bench.sandbox, { account: "bics-eu", enterprise: { balance: 0 } });
    expect((await createActive({})(bench)).inner).toBe("7022");
    await conditions(bench.sandbox, { account: "bics-eu", enterprise: { balance: 1 } });
    expect((await createActive({})(bench)).inner).toBe("5014");
  });
});
