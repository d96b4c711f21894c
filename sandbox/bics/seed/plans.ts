import type { Plan, PlanBenefit } from "../state.js";

const MB = 1_048_576;
const CENT = 10_000;

type Part = Partial<Omit<Plan, "planId" | "planName">>;

function plan(planId: string, planName: string, part: Part): Plan {
  return {
    planId,
    planName,
    category: "NORMAL",
    type: "1",
    price: 0,
    initialBalance: 0,
    roamingProfileIds: [],
    benefits: [],
    counter: null,
    days: null,
    renews: false,
    starts: "now",
    needs: [],
    serviceId: "4",
    serviceName: "COMBO",
    ...part,
  };
}

const data = (amountMb: number, id = "2"): PlanBenefit => ({ id, kind: "DATA", amount: amountMb * MB, rateZone: null });
const zoned = (amountMb: number, id: string, name: string): PlanBenefit => ({
  ...data(amountMb),
  rateZone: { id, name },
});
const sms = (count: number): PlanBenefit => ({ id: "4", kind: "SMS", amount: count, rateZone: null });
const nbiot = (amountMb: number): PlanBenefit => ({
  id: "2001",
  kind: "NB-IOT",
  amount: amountMb * MB,
  rateZone: null,
});
const daily = (thresholdMb: number, action: string): Plan["counter"] => ({
  id: "C_Daily_1_CE_USAGE_VOLUME_4_5_108",
  name: "Daily_DATA",
  thresholdMb,
  action,
});
const dailyNbiot = (thresholdMb: number, action: string): Plan["counter"] => ({
  id: "C_Daily_1_CE_USAGE_NBIOT_VOLUME_5_5_711",
  name: "Daily_NB-IoT",
  thresholdMb,
  action,
});

/** Roaming profile ids of one enterprise. */
export interface ProfileIds {
  all: string;
  europe: string;
  custom: string;
  test: string;
}

function basePlans(accountId: string, { all, europe, custom }: ProfileIds): Plan[] {
  const world = [all, europe, custom];
  return [
    plan(`DEFAULTPRE${accountId}`, "DEFAULT PREPAID PLAN", {
      type: "0",
      initialBalance: 20_000 * CENT,
      roamingProfileIds: world,
    }),
    plan(`DEFAULTPOST${accountId}`, "DEFAULT POSTPAID PLAN", { roamingProfileIds: world }),
    plan("560077", "Prepaid World 5", { type: "0", roamingProfileIds: world, benefits: [data(5, "5")] }),
    plan("560079", "Prepaid Europe", { type: "0", initialBalance: 1500 * CENT, roamingProfileIds: [europe] }),
    plan("560082", "Fleet World 20", {
      roamingProfileIds: world,
      benefits: [data(20, "5"), { id: "4", kind: "SMS", amount: 50, rateZone: null }],
      counter: {
        id: "C_Daily_0_CE_USAGE_VOLUME_4_5_191",
        name: "Daily",
        thresholdMb: 150,
        action: "THROTTLE_512Kbps",
      },
    }),
    plan("574505", "Meter Europe NB", { roamingProfileIds: [europe], benefits: [nbiot(2)], serviceName: "NB-IOT" }),
  ];
}

function oemPlans(accountId: string, { test, all }: ProfileIds): Plan[] {
  return [
    plan(`TESTPOST${accountId}`, "TEST POSTPAID PLAN", {
      category: "TEST",
      roamingProfileIds: [test],
      benefits: [data(10, "5")],
    }),
    plan(`INVENTORYPOST${accountId}`, "INVENTORY POSTPAID PLAN", { category: "INVENTORY", roamingProfileIds: [all] }),
  ];
}

function addonPlans({ all, europe, custom, test }: ProfileIds): Plan[] {
  const addon: Part = { category: "ADDON", roamingProfileIds: [all, europe, custom] };
  return [
    plan("568677", "new_addon_post", { ...addon, price: 150 * CENT, benefits: [data(4, "5")], days: 30, renews: true }),
    plan("599646", "Adddon", {
      ...addon,
      price: 250 * CENT,
      benefits: [{ ...data(5), rateZone: { id: "14295", name: "Europe" } }, sms(3)],
      days: 30,
      renews: true,
    }),
    plan("795750", "test_HT", {
      ...addon,
      price: 300 * CENT,
      benefits: [data(40)],
      counter: daily(20, "THROTTLE_128Kbps"),
      days: 4,
    }),
    plan("843543", "AddonPlanwithAllBenefits", {
      ...addon,
      price: 500 * CENT,
      benefits: [sms(5), nbiot(3), data(30)],
      counter: daily(20, "THROTTLE_512Kbps"),
      days: 1,
      renews: true,
    }),
    plan("838866", "addon_on_usage", {
      ...addon,
      price: 100 * CENT,
      benefits: [data(10)],
      counter: daily(3, "THROTTLE_384Kbps"),
      days: 30,
      starts: "on-usage",
    }),
    plan("838868", "addon_nbiot", {
      ...addon,
      price: 50 * CENT,
      benefits: [data(10), nbiot(5)],
      counter: dailyNbiot(5, "DEFAULT"),
      needs: ["NB_IOT"],
      serviceName: "NB-IOT",
    }),
    plan("838834", "addon_never_ends", { ...addon, price: 900 * CENT, benefits: [data(10, "56784")] }),
    plan("838840", "addon_other_roaming", {
      ...addon,
      price: 100 * CENT,
      roamingProfileIds: [test],
      benefits: [data(1)],
      days: 7,
    }),
    plan("560510", "SBI05", {
      ...addon,
      type: "0",
      price: 499 * CENT,
      benefits: [zoned(20, "1739", "India"), { id: "7", kind: "MONEY", amount: 500, rateZone: null }],
      days: 30,
    }),
    plan("560511", "Prepaid data 100", {
      ...addon,
      type: "0",
      price: 1234.5678 * CENT,
      benefits: [data(100)],
      counter: daily(10, "THROTTLE_512Kbps"),
      days: 30,
    }),
    plan("560512", "Prepaid on usage", {
      ...addon,
      type: "0",
      price: 75 * CENT,
      benefits: [data(2)],
      days: 7,
      starts: "on-usage",
    }),
  ];
}

/** The catalogue of one enterprise, in the order the platform lists it. */
export function plansOf(accountId: string, isOem: boolean, profiles: ProfileIds): Plan[] {
  return [...basePlans(accountId, profiles), ...(isOem ? oemPlans(accountId, profiles) : []), ...addonPlans(profiles)];
}
