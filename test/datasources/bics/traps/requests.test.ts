import { describe, expect, it } from "vitest";
import { DOCUMENTED } from "../../../../src/datasources/bics/operations/index.js";
import type { BulkEndpointCreation, EndpointCreation } from "../../../../src/model/endpoint-actions.js";
import { lab } from "../lab.js";
import { BULK_CREATION, CREATION, ENDPOINT, RUNS } from "../runs.js";
import { call, failureOf } from "../support.js";

const carrier = lab();
const all = () => carrier.all;

/** What a request that is refused before it is sent is refused for. */
async function unsent(run: () => Promise<unknown>): Promise<{ field: string | undefined; message: string }> {
  carrier.answers("1", "77777");
  carrier.count();
  const failure = await failureOf(run());
  expect(failure.code).toBe("INVALID_ARGUMENT");
  expect(carrier.count()).toBe(0);
  return { field: failure.details.field?.at(-1), message: failure.message };
}

const create = (change: Partial<EndpointCreation>) => () => all().writes.create({ ...CREATION, ...change }, call());
const createMany = (change: Partial<BulkEndpointCreation>) => () =>
  all().bulk.create({ ...BULK_CREATION, ...change }, call());
const update = (change: Parameters<ReturnType<typeof all>["writes"]["update"]>[1]) => () =>
  all().writes.update(ENDPOINT, change, call());

async function sentBy(run: () => Promise<unknown>): Promise<unknown> {
  carrier.answers("1", "77777");
  await run().catch(() => null);
  return carrier.sent();
}

const iccids = (count: number) =>
  Array.from({ length: count }, (_, index) => String(8932042000000000000n + BigInt(index)));
const some = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));

it("B-100 the root object is Request, bulkProvisioningInfo or coverageBlacklistInfo", async () => {
  const rootOf = async (operation: keyof typeof RUNS) =>
    Object.keys((await sentBy(() => RUNS[operation](carrier.bics))) as object);
  expect(await rootOf("deleteEndPoint")).toEqual(["Request"]);
  expect(await rootOf("bulkProvisioning")).toEqual(["bulkProvisioningInfo"]);
  expect(await rootOf("endPointBlacklisting")).toEqual(["coverageBlacklistInfo"]);
});

it("B-101 the endpoint's id stands beside requestParam, but inside it to subscribe an add-on", async () => {
  expect(await sentBy(() => RUNS.changePlan(carrier.bics))).toMatchObject({ Request: { endPointId: ENDPOINT } });
  expect(await sentBy(() => RUNS.subscribeAddon(carrier.bics))).toEqual({
    Request: { requestParam: { endPointId: ENDPOINT, planId: "599646" } },
  });
});

it("B-102 roaming profiles are a text with pipes to create, lists elsewhere", async () => {
  const roamingProfileIds = ["2", "125"];
  expect(await sentBy(create({ roamingProfileIds }))).toMatchObject({
    Request: { requestParam: { roamingProfileId: "2|125" } },
  });
  expect(await sentBy(createMany({ roamingProfileIds }))).toMatchObject({
    bulkProvisioningInfo: { roamingProfileId: roamingProfileIds },
  });
  expect(await sentBy(() => all().writes.changeRoamingProfiles(ENDPOINT, roamingProfileIds, call()))).toMatchObject({
    Request: { requestParam: { roamingProfileIds } },
  });
  expect((await unsent(() => all().writes.changeRoamingProfiles(ENDPOINT, [], call()))).field).toBe(
    "roamingProfileIds",
  );
});

