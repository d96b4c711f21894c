import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { json } from "../../support/scripted-answers.js";
import { ACCOUNT as account, type Bics, call, envelope, everythingOf, fixed, startBics } from "./support.js";

let bics: Bics;
let all: ReturnType<typeof everythingOf>;
beforeAll(async () => {
  bics = await startBics();
  all = everythingOf(bics);
});
afterAll(() => bics.stop());

const answerWith = (operation: string, name: string): void => bics.carrier.onRequest(() => fixed(operation, name));

const key = (native: string) => ({ account, native });
const at = (local: string, raw: string) => ({
  kind: "AT",
  time: { local, timeZone: null, zoneSource: "NONE", instant: null, raw },
});
const NEVER = { kind: "NEVER", raw: "31/12/2099 00:00:00" };
const WAITS = { kind: "NOT_STARTED", raw: "-" };
const counted = (amount: bigint, raw: string) => ({ kind: "LIMITED", amount, money: null, raw });
const UNLIMITED = { kind: "UNLIMITED", raw: "UNLIMITED" };
const UNSAID = { kind: "UNKNOWN", raw: null };
const eur = (amount: string, raw: string) => ({
  kind: "LIMITED",
  amount: null,
  money: { amount, currency: "EUR", raw },
  raw,
});
const mb = (bytes: bigint, raw: string) => ({ bytes, raw });
const cost = (amount: string) => ({ amount, currency: null, raw: amount });

