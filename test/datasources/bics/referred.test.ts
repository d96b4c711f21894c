import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REFERRED_TO } from "../../../src/datasources/bics/operations/index.js";
import { json } from "../../support/scripted-answers.js";
import { key } from "./expected.js";
import { type Bics, call, envelope, everythingOf, startBics } from "./support.js";

let bics: Bics;
let all: ReturnType<typeof everythingOf>;
beforeAll(async () => {
  bics = await startBics();
  all = everythingOf(bics);
});
afterAll(() => bics.stop());

describe("operations that the document only refers to", () => {
  const SIM = {
    iccid: "8932042000000010296",
    simId: "77",
    simStatus: "Ready To Activate",
    simAttachStatus: "NOT ATTACHED",
    simProduct: "eUICC",
    endPointId: "-",
    eid: "89044000000000000000000000000001",
    iMSIList: [
      { supplierIMSIList: [{ sponsorName: "Proximus", supplierIMSI: "206281000010296" }] },
      { supplierIMSIList: [{ sponsorName: "Other", supplierIMSI: "234500000010296" }] },
    ],
    activationCode: { textQrCode: "LPA:1$smdp.example$M1", smDpPlusAdress: "smdp.example", matchingId: "M1" },
  };

  it("show a SIM of the inventory in detail", async () => {
    bics.carrier.onRequest(() => json(envelope("0", "12345", { responseParam: { rows: [SIM] } })));
    expect(await all.sims.byIccid(SIM.iccid, call())).toEqual({
      key: key(SIM.iccid),
      iccid: SIM.iccid,
      imsi: "206281000010296",
      msisdn: null,
      eid: SIM.eid,
      state: "INVENTORY",
      stateRaw: "Ready To Activate",
      endpoint: null,
      detail: {
        carrierSimId: "77",
        product: "eUICC",
        isAttached: false,
        attachStatusRaw: "NOT ATTACHED",
        imsis: [
          { sponsor: "Proximus", imsi: "206281000010296" },
          { sponsor: "Other", imsi: "234500000010296" },
        ],
        activation: { qrText: "LPA:1$smdp.example$M1", smdpAddress: "smdp.example", matchingId: "M1" },
      },
    });
  });

  it("list SIMs with their endpoints", async () => {
    const rows = [{ ...SIM, endPointId: "51170448", simAttachStatus: "ATTACHED", simStatus: "Active" }];
    bics.carrier.onRequest(() => json(envelope("0", "1", { responseParam: { rows }, totalNoOfRecords: "812" })));
    const page = await all.sims.list({ number: 1, size: 1 }, call());
    expect(page.total).toBe(812);
    expect(page.rows[0]).toMatchObject({ state: "ACTIVE", endpoint: key("51170448"), detail: { isAttached: true } });
  });

  it("list plans of one kind", async () => {
    const plan = [{ basicInfo: { planId: "560510", planName: "SBI05" } }, { basicInfo: { planId: 7, planName: "-" } }];
    bics.carrier.onRequest(() => json(envelope("0", "1", { responseParam: { plan } })));
    const common = { kind: "ADDON", kindRaw: "ADDON", billing: "PREPAID" };
    expect(await all.plans.list({ kind: "ADDON", billing: "PREPAID", region: null }, call())).toEqual([
      { key: key("560510"), name: "SBI05", ...common },
      { key: key("7"), name: null, ...common },
    ]);
  });

  it("list roaming profiles with their networks", async () => {
    const rows = [
      {
        roamingProfileId: "125",
        roamingProfileName: "DEFAULT",
        tadigList: [
          {
            operatorId: "210",
            operatorName: "Hutchison Drei",
            countryName: "Austria",
            tadigCode: "AUTCA",
            categoryGroupId: "SP14073",
          },
        ],
      },
    ];
    bics.carrier.onRequest(() => json(envelope("0", "1", { responseParam: { rows } })));
    expect(await all.own.roamingProfiles(call())).toEqual([
      {
        id: "125",
        name: "DEFAULT",
        networks: [
          {
            tadig: "AUTCA",
            operatorId: "210",
            operatorName: "Hutchison Drei",
            countryName: "Austria",
            categoryGroupId: "SP14073",
          },
        ],
      },
    ]);
  });

  it("refuse below an outer 1 with the code that the carrier gives", async () => {
    bics.carrier.onRequest(() => json(envelope("1", "4711")));
    await expect(all.own.roamingProfiles(call())).rejects.toMatchObject({
      code: "CARRIER_REFUSED",
      details: { carrierCode: "4711" },
    });
  });

  it("are declared with their method and path", () => {
    const lines = Object.values(REFERRED_TO).map(({ method, path, auth }) => `${method} ${path} ${auth}`);
    expect(lines).toEqual([
      "POST /login none",
      "GET /RefreshToken none",
      "GET /fetchSIM token",
      "GET /QueryRatePlan token",
      "GET /GetRoamingProfiles token",
    ]);
  });
});
