import { expect, it } from "vitest";
import type { Limit } from "../../../../src/model/quantity.js";
import { json } from "../../../support/scripted-answers.js";
import { lab, listingWith, profileWith } from "../lab.js";
import { ENDPOINT } from "../runs.js";
import { call } from "../support.js";

const carrier = lab();
const all = () => carrier.all;

const profileOf = async (basicInfo: object, beside: object = {}) => {
  carrier.says(json(profileWith(basicInfo, beside)));
  const profile = await all().endpoints.profile(ENDPOINT, call());
  if (!profile) throw new Error("no profile");
  return profile;
};

const balanceOf = async (benefit: object, basicInfo: object = { currencyType: "EUR" }) => {
  const { balances } = await profileOf(basicInfo, { benefitInfo: { benefit: [benefit] } });
  const [balance] = balances;
  if (!balance) throw new Error("no balance");
  return balance;
};

const amountOf = (limit: Limit): bigint | string | null =>
  limit.kind === "LIMITED" ? (limit.money?.amount ?? limit.amount) : limit.kind;

const usageOf = async (responseParam: object) => {
  carrier.answers("0", "2589", { responseParam });
  return all().usage.usage(ENDPOINT, { from: "2024-01-01", to: "2024-01-31" }, call());
};

it("B-40 a dash, an empty text, null and a missing key are all nothing", async () => {
  const cells = [{ msisdn: "-" }, { msisdn: "" }, { msisdn: null }, {}];
  const rows = cells.map((more, index) => ({ id: String(index), ...more }));
  carrier.says(json(listingWith(...rows)));
  const page = await all().endpoints.list({ number: 1, size: 10 }, {}, call());
  expect(page.rows.map(({ msisdn }) => msisdn)).toEqual([null, null, null, null]);
  expect((await profileOf({ eid: "-" })).sim).toBeNull();
});

it("B-41 UNLIMITED is a kind of its own, not a number", async () => {
  const unlimited = { kind: "UNLIMITED", raw: "UNLIMITED" };
  const profile = await profileOf({ maBalance: "UNLIMITED", creditLimit: "UNLIMITED" });
  expect([profile.bics?.mainBalance, profile.bics?.creditLimit]).toEqual([unlimited, unlimited]);
  const main = await balanceOf({ type: "Main Account", balance: "UNLIMITED", actualBalance: "UNLIMITED" });
  expect([main.remaining, main.initial, main.status]).toEqual([unlimited, unlimited, "ACTIVE"]);
});

it("B-42 the end of 2099 is never", async () => {
  const forever = "31/12/2099 00:00:00";
  const profile = await profileOf({ ocExpiryDate: forever, planExpiryDate: forever, customerExpiryDate: forever });
  const never = { kind: "NEVER", raw: forever };
  expect([profile.expiresAt, profile.planTo, profile.bics?.customerExpiresAt]).toEqual([never, never, never]);
});

it("B-43 a quantity may be a number or a text", async () => {
  carrier.answers("0", "10050", { responseParam: { rows: [{ quantity: 3 }, { quantity: "102" }, { quantity: "x" }] } });
  const jobs = await all().own.bulkCreations({ all: true }, call());
  expect(jobs.map(({ quantity }) => quantity)).toEqual([3, 102, null]);
});

it("B-44 a quantity that does not fit its range is kept, and so is the range", async () => {
  carrier.prints("fetchSIMProvisioningDetails", "one-job");
  expect((await all().own.bulkCreations({ all: true }, call()))[0]).toMatchObject({
    quantity: 102,
    iccidFrom: "9990000000000011466",
    iccidTo: "9990000000000011469",
  });
});

it("B-45 balance is bytes though unitType says Mb, plain for COUNT, cents for MONEY", async () => {
  const addon = { type: "ADDON-ACCOUNT (FREE)", balance: "15728640" };
  expect(amountOf((await balanceOf({ ...addon, unitType: "Mb" })).remaining)).toBe(15_728_640n);
  expect(amountOf((await balanceOf({ ...addon, unitType: "COUNT" })).remaining)).toBe(15_728_640n);
  expect(amountOf((await balanceOf({ ...addon, unitType: "MONEY" })).remaining)).toBe("157286.40");
  const unknown = await balanceOf({ ...addon, unitType: "Parsec" });
  expect(unknown).toMatchObject({
    kind: "UNKNOWN",
    unitRaw: "Parsec",
    remaining: { kind: "UNKNOWN", raw: "15728640" },
  });
});

it("B-46 a megabyte is 1 048 576 bytes: a threshold of 3 is the limit of 3145728", async () => {
  carrier.prints("subscribeAddon", "active");
  const { counters } = await all().writes.subscribeAddon(ENDPOINT, { planId: "1", adjustments: [] }, call());
  expect(counters[0]?.threshold).toMatchObject({ amount: 3_145_728n, raw: "3" });
  expect(counters[0]?.allowance).toMatchObject({ amount: 3_145_728n, raw: "3145728" });
});

