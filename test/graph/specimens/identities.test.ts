import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Graph } from "../../support/graph.js";
import { MOMENT, specimen, startAhead } from "./specimen.js";

let graph: Graph;
beforeAll(async () => {
  graph = await startAhead();
});
afterAll(() => graph.stop());

describe("a prepaid endpoint", () => {
  it("shows who and what it is", async () => {
    const fields = `name state stateRaw msisdn iccid imsi eid imei imeiLock currency apns framedIps
      tags { id name description } plan { carrierPlanId name kind billing account { id } }
      roamingProfiles { id name } radioAccess { rats raw nameRaw } nextBillingAt { kind } planTo ${MOMENT}
      createdAt { local timeZone zoneSource instant raw } esimProfile { state }`;
    expect(await specimen(graph, "bics-eu", "activePrepaid", fields)).toEqual({
      name: "tracker_1",
      state: "ACTIVE",
      stateRaw: "A",
      msisdn: "327700000100000",
      iccid: "8932042000000100000",
      imsi: "206280000100000",
      eid: null,
      imei: "358480586045301",
      imeiLock: "LOCKED",
      currency: "EUR",
      apns: ["sft1"],
      framedIps: ["100.64.29.47", "100.64.24.223"],
      tags: [{ id: "2845006", name: "Nordics", description: "Nordics of the sandbox" }],
      plan: {
        carrierPlanId: "DEFAULTPRE41166994",
        name: "DEFAULT PREPAID PLAN",
        kind: "BASE",
        billing: "PREPAID",
        account: { id: "bics-eu" },
      },
      roamingProfiles: [
        { id: "8953", name: "DEFAULT" },
        { id: "8955", name: "CustomRP3" },
      ],
      radioAccess: { rats: ["GSM_2G", "UMTS_3G", "LTE_4G"], raw: "06", nameRaw: "2G/3G/4G" },
      nextBillingAt: { kind: "UNKNOWN" },
      planTo: { kind: "NEVER", time: null, raw: "31/12/2099 00:00:00" },
      createdAt: {
        local: "2090-03-12T11:29:51",
        timeZone: "UTC",
        zoneSource: "ACCOUNT",
        instant: "2090-03-12T11:29:51Z",
        raw: "12/03/2090 11:29:51",
      },
      esimProfile: null,
    });
  });
});

describe("an endpoint and its SIM", () => {
  const SIM = "sim { iccid imsi msisdn eid state stateRaw product isAttached }";

  it("in hold has none", async () => {
    expect(await specimen(graph, "bics-eu", "hold", `state stateRaw msisdn iccid imsi eid imei ${SIM}`)).toEqual({
      state: "HOLD",
      stateRaw: "H",
      msisdn: null,
      iccid: null,
      imsi: null,
      eid: null,
      imei: null,
      sim: null,
    });
  });

  it("before activation has numbers only as far as the carrier tells them", async () => {
    const preActive = await specimen(graph, "bics-eu", "preActiveWithSim", `state msisdn ${SIM}`);
    expect(preActive).toMatchObject({
      state: "PRE_ACTIVE",
      msisdn: null,
      sim: { state: "PROVISIONED", isAttached: true },
    });
  });

  it("with a local profile shows that profile's numbers, which the SIM inventory does not know", async () => {
    const fields = `state msisdn iccid imsi eid esimProfile { state stateRaw rsp rspRaw } ${SIM}`;
    const numbers = {
      msisdn: "99999000000001",
      iccid: "8999999000000000001",
      imsi: "999990000000001",
      eid: "99000023354170000000000000100004",
    };
    expect(await specimen(graph, "bics-eu", "localised", fields)).toEqual({
      state: "ACTIVE",
      ...numbers,
      esimProfile: { state: "ENABLED", stateRaw: "enabled", rsp: "LOCAL", rspRaw: "Local" },
      sim: { ...numbers, state: "ACTIVE", stateRaw: "A", product: null, isAttached: null },
    });
  });
});

describe("a free eSIM of the inventory", () => {
  it("is shown with what it is activated with", async () => {
    const iccid = graph.sandbox.bics.specimens["bics-eu"]?.simFreeEsim ?? "";
    const { sim } = await graph.data<{ sim: unknown }>(
      `query ($iccid: String!) { sim(by: { iccid: $iccid }, account: "bics-eu") {
        iccid imsi msisdn eid state stateRaw product isAttached attachStatusRaw imsis { sponsor imsi }
        activation { qrText smdpAddress matchingId } endpoint { name } esimProfile { state }
      } }`,
      { iccid },
    );
    expect(sim).toEqual({
      iccid,
      imsi: "206280000150200",
      msisdn: null,
      eid: "99000023354170000000000000150200",
      state: "INVENTORY",
      stateRaw: "Ready To Activate",
      product: "Consumer IPP",
      isAttached: false,
      attachStatusRaw: "NOT ATTACHED",
      imsis: [{ sponsor: "BICS", imsi: "206280000150200" }],
      activation: {
        qrText: "LPA:1$smdp.sandbox.invalid$SANDBOX-00150200",
        smdpAddress: "smdp.sandbox.invalid",
        matchingId: "SANDBOX-00150200",
      },
      endpoint: null,
      esimProfile: null,
    });
  });
});

describe("an endpoint of an OEM account", () => {
  const OEM =
    "state stateRaw bics { statusName oem { testPlan { id name } inventoryPlan { id name } testRoamingProfile { id name } } }";
  const inventoryPlan = { id: "INVENTORYPOST41652734", name: "INVENTORY POSTPAID PLAN" };

  it("in test shows its test plan, and what the plan grants", async () => {
    const test = await specimen(
      graph,
      "bics-oem",
      "activeTest",
      `${OEM} balances { name kind source status plan { name kind } }`,
    );
    expect(test).toEqual({
      state: "TEST",
      stateRaw: "AT",
      bics: {
        statusName: "Active-Test",
        oem: {
          testPlan: { id: "TESTPOST41652734", name: "TEST POSTPAID PLAN" },
          inventoryPlan,
          testRoamingProfile: { id: "15091", name: "TEST_ROAMING" },
        },
      },
      balances: [
        { name: "Postpaid Main Account", kind: "MONEY", source: "MAIN_ACCOUNT", status: "ACTIVE", plan: null },
        {
          name: "DATA",
          kind: "DATA",
          source: "PLAN_PERIOD",
          status: "ACTIVE",
          plan: { name: "TEST POSTPAID PLAN", kind: "TEST" },
        },
        {
          name: "DATA",
          kind: "DATA",
          source: "ADDON",
          status: "PENDING",
          plan: { name: "addon_nbiot", kind: "ADDON" },
        },
        {
          name: "NB-IOT",
          kind: "DATA",
          source: "ADDON",
          status: "PENDING",
          plan: { name: "addon_nbiot", kind: "ADDON" },
        },
      ],
    });
  });

  it("in inventory shows its inventory plan alone", async () => {
    expect(await specimen(graph, "bics-oem", "activeInventory", OEM)).toEqual({
      state: "INVENTORY",
      stateRaw: "AI",
      bics: { statusName: "Active-Inventory", oem: { testPlan: null, inventoryPlan, testRoamingProfile: null } },
    });
  });
});
