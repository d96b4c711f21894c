import { blacklisting, bulkCreation, bulkModification, lifeCycle, network, only, subscription } from "./bodies.js";
import { benchPerFile, refuses } from "./refuses.js";
import { at } from "./support.js";

const bench = benchPerFile();

refuses(bench, "bulk operations", [
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

refuses(bench, "SIM and state", [
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

refuses(bench, "add-ons, places and networks", [
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
