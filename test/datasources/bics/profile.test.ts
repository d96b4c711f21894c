import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { told } from "../../support/told.js";
import { at, counted, eur, key, NEVER, UNLIMITED, UNSAID } from "./expected.js";
import { type Bics, call, everythingOf, fixed, startBics } from "./support.js";

let bics: Bics;
let all: ReturnType<typeof everythingOf>;
beforeAll(async () => {
  bics = await startBics();
  all = everythingOf(bics);
});
afterAll(() => bics.stop());

const answerWith = (operation: string, name: string): void => bics.carrier.onRequest(() => fixed(operation, name));

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
    expect(told(await all.endpoints.profile("51170448", call()))).toEqual({
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
      barring: null,
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
        isDynamicBenefitEnabled: true,
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
