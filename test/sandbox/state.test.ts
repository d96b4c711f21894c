import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  blacklisting,
  bulkCreation,
  bulkModification,
  fullCreation,
  lifeCycle,
  modification,
  network,
  only,
  subscription,
} from "./bodies.js";
import { type Bench, openBench } from "./scenarios/bench.js";
import { at, list, signIn, type User } from "./support.js";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
beforeEach(() => bench.sandbox.reset());
afterAll(() => bench.sandbox.stop());

const statusOf = async (id: string): Promise<unknown> => at(await bench.eu.row(id), "status");
const basic = async (id: string, key: string): Promise<unknown> => at(await bench.eu.profile(id), "basicInfo", key);

describe("the life of an endpoint", () => {
  it("goes from creation to deletion, and every later read knows", async () => {
    const { eu, active, sandbox } = bench;
    const id = await active();
    expect(await statusOf(id)).toBe("A");
    await eu.post("/EndPointLifeCycleChange", lifeCycle(id, "S"));
    expect(await statusOf(id)).toBe("S");
    expect(await basic(id, "simStatus")).toBe("Suspended");
    await eu.post("/EndPointLifeCycleChange", lifeCycle(id, "A"));
    expect((await eu.post("/DeleteEndPoint", only(id))).inner).toBe("10158");
    expect((await eu.post("/DeLinkSim", only(id))).inner).toBe("6413");
    expect(await statusOf(id)).toBe("H");
    expect((await eu.post("/DeleteEndPoint", only(id))).inner).toBe("10159");
    expect(await statusOf(id)).toBeUndefined();
    expect((await eu.get("/GetEndPointProfile", { endPointId: id })).inner).toBe("1083");
    const done = sandbox.ledger.map(({ operation, target }) => [operation, target]);
    expect(done).toEqual(
      ["CreateEndPoint", "EndPointLifeCycleChange", "EndPointLifeCycleChange", "DeLinkSim", "DeleteEndPoint"].map(
        (operation) => [operation, id],
      ),
    );
  });

  it("goes over Active-Test and Active-Inventory in an OEM enterprise", async () => {
    const { oem } = bench;
    const made = await oem.post("/CreateEndPoint", fullCreation(oem, { roamingProfileId: "15088" }));
    const id = String(at(made.body, "Response", "endPointId"));
    const states = [];
    for (const to of ["AI", "A", "S", "A"]) {
      states.push(at(await oem.row(id), "status"));
      await oem.post("/EndPointLifeCycleChange", lifeCycle(id, to));
    }
    expect([...states, at(await oem.row(id), "status")]).toEqual(["AT", "AI", "A", "S", "A"]);
  });

  it("keeps a SIM that was taken out free for the next endpoint", async () => {
    const { eu, active } = bench;
    const id = await active();
    const iccid = String(at(await eu.row(id), "iccid"));
    await eu.post("/DeLinkSim", only(id));
    expect(
      at((await eu.get("/fetchSIM", { iccid })).body, "Response", "responseParam", "rows", 0, "simAttachStatus"),
    ).toBe("NOT ATTACHED");
    const link = { Request: { endPointId: eu.specimen("hold"), requestParam: { iccid } } };
    expect((await eu.post("/LinkSim", link)).inner).toBe("6409");
    expect(await statusOf(eu.specimen("hold"))).toBe("PA");
  });
});