describe("B-103 the number that names an endpoint", () => {
  const body = (names: object) => ({ Request: { ...names, requestParam: { planId: "1" } } });
  const both = { endPointId: "1", imsi: "2" };

  it("B-103 is exactly one of three to change a plan, and never an ICCID", () => {
    const accepts = (names: object) => DOCUMENTED.changePlan.body.safeParse(body(names)).success;
    expect([accepts({ imsi: "2" }), accepts({ msisdn: "3" }), accepts({ endPointId: "1" })]).toEqual([
      true,
      true,
      true,
    ]);
    expect([accepts({}), accepts(both), accepts({ iccid: "4" }), accepts({ Imsi: "2" })]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it("B-103 is exactly one of four to modify and to ask for the network", () => {
    const requestParam = { endPointName: "new name" };
    const modifies = (names: object) =>
      DOCUMENTED.modifyEndpoint.body.safeParse({ Request: { ...names, requestParam } }).success;
    expect([modifies({ iccid: "4" }), modifies({}), modifies(both)]).toEqual([true, false, false]);
    const asks = (names: object) => DOCUMENTED.fetchNetworkStatus.query.safeParse(names).success;
    expect([asks({ imsi: "2" }), asks({}), asks(both)]).toEqual([true, false, false]);
  });

  it("B-103 is at least one of four to ask for location and coverage", () => {
    for (const { query } of [DOCUMENTED.locationInfo, DOCUMENTED.endpointCoverage]) {
      expect([query.safeParse({}).success, query.safeParse(both).success]).toEqual([false, true]);
    }
  });
});

describe("B-104 bulk creation takes a list or a range", () => {
  const valid = {
    endPointName: "endpointBulk",
    endPointNameId: "1",
    apnGroupId: "A",
    planId: "P",
    roamingProfileId: ["1"],
  };
  const accepts = (sims: object) =>
    DOCUMENTED.bulkProvisioning.body.safeParse({ bulkProvisioningInfo: { ...valid, ...sims } }).success;
  const [first = "", last = ""] = iccids(2);
  const range = { startICCID: first, endICCID: last, quantity: "2" };

  it("B-104 and not both, not neither, not a range without its quantity", () => {
    expect([accepts(range), accepts({ iccidList: [first] })]).toEqual([true, true]);
    expect([accepts({}), accepts({ ...range, iccidList: [first] })]).toEqual([false, false]);
    expect([accepts({ startICCID: first, endICCID: last }), accepts({ startICCID: first, quantity: "1" })]).toEqual([
      false,
      false,
    ]);
  });

  it("B-104 in which no ICCID comes twice", async () => {
    expect(await unsent(createMany({ sims: { iccids: [first, first] } }))).toMatchObject({ field: "iccidList" });
  });
});

it("B-105 ICCIDs of a bulk creation have exactly 19 digits", async () => {
  for (const iccid of ["893204200000000001", "89320420000000000112", "8932042000000000a11"]) {
    const { message } = await unsent(createMany({ sims: { iccids: [iccid] } }));
    expect(message).toContain("19 digits");
  }
});

describe("B-106 limits", () => {
  it("B-106 are 10 add-ons a call, 10 tags, one dynamic benefit, nothing twice", async () => {
    expect(await unsent(update({ addAddonPlanIds: some(11) }))).toMatchObject({
      field: "addAddonPlanIds",
      message: expect.stringContaining("at most 10"),
    });
    expect((await unsent(update({ addTagIds: some(11) }))).field).toBe("addtagIds");
    expect((await unsent(create({ tagIds: some(11) }))).field).toBe("tagIds");
    expect((await unsent(create({ addonPlanIds: some(16) }))).message).toContain("at most 15");
    expect((await unsent(update({ addDynamicBenefitIds: ["1", "2"] }))).field).toBe("addDynamicBenefitsIds");
    expect((await unsent(update({ addAddonPlanIds: ["1", "1"] }))).message).toContain("twice");
  });

  it("B-106 are 4000 endpoints in bulk and 2000 a page", async () => {
    const rename = (count: number) => () =>
      all().bulk.update({ by: "iccid", values: some(count) }, { name: "new name" }, call());
    expect((await unsent(rename(4001))).message).toContain("at most 4000");
    expect((await unsent(createMany({ sims: { iccids: iccids(4001) } }))).message).toContain("at most 4000");
    const range = { firstIccid: "8932042000000000011", lastIccid: "8932042000000009011", quantity: 4001 };
    expect((await unsent(createMany({ sims: range }))).message).toContain("at most 4000");
    expect(await unsent(() => all().endpoints.list({ number: 1, size: 2001 }, {}, call()))).toMatchObject({
      field: "perPage",
      message: expect.stringContaining("2000"),
    });
    expect(await sentBy(rename(4000))).toBeDefined();
  });
});

describe("B-107 names", () => {
  it("B-107 have 5 to 30 letters, digits, spaces, colons and underscores", async () => {
    for (const name of ["four", "x".repeat(31), "with-hyphen", "with.dot", "Gerät 1", ""]) {
      expect((await unsent(update({ name }))).field).toBe("endPointName");
      expect((await unsent(create({ name }))).field).toBe("name");
    }
    expect(await sentBy(update({ name: "new_endpoint:_only 1" }))).toMatchObject({
      Request: { requestParam: { endPointName: "new_endpoint:_only 1" } },
    });
  });

  it("B-107 of a bulk creation are checked at their longest", async () => {
    const name = "a".repeat(28);
    const sims = { iccids: iccids(3) };
    expect(await sentBy(createMany({ name, firstNumber: 7, sims }))).toBeDefined();
    expect((await unsent(createMany({ name, firstNumber: 8, sims }))).field).toBe("endPointName");
  });
});
