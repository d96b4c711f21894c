import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { told } from "../../support/told.js";
import { at, cost, counted, key, mb, NEVER, UNSAID, WAITS } from "./expected.js";
import { type Bics, call, everythingOf, fixed, startBics } from "./support.js";

let bics: Bics;
let all: ReturnType<typeof everythingOf>;
beforeAll(async () => {
  bics = await startBics();
  all = everythingOf(bics);
});
afterAll(() => bics.stop());

const answerWith = (operation: string, name: string): void => bics.carrier.onRequest(() => fixed(operation, name));

describe("the listing", () => {
  it("shows an endpoint with its SIM and its tags", async () => {
    answerWith("getEndpoints", "page");
    const page = await all.endpoints.list({ number: 1, size: 9 }, {}, call());
    expect(page.total).toBe(106);
    expect(page.rows).toHaveLength(9);
    expect(told(page.rows[0])).toEqual({
      key: key("51175551"),
      name: "NewEndpoint",
      state: "ACTIVE",
      stateRaw: "A",
      billing: "PREPAID",
      billingRaw: "0",
      msisdn: "329999800011461",
      imei: "172938712893782",
      imeiLock: "UNLOCKED",
      imeiLockRaw: "UNLOCK",
      tags: [{ id: "10001010", name: "Customer Tag Name A", description: "This is my tag description" }],
      sim: {
        key: key("9990000000000011461"),
        iccid: "9990000000000011461",
        imsi: "999980000011461",
        msisdn: "329999800011461",
        eid: null,
        state: "ACTIVE",
        stateRaw: "A",
        endpoint: key("51175551"),
        detail: null,
      },
    });
  });
});

describe("add-on details", () => {
  it("show balances and counters of each add-on", async () => {
    answerWith("getEndpointAddonDetails", "one-addon");
    const plan = { key: key("0101"), name: "addon_a", kind: "ADDON", kindRaw: null, billing: "UNKNOWN" };
    expect(told(await all.addons.details("01010101", call()))).toEqual([
      {
        planId: "0101",
        instanceId: "01010",
        balances: [
          {
            key: key("01010101/2/0101/01010"),
            carrierBalanceId: "2",
            name: "DATA",
            kind: "DATA",
            source: "ADDON",
            sourceRaw: "ADDON-ACCOUNT (FREE)",
            status: "ACTIVE",
            remaining: counted(15_728_640n, "15728640"),
            initial: counted(15_728_640n, "15728640"),
            unitRaw: "Mb",
            validFrom: at("2025-09-03T23:08:26", "03/09/2025 23:08:26"),
            validTo: NEVER,
            plan,
            planCategoryRaw: null,
            addonInstanceId: "01010",
            rateZone: null,
          },
        ],
        counters: [
          {
            carrierCounterId: "C_Daily_1_CE_USAGE_VOLUME_4_5_108",
            name: "Daily_DATA",
            remaining: counted(10_485_760n, "10"),
            threshold: counted(10_485_760n, "10"),
            thresholdUnitRaw: "MB",
            allowance: UNSAID,
            action: "DEFAULT",
            frequency: "Daily",
            factor: "1",
            resetsAt: at("2025-09-04T00:00:00", "04/09/2025 00:00:00"),
            plan: null,
            addonPlan: plan,
            addonInstanceId: "01010",
          },
        ],
      },
    ]);
  });

  it("show ten add-ons, with and without counters, one of them waiting for its first use", async () => {
    answerWith("getEndpointAddonDetails", "ten-addons");
    const addons = await all.addons.details("01010101", call());
    expect(addons.map(({ planId, counters }) => [planId, counters.length])).toEqual([
      ["0101", 0],
      ["838834", 0],
      ["838833", 1],
      ["838864", 1],
      ["838868", 1],
      ["838867", 1],
      ["838865", 1],
      ["838869", 1],
      ["838866", 1],
      ["838863", 1],
    ]);
    const waiting = addons.find(({ planId }) => planId === "838866");
    expect(waiting?.balances[0]).toMatchObject({ status: "PENDING", validFrom: WAITS, validTo: WAITS });
  });
});