describe("work that is finished later", () => {
  it("takes the SIM out of an endpoint with a session only after a while, and blocks deletion until then", async () => {
    const { eu, sandbox } = bench;
    const id = eu.specimen("activeConnected");
    expect((await eu.post("/DeLinkSim", only(id))).inner).toBe("7021");
    expect(await statusOf(id)).toBe("A");
    expect((await eu.post("/DeleteEndPoint", only(id))).inner).toBe("10158");
    sandbox.clock.advance(30_000);
    expect(await statusOf(id)).toBe("H");
  });

  it("says the new state of a localised endpoint long before it is so", async () => {
    const { eu, sandbox } = bench;
    const id = eu.specimen("localised");
    const reply = await eu.post("/EndPointLifeCycleChange", lifeCycle(id, "S"));
    expect(at(reply.body, "Response", "responseParam", "currentStatus")).toBe("S");
    expect(await statusOf(id)).toBe("A");
    sandbox.clock.advance(60_000);
    expect(await statusOf(id)).toBe("S");
  });

  it("removes an add-on by its unique id after a while", async () => {
    const { eu, active, sandbox } = bench;
    const id = await active();
    await eu.post("/SubscribeAddon", subscription(id, "795750"));
    const uniqueId = at(await eu.profile(id), "promotionalPlans", "plan", 0, "uniqueId");
    await eu.patch("/endpoint", modification(id, { removeAddonUniqueIds: [uniqueId] }));
    expect(list(await eu.profile(id), "promotionalPlans", "plan")).toHaveLength(1);
    sandbox.clock.advance(20_000);
    expect(at(await eu.profile(id), "promotionalPlans")).toBeUndefined();
  });

  it("creates in bulk, activated unless told otherwise, with counted names", async () => {
    const { eu, sandbox } = bench;
    const body = bulkCreation({
      startICCID: eu.specimen("simFree"),
      endICCID: eu.specimen("simFree"),
      quantity: "3",
      endPointNameId: "9",
    });
    const accepted = await eu.post("/bulkProvisioning", body);
    const simProvisionId = String(at(accepted.body, "Response", "simProvisionId"));
    const job = async () =>
      at(
        (await eu.get("/fetchSIMProvisioningDetails", { simProvisionId })).body,
        "Response",
        "responseParam",
        "rows",
        0,
        "status",
      );
    expect(await job()).toBe("Processing");
    sandbox.clock.advance(15_000);
    expect(await job()).toBe("Success");
    const rows = list((await eu.get("/GetEndpoints")).body, "Response", "responseParam", "endpoints").slice(-3);
    expect(rows.map((row) => [at(row, "name"), at(row, "status")])).toEqual([
      ["bulk_9", "A"],
      ["bulk_10", "A"],
      ["bulk_11", "A"],
    ]);
    expect(await basic(String(at(rows[0], "id")), "creditLimit")).toBe("UNLIMITED");
  });

  it("creates nothing in bulk when one SIM cannot be had", async () => {
    const { eu, sandbox } = bench;
    const before = await eu.get("/GetEndpoints", { page: "1", perPage: "1" });
    await eu.post(
      "/bulkProvisioning",
      bulkCreation({ iccidList: [eu.specimen("simFree"), eu.specimen("simNotReady")] }),
    );
    sandbox.clock.advance(15_000);
    const after = await eu.get("/GetEndpoints", { page: "1", perPage: "1" });
    expect(at(after.body, "Response", "totalNoOfRecords")).toBe(at(before.body, "Response", "totalNoOfRecords"));
  });

  it("modifies in bulk what it can, and leaves alone what it cannot", async () => {
    const { eu, active, sandbox } = bench;
    const [one, other] = [await active(), eu.specimen("hold")];
    await eu.patch("/endpointbulk", bulkModification([one, other], { endPointName: "Both of them", bar_DATA: "True" }));
    expect(await basic(one, "name")).toBe("New endpoint");
    sandbox.clock.advance(15_000);
    expect(await basic(one, "name")).toBe("Both of them");
    expect(await basic(other, "name")).not.toBe("Both of them");
  });
});

