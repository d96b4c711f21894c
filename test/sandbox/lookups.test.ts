import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sandbox } from "../../sandbox/types.js";
import { at, list, signIn, startTestSandbox, type User } from "./support.js";

let sandbox: Sandbox;
let eu: User;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  eu = await signIn(sandbox);
});
afterAll(() => sandbox.stop());

describe("look-ups beside the document", () => {
  it("finds plans by category and billing type", async () => {
    const { body } = await eu.get("/QueryRatePlan", { planCategory: "ADDON", planType: "0" });
    const plans = list(body, "Response", "responseParam", "plan");
    expect(plans.length).toBeGreaterThan(1);
    for (const plan of plans) expect(at(plan, "basicInfo")).toMatchObject({ planCategory: "ADDON", planType: "0" });
    expect(at(plans[0], "basicInfo", "planName")).toBeTypeOf("string");
    expect((await eu.get("/QueryRatePlan", { planCategory: "TEST" })).outer).toBe("1");
  });

  it("has plans for test and inventory in an OEM enterprise", async () => {
    const oem = await signIn(sandbox, "bics-oem");
    for (const planCategory of ["TEST", "INVENTORY"]) {
      const { body } = await oem.get("/QueryRatePlan", { planCategory });
      expect(list(body, "Response", "responseParam", "plan")).toHaveLength(1);
    }
  });

  it("finds roaming profiles with their networks, and one by its id", async () => {
    const { body } = await eu.get("/GetRoamingProfiles");
    expect(list(body, "Response", "responseParam", "rows")).toHaveLength(4);
    const one = await eu.get("/GetRoamingProfiles", { roamingProfileId: "8956" });
    expect(at(one.body, "Response", "responseParam", "rows", 0)).toMatchObject({
      roamingProfileName: "TEST_ROAMING",
      tadigList: [{ tadigCode: "BELTB", categoryGroupId: "SP14101" }, { tadigCode: "BELMO" }],
    });
  });

  it("finds APN groups", async () => {
    const { body } = await eu.get("/fetchApnGroup");
    expect(list(body, "Response", "responseParam", "rows").map((row) => at(row, "apnGroupId"))).toContain("PDP_1002");
  });

  it("shows a free SIM with a dash for its endpoint, and a SIM in use with its id", async () => {
    const sim = async (iccid: string) =>
      at((await eu.get("/fetchSIM", { iccid })).body, "Response", "responseParam", "rows", 0);
    expect(await sim(eu.specimen("simFree"))).toMatchObject({
      endPointId: "-",
      simAttachStatus: "NOT ATTACHED",
      simStatus: "Ready To Activate",
    });
    const id = eu.specimen("activeIdle");
    expect(await sim(String(at(await eu.row(id), "iccid")))).toMatchObject({
      endPointId: id,
      simAttachStatus: "ATTACHED",
    });
    expect(await sim(eu.specimen("simFreeEsim"))).toMatchObject({
      activationCode: { smDpPlusAdress: "smdp.sandbox.invalid" },
    });
  });

  it("pages through the SIMs, with the totals beside responseParam", async () => {
    const { body } = await eu.get("/fetchSIM", { page: "2", perPage: "50" });
    expect(list(body, "Response", "responseParam", "rows")).toHaveLength(50);
    expect(Number(at(body, "Response", "totalNoOfPages"))).toBeGreaterThan(4);
  });
});