describe("usage", () => {
  it("of data and SMS", async () => {
    answerWith("getStatistics", "data-and-sms");
    expect(await all.usage.usage("1", { from: "2020-04-01", to: "2020-05-01" }, call())).toEqual({
      data: {
        days: [
          {
            date: "2020-04-27",
            uplink: mb(2_118_124n, "2.02"),
            downlink: mb(22_701_670n, "21.65"),
            total: mb(24_819_794n, "23.67"),
            cost: cost("0.473"),
          },
          {
            date: "2020-04-28",
            uplink: mb(1_059_062n, "1.01"),
            downlink: mb(11_345_592n, "10.82"),
            total: mb(12_415_140n, "11.84"),
            cost: cost("0.237"),
          },
        ],
        total: {
          date: null,
          uplink: mb(3_177_185n, "3.03"),
          downlink: mb(34_047_263n, "32.47"),
          total: mb(37_224_448n, "35.50"),
          cost: cost("0.710"),
        },
      },
      nbIot: { days: [], total: null },
      sms: {
        days: [
          { date: "2020-04-26", service: "SMS_MO", count: 3n, cost: cost("3") },
          { date: "2020-04-28", service: "SMS_MO", count: 2n, cost: cost("2") },
        ],
        totals: [{ date: null, service: "SMS_MO", count: 5n, cost: cost("5") }],
      },
      absence: null,
    });
  });
});

describe("location, connectivity and networks", () => {
  it("tell the cell", async () => {
    answerWith("locationInfo", "located");
    expect(await all.location.location("1", call())).toEqual({
      masterImsi: "206281000000004",
      rats: ["LTE_4G"],
      ratRaw: "4G",
      ageRaw: "0",
      mcc: "206",
      mnc: "01",
      cellId: "21441025",
      lac: null,
      tac: "4209",
      countryName: "Belgium",
      operatorName: "Proximus",
      absence: null,
    });
  });

  it("tell that there is no location, and why", async () => {
    answerWith("locationInfo", "detached");
    const location = await all.location.location("1", call());
    expect(location.absence).toEqual({ carrierCode: "10089", carrierMessage: "Endpoint is detached" });
    expect(location.cellId).toBeNull();
  });

  it("tell the network in use", async () => {
    answerWith("fetchNetworkStatus", "connected");
    expect(await all.connectivity.connectivity("1", call())).toEqual({
      state: "ONLINE",
      stateRaw: "Connected",
      lastSeenAt: null,
      imsi: "206281000000018",
      tadig: "INDSC",
      operatorName: "Airtel india",
      countryName: "India",
      mcc: "404",
      mnc: "45",
      rats: ["NR_5G"],
      ratRaw: "5G",
      policy: "DEFAULT",
      policyRaw: "Default",
      absence: null,
    });
  });

  it("tell each network through each roaming profile", async () => {
    answerWith("endpointCoverage", "barred-and-blacklisted");
    const networks = await all.networks.networks("1", null, call());
    expect(networks).toHaveLength(5);
    expect(networks[0]).toEqual({
      tadig: "USAAT",
      operatorId: "208",
      operatorName: "AT&T",
      countryName: "United States",
      plmns: [{ mcc: "310", mnc: "380" }],
      category: "IR",
      categoryRaw: "0",
      categoryGroup: { id: "SP14073", name: "IR1" },
      isBarred: false,
      isBlacklisted: false,
      rats: ["GSM_2G", "UMTS_3G", "LTE_4G"],
      ratsRaw: "2G|3G|4G",
      barredRats: ["UMTS_3G"],
      barredRatsRaw: "3G",
      roamingProfile: { id: "35443", name: "CustomRP1" },
      priority: 1,
      isBootstrapOnly: false,
      priorityRaw: "1",
    });
  });
});

describe("bulk", () => {
  it("tells the ranges that are ready", async () => {
    answerWith("fetchICCIDForProvisioning", "one-range");
    expect(await all.own.iccidRanges(call())).toEqual([
      {
        accountName: "Technologies",
        from: "8932042000000010296",
        to: "8932042000000010297",
        quantity: 2,
        simStatus: "Ready To Activate",
      },
    ]);
  });

  it("tells how a creation ended, and why", async () => {
    answerWith("fetchSIMProvisioningDetails", "job-failed-addon-not-active");
    expect(await all.own.bulkCreations({ simProvisionId: "14334" }, call())).toEqual([
      {
        simProvisionId: "14334",
        state: "FAILED",
        stateRaw: "Fail",
        reason: "Addon can only be assigned to Active endpoints",
        iccidFrom: "9990000000000014303",
        iccidTo: "9990000000000014303",
        quantity: 1,
        endpointStatusRaw: "Pre-Active",
        accountId: "41598666",
        accountName: "bulk_PROV_OEM",
        provisionedAt: at("2021-02-08T13:11:42", "08/02/2021 13:11:42").time,
      },
    ]);
  });
});