it("B-47 cents with decimals become major units exactly, and actualBalance is the initial balance", async () => {
  const main = await balanceOf({ type: "Main Account", balance: "12056.2305", actualBalance: "20000" });
  expect(main.remaining).toMatchObject({ money: { amount: "120.562305", currency: "EUR" }, raw: "12056.2305" });
  expect(main.initial).toMatchObject({ money: { amount: "200.00", currency: "EUR" }, raw: "20000" });
  const tiny = await balanceOf({ type: "Main Account", balance: "0.1", actualBalance: "90071992547409931" });
  expect([amountOf(tiny.remaining), amountOf(tiny.initial)]).toEqual(["0.001", "900719925474099.31"]);
});

it("B-48 a balance above its initial one is told as it is", async () => {
  carrier.prints("subscribeAddon", "balance-lowered");
  const lowered = await all().writes.subscribeAddon(ENDPOINT, { planId: "1", adjustments: [] }, call());
  expect(lowered.balances.some(({ remaining, initial }) => amountOf(remaining) !== amountOf(initial))).toBe(true);
  const above = await balanceOf({ unitType: "Mb", balance: "30", actualBalance: "20" });
  expect([amountOf(above.remaining), amountOf(above.initial)]).toEqual([30n, 20n]);
});

it("B-49 an adjusted balance is sent in MB and comes back in bytes", async () => {
  carrier.prints("subscribeAddon", "balance-raised");
  const adjustments = [
    { benefitId: "2", balance: { bytes: 41_943_040n } },
    { benefitId: "2001", balance: { bytes: 1_572_864n } },
    { benefitId: "4", balance: { count: 6n } },
  ];
  const { balances } = await all().writes.subscribeAddon(ENDPOINT, { planId: "599646", adjustments }, call());
  expect(carrier.sent()).toMatchObject({
    Request: {
      requestParam: {
        benefit: [
          { id: "2", balance: "40" },
          { id: "2001", balance: "1.5" },
          { id: "4", balance: "6" },
        ],
      },
    },
  });
  expect(balances.find(({ carrierBalanceId }) => carrierBalanceId === "2")?.remaining).toMatchObject({
    amount: 41_943_040n,
  });
});

it("B-50 usage of a counter is what remains, and 0 before the first use is not yet started", async () => {
  carrier.prints("subscribeAddon", "on-first-use");
  const waiting = await all().writes.subscribeAddon(ENDPOINT, { planId: "1", adjustments: [] }, call());
  expect(waiting.counters[0]).toMatchObject({
    remaining: { kind: "NOT_STARTED", raw: "0" },
    resetsAt: { kind: "NOT_STARTED" },
  });
  const row = { counterId: "C", usage: "0", resetDate: "21/01/2025 00:00:00" };
  const { counters } = await profileOf({}, { counter: [row] });
  expect(counters[0]?.remaining).toMatchObject({ kind: "LIMITED", amount: 0n });
});

it("B-51 of a dynamic benefit the value is MB and the balance bytes", async () => {
  const part = { benefitId: "1", value: "1", balance: "3" };
  const details = { dynamicBenefitsDetails: [{ dynamicBenefitsId: "9", benefitList: [part] }] };
  const { bics } = await profileOf({}, { benefitInfo: details });
  const [given] = bics?.dynamicBenefits[0]?.benefits ?? [];
  expect([given?.granted, given?.remaining]).toMatchObject([{ amount: 1_048_576n }, { amount: 3n }]);
});

it("B-52 volumes keep the carrier's totals even where they do not add up, rounded to a byte", async () => {
  carrier.prints("getStatistics", "nb-iot");
  const { nbIot } = await all().usage.usage(ENDPOINT, { from: "2022-06-02", to: "2022-06-02" }, call());
  expect(nbIot.total).toMatchObject({
    uplink: { bytes: 2_097_152n },
    downlink: { bytes: 1_048_576n },
    total: { bytes: 4_194_304n, raw: "4" },
  });
  const { data } = await usageOf({ dataUsage: [{ uplink: "0.0000005", downlink: "4.82", totalVolume: "0.0000004" }] });
  expect(data.days[0]).toMatchObject({ uplink: { bytes: 1n }, downlink: { bytes: 5_054_136n }, total: { bytes: 0n } });
});

it("B-53 a cost has no currency", async () => {
  const { data } = await usageOf({ dataUsage: [{ totalCost: "0.473" }, { totalCost: "free" }] });
  expect(data.days.map(({ cost }) => cost)).toEqual([{ amount: "0.473", currency: null, raw: "0.473" }, null]);
});

it("B-54 totals of SMS are a list by service, of data an object", async () => {
  const usage = await usageOf({
    smsUsage: [{ serviceName: "SMS_MO", date: "26/04/2020", totalCount: "3" }],
    smsTotalUsage: [
      { serviceName: "SMS_MO", totalCount: "3" },
      { serviceName: "SMS_MT", totalCount: "1" },
    ],
    dataTotalUsage: { totalVolume: "1" },
  });
  expect(usage.sms.totals.map(({ service, count }) => [service, count])).toEqual([
    ["SMS_MO", 3n],
    ["SMS_MT", 1n],
  ]);
  expect(usage.sms.days[0]).toMatchObject({ service: "SMS_MO", date: "2020-04-26" });
  expect(usage.data.total?.total?.bytes).toBe(1_048_576n);
});