describe("the listing", () => {
  it("shows an endpoint with its SIM and its tags", async () => {
    answerWith("getEndpoints", "page");
    const page = await all.endpoints.list({ number: 1, size: 9 }, {}, call());
    expect(page.total).toBe(106);
    expect(page.rows).toHaveLength(9);
    expect(page.rows[0]).toEqual({
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

describe("the profile", () => {
  it("of a prepaid endpoint", async () => {
    answerWith("getEndPointProfile", "prepaid");
    const basePlan = {
      key: key("DEFAULTPRE41166994"),
      name: "DEFAULT PREPAID PLAN",
      kind: "BASE",
      kindRaw: null,
      billing: "PREPAID",
    };
    expect(await all.endpoints.profile("51170448", call())).toEqual({
      key: key("51170448"),
      name: "mvneaccount",
      state: "ACTIVE",
      stateRaw: "A",
      billing: "PREPAID",
      billingRaw: "0",
      msisdn: "327700040900019",
      imei: "866674022570548",
      imeiLock: "UNLOCKED",
      imeiLockRaw: "UNLOCK",
      tags: [],
      sim: {
        key: key("8932042000000000019"),
        iccid: "8932042000000000019",
        imsi: "206281000000019",
        msisdn: "327700040900019",
        eid: null,
        state: "ACTIVE",
        stateRaw: "A",
        endpoint: key("51170448"),
        detail: null,
      },
      createdAt: at("2020-04-20T15:35:01", "20/04/2020 15:35:01").time,
      expiresAt: NEVER,
      nextBillingAt: UNSAID,
      plan: basePlan,
      planFrom: at("2020-04-20T15:35:01", "20/04/2020 15:35:01"),
      planTo: NEVER,
      currency: "EUR",
      balances: [
        {
          key: key("51170448/MA//"),
          carrierBalanceId: "MA",
          name: "Main Account",
          kind: "MONEY",
          source: "MAIN_ACCOUNT",
          sourceRaw: "Main Account",
          status: "ACTIVE",
          remaining: eur("120.562305", "12056.2305"),
          initial: eur("200.00", "20000"),
          unitRaw: "MONEY",
          validFrom: at("2020-04-20T15:35:01", "20/04/2020 15:35:01"),
          validTo: NEVER,
          plan: null,
          planCategoryRaw: null,
          addonInstanceId: null,
          rateZone: null,
        },
        {
          key: key("51170448/2//"),
          carrierBalanceId: "2",
          name: "DATA",
          kind: "DATA",
          source: "ADDON",
          sourceRaw: "ADDON-ACCOUNT (FREE)",
          status: "ACTIVE",
          remaining: counted(20_971_520n, "20971520"),
          initial: counted(20_971_520n, "20971520"),
          unitRaw: "Mb",
          validFrom: at("2020-08-12T12:17:50", "12/08/2020 12:17:50"),
          validTo: at("2020-08-13T13:00:00", "13/08/2020 13:00:00"),
          plan: null,
          planCategoryRaw: null,
          addonInstanceId: null,
          rateZone: { id: "1739", name: "India" },
        },
      ],
      counters: [
        {
          carrierCounterId: "C_Daily_0_CE_USAGE_VOLUME_4_5_191",
          name: "Daily",
          remaining: counted(104_857_600n, "100"),
          threshold: counted(157_286_400n, "150"),
          thresholdUnitRaw: "MB",
          allowance: UNSAID,
          action: "THROTTLE_512Kbps",
          frequency: "Daily",
          factor: "1",
          resetsAt: UNSAID,
          plan: null,
          addonPlan: null,
          addonInstanceId: null,
        },
      ],
      addons: [
        {
          key: key("51170448/1737"),
          endpoint: key("51170448"),
          plan: { key: key("560510"), name: "SBI05", kind: "ADDON", kindRaw: null, billing: "PREPAID" },
          instanceId: "1737",
          service: { id: "4", name: "COMBO" },
          status: "ACTIVE",
          validFrom: at("2020-08-12T12:17:50", "12/08/2020 12:17:50"),
          validTo: at("2020-08-13T13:00:00", "13/08/2020 13:00:00"),
        },
      ],
      apns: ["sft1"],
      apnGroupId: "PDP_1248",
      staticIp: null,
      framedIps: ["100.64.0.53", "100.64.0.13"],
      roamingProfiles: [{ id: "125", name: "DEFAULT" }],
      radioAccess: { rats: ["GSM_2G", "UMTS_3G", "LTE_4G"], raw: "06", nameRaw: "2G/3G/4G" },
      hasBlacklistedNetworks: null,
      esimProfile: null,
      bics: {
        statusName: "Active",
        subscriberTypeName: "Prepaid",
        simStatus: "Active",
        endpointStatus: "Active",
        parentEntityId: "41166994",
        tierId: "5",
        customerType: null,
        customerExpiresAt: NEVER,
        creditLimit: UNSAID,
        mainBalance: eur("120.562305", "12056.2305"),
        currencyId: "44",
        timeZoneId: "298",
        timeZoneName: "Europe/Belgrade",
        language: { id: "1", name: "ENGLISH" },
        serviceBlock: null,
        currentActiveImsi: "206281000000019",
        dependentRatCodes: ["02", "01", "06", "08"],
        isNrSecondary: null,
        pdpProfileName: "DEFAULT",
        simType: "UICC",
        simManufacturer: "Valid",
        simApplet: "NA",
        lastSimStateChangeAt: null,
        isReadyForSms: true,
        enterprise: { accountStatus: "Enabled", data: "Active", sms: "Active", nbIot: "Active", lteM: null },
        dynamicBenefitEnabled: true,
        dynamicBenefits: [],
        dynamicBenefitNames: [{ id: "1568", name: "MultipleDynamicBenefitsTestingForENterprises" }],
        oem: null,
      },
    });
  });

  it("of an eSIM shows its EID and the state of its profile", async () => {
    answerWith("getEndPointProfile", "esim");
    const profile = await all.endpoints.profile("52410983", call());
    expect(profile?.sim?.eid).toBe("98623608848663686684539124144888");
    expect(profile?.esimProfile).toEqual({ state: "ENABLED", stateRaw: "enabled", rsp: "GLOBAL", rspRaw: "Global" });
    expect(profile?.bics?.enterprise.lteM).toBe("Active");
    expect(profile?.bics?.customerType).toBe("SFT");
    expect(profile?.bics?.creditLimit).toEqual(UNLIMITED);
  });

  it("of an OEM endpoint under test shows the plans it will pass through", async () => {
    answerWith("getEndPointProfile", "active-test");
    const profile = await all.endpoints.profile("51664782", call());
    expect(profile?.state).toBe("TEST");
    expect(profile?.sim?.state).toBe("TEST");
    expect(profile?.roamingProfiles).toEqual([
      { id: "8953", name: "DEFAULT" },
      { id: "8954", name: "TEST" },
    ]);
    expect(profile?.bics?.oem).toEqual({
      testPlan: { id: "TESTPOST41652734", name: "TEST POSTPAID PLAN" },
      inventoryPlan: { id: "INVENTORYPOST41652734", name: "INVENTORY POSTPAID PLAN" },
      testRoamingProfile: { id: "8954", name: "TEST_ROAMING" },
    });
    expect(profile?.balances.map(({ source, status, plan }) => [source, status, plan?.kind])).toEqual([
      ["MAIN_ACCOUNT", "ACTIVE", undefined],
      ["PLAN_PERIOD", "PENDING", "BASE"],
      ["PLAN_PERIOD", "ACTIVE", "TEST"],
      ["ADDON", "PENDING", "ADDON"],
    ]);
  });

  it("shows a dynamic benefit that is not pooled with its parts", async () => {
    answerWith("getEndPointProfile", "non-pooled-benefit");
    const profile = await all.endpoints.profile("51661404", call());
    expect(profile?.bics?.dynamicBenefits).toEqual([
      {
        id: "1335",
        name: "Non_pooled_Dynamic_benefit_Reseller",
        categoryRaw: "2",
        isPooled: false,
        isAutoRenewed: true,
        activatedAt: at("2021-11-01T00:05:52", "01/11/2021 00:05:52"),
        endsAt: at("2021-12-01T00:00:00", "01/12/2021 00:00:00"),
        priority: "1",
        benefits: [
          {
            id: "1335",
            kindRaw: "1",
            rateZoneId: "10807",
            granted: counted(1_048_576n, "1"),
            remaining: counted(3n, "3"),
            priority: "1",
          },
        ],
      },
    ]);
  });

  it("shows the counter of an add-on with the plans of both", async () => {
    answerWith("getEndPointProfile", "addon-counter");
    const profile = await all.endpoints.profile("52405754", call());
    expect(profile?.counters).toEqual([
      {
        carrierCounterId: "C_Daily_1_CE_USAGE_VOLUME_4_5_108",
        name: "Daily_DATA",
        remaining: counted(20_971_520n, "20"),
        threshold: counted(20_971_520n, "20"),
        thresholdUnitRaw: "MB",
        allowance: UNSAID,
        action: "THROTTLE_128Kbps",
        frequency: "Daily",
        factor: "1",
        resetsAt: at("2025-01-21T00:00:00", "21/01/2025 00:00:00"),
        plan: {
          key: key("DEFAULTPOST42364402"),
          name: "DEFAULT POSTPAID PLAN",
          kind: "BASE",
          kindRaw: null,
          billing: "POSTPAID",
        },
        addonPlan: { key: key("795750"), name: "test_HT", kind: "ADDON", kindRaw: null, billing: "POSTPAID" },
        addonInstanceId: "56105",
      },
    ]);
  });

  it("of another endpoint than the one asked for is refused", async () => {
    answerWith("getEndPointProfile", "prepaid");
    await expect(all.endpoints.profile("51170449", call())).rejects.toMatchObject({
      code: "CARRIER_CONTRACT_VIOLATION",
    });
  });
});

describe("add-on details", () => {
  it("show balances and counters of each add-on", async () => {
    answerWith("getEndpointAddonDetails", "one-addon");
    const plan = { key: key("0101"), name: "addon_a", kind: "ADDON", kindRaw: null, billing: "UNKNOWN" };
    expect(await all.addons.details("01010101", call())).toEqual([
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
    expect(await all.plans.list("ADDON", "PREPAID", call())).toEqual([
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
});