describe("changes that later reads show", () => {
  it("replaces roaming profiles, plan, name, tags, APN, IMEI and black list", async () => {
    const { eu, active } = bench;
    const id = await active();
    await eu.post("/ChangeEndpointRoamingProfile", {
      Request: { endPointId: id, requestParam: { roamingProfileIds: ["8954", "8955"] } },
    });
    expect(await basic(id, "roamingProfileId")).toBe("8954|8955");
    await eu.post("/ChangePlan", { Request: { endPointId: id, requestParam: { planId: "574505" } } });
    expect(await basic(id, "planId")).toBe("574505");
    await eu.patch(
      "/endpoint",
      modification(id, { endPointName: "Other name", apnGroupId: "PDP_1968", addtagIds: ["2845001"] }),
    );
    await eu.patch("/endpoint", modification(id, { imeiLockStatus: "LOCK", imei: "358480580000009" }));
    expect(await eu.row(id)).toMatchObject({ name: "Other name", imei: "358480580000009", imeiLockStatus: "LOCK" });
    expect(await basic(id, "apn")).toBe("bicsapn|sft1");
    expect(list(await eu.profile(id), "tagIdList").map((tag) => at(tag, "tagId"))).toEqual(["2845001"]);
    await eu.patch("/endpoint", modification(id, { imeiLockStatus: "UNLOCK", imei: "" }));
    expect(await eu.row(id)).not.toHaveProperty("imei");
    await eu.post("/endPointBlacklisting", blacklisting(id, { add: [network("AUTCA")] }));
    expect(await basic(id, "blacklistedNetworks")).toBe("Yes");
    const black = await eu.get("/endpointCoverage", { endPointId: id, blacklisted: "True" });
    expect(list(black.body, "Response", "responseParam", "coverage").map((row) => at(row, "tadigCode"))).toEqual([
      "AUTCA",
    ]);
  });

  it("bars every service of the profile at once and reads no other bar beside that", async () => {
    const { eu, active } = bench;
    const id = await active();
    await eu.patch("/endpoint", modification(id, { bar_All_Services: "True", bar_NB_IOT: "True" }));
    expect(await basic(id, "readyForSms")).toBe("No");
    const again = await eu.patch("/endpoint", modification(id, { bar_SMS_MO: "True" }));
    expect(again.inner).toBe("10230");
  });

  it("applies nothing of a modification of which one part is refused", async () => {
    const { eu, active } = bench;
    const id = await active();
    const reply = await eu.patch(
      "/endpoint",
      modification(id, { endPointName: "Other name", removetagIds: ["2845001"] }),
    );
    expect(reply.inner).toBe("1001");
    expect(await basic(id, "name")).toBe("New endpoint");
  });

  it("changes a threshold in MB, and shows it as such", async () => {
    const { eu, active } = bench;
    const id = await active();
    await eu.post("/SubscribeAddon", subscription(id, "795750"));
    const counter = list(await eu.profile(id), "counter").find((row) => at(row, "addonPlanId") === "795750");
    const requestParam = {
      threshold: "7",
      counterId: at(counter, "counterId"),
      uniqueId: at(counter, "addonUniqueId"),
    };
    expect((await eu.post("/UpdateThreshold", { Request: { endPointId: id, requestParam } })).inner).toBe("3005");
    const changed = list(await eu.profile(id), "counter").find((row) => at(row, "addonPlanId") === "795750");
    expect(at(changed, "thresholdValue")).toBe("7");
  });
});

describe("money and add-ons", () => {
  it("charges the main account of a prepaid endpoint with every subscription, also with the same one again", async () => {
    const { eu, sandbox, set } = bench;
    const id = eu.specimen("activePrepaid");
    await set(id, { balance: 100_000_000 });
    for (let n = 0; n < 2; n++)
      expect((await eu.post("/SubscribeAddon", subscription(id, "560511"))).inner).toBe("1171");
    expect(await basic(id, "maBalance")).toBe("7530.8644");
    expect(sandbox.ledger.map(({ charged }) => charged)).toEqual([12_345_678, 12_345_678]);
  });

  it("gives a renewed add-on its full balance again, and ends one that does not renew", async () => {
    const { eu, active, sandbox } = bench;
    const id = await active();
    await eu.post("/SubscribeAddon", subscription(id, "843543", [{ id: "2", balance: "25" }]));
    await eu.post("/SubscribeAddon", subscription(id, "795750"));
    const balances = async (user: User) =>
      list(await user.profile(id), "benefitInfo", "benefit")
        .filter((row) => at(row, "planCategory") === "ADDON" && at(row, "name") === "DATA")
        .map((row) => [at(row, "planId"), at(row, "balance")]);
    expect(await balances(eu)).toEqual([
      ["843543", "26214400"],
      ["795750", "41943040"],
    ]);
    sandbox.clock.advance(4 * 86_400_000);
    expect(await balances(await signIn(sandbox))).toEqual([["843543", "31457280"]]);
  });

  it("starts add-ons that were taken in an OEM state when the endpoint becomes active", async () => {
    const { oem } = bench;
    const id = oem.specimen("activeTest");
    const reply = await oem.post("/SubscribeAddon", subscription(id, "568677"));
    expect(reply.text).not.toContain("uniqueId");
    expect((await oem.get("/GetEndpointAddonDetails", { endPointId: id, addonId: "568677" })).inner).toBe("10257");
    await oem.post("/EndPointLifeCycleChange", lifeCycle(id, "A"));
    const after = await oem.get("/GetEndpointAddonDetails", { endPointId: id, addonId: "568677" });
    expect(at(after.body, "Response", "info", "promotionalPlans", "plan", 0, "uniqueId")).toMatch(/^\d+$/);
  });
});
