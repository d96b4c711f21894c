import { expect, it } from "vitest";
import { json } from "../../../support/scripted-answers.js";
import { lab, listingWith, profileWith } from "../lab.js";
import { ENDPOINT } from "../runs.js";
import { call, envelope } from "../support.js";

const carrier = lab();
const all = () => carrier.all;

const profileOf = async (basicInfo: object, beside: object = {}) => {
  carrier.says(json(profileWith(basicInfo, beside)));
  const profile = await all().endpoints.profile(ENDPOINT, call());
  if (!profile) throw new Error("no profile");
  return profile;
};

it("B-55 booleans are understood in every dialect, and sent in the one that each field wants", async () => {
  const isReady = async (word: string) => (await profileOf({ readyForSms: word })).bics?.isReadyForSms;
  expect([await isReady("Yes"), await isReady("No"), await isReady("Maybe")]).toEqual([true, false, null]);
  const { bics } = await profileOf(
    { dynamicBenefitEnable: "true", IsNRSecondary: "false", enterpriseDataService: "Disabled" },
    { benefitInfo: { dynamicBenefitsDetails: [{ dynamicBenefitsId: "1", autoRenewal: "true" }] } },
  );
  expect(bics).toMatchObject({
    isDynamicBenefitEnabled: true,
    isNrSecondary: false,
    enterprise: { data: "Disabled" },
    dynamicBenefits: [{ isAutoRenewed: true }],
  });
  carrier.answers("0", "10132", { responseParam: { coverage: [{ barredUnbarredStatus: "1", blacklisted: "false" }] } });
  expect(await all().networks.networks(ENDPOINT, true, call())).toMatchObject([
    { isBarred: true, isBlacklisted: false },
  ]);
  expect(carrier.last().query.get("blacklisted")).toBe("True");
});

it("B-56 leading zeros are kept in ids and codes, and do not make a number octal", async () => {
  const profile = await profileOf({ ratType: "02" });
  expect(profile.radioAccess).toEqual({ rats: ["GSM_2G"], raw: "02", nameRaw: null });
  carrier.prints("fetchNetworkStatus", "local-profile");
  expect((await all().connectivity.connectivity(ENDPOINT, call())).mnc).toBe("07");
  carrier.prints("getEndpointAddonDetails", "zero-padded-balance");
  const [addon] = await all().addons.details("01010101", call());
  expect(addon?.planId).toBe("0101");
  expect(addon?.balances[0]?.key.native).toMatch(/^01010101\//);
  expect(addon?.balances[0]?.remaining).toEqual({ kind: "LIMITED", amount: 1_010_101n, money: null, raw: "01010101" });
});

it("B-57 dependent RAT codes are kept as they are, known or not", async () => {
  const profile = await profileOf({ ratType: "08", dependendRatType: "02|01|06|08" });
  expect(profile.bics?.dependentRatCodes).toEqual(["02", "01", "06", "08"]);
  expect(profile.radioAccess).toEqual({ rats: ["UNKNOWN"], raw: "08", nameRaw: null });
});

it("B-58 long ids stay texts, digit by digit", async () => {
  const row = { id: "10147764526003929674", iccid: "9990000000000011464", eid: "99213360886673124896165251814999" };
  carrier.says(json(listingWith(row)));
  const { rows } = await all().endpoints.list({ number: 1, size: 1 }, {}, call());
  expect(rows[0]?.key.native).toBe("10147764526003929674");
  expect(rows[0]?.sim).toMatchObject({ iccid: row.iccid, eid: row.eid });
});

it("B-59 0, 1 and 2 mean one thing as a type and others as categories", async () => {
  expect((await profileOf({ subscriberType: "0" })).billing).toBe("PREPAID");
  expect((await profileOf({ subscriberType: "1" })).billing).toBe("POSTPAID");
  expect(await profileOf({ subscriberType: "2" })).toMatchObject({ billing: "UNKNOWN", billingRaw: "2" });
  const coverage = ["0", "1", "2", "3"].map((category) => ({ category }));
  carrier.answers("0", "10132", { responseParam: { coverage } });
  const networks = await all().networks.networks(ENDPOINT, null, call());
  expect(networks.map(({ category }) => category)).toEqual(["IR", "OC", "DIRECT", "UNKNOWN"]);
  const benefit = { dynamicBenefitsDetails: [{ dynamicBenefitsId: "1", category: "2" }] };
  expect((await profileOf({}, { benefitInfo: benefit })).bics?.dynamicBenefits[0]).toMatchObject({ isPooled: false });
});

it("B-60 a supplier priority is 1 to 3, B for bootstrap, or absent", async () => {
  const coverage = [{ supplierPriority: "1" }, { supplierPriority: "3" }, { supplierPriority: "B" }, {}];
  carrier.answers("0", "10132", { responseParam: { coverage } });
  const networks = await all().networks.networks(ENDPOINT, null, call());
  expect(networks.map(({ priority, isBootstrapOnly }) => [priority, isBootstrapOnly])).toEqual([
    [1, false],
    [3, false],
    [null, true],
    [null, false],
  ]);
});

it("B-61 plan categories are those of the answers; another word is unknown and kept", async () => {
  const benefit = ["NORMAL", "ADDON", "TEST", "INVENTORY", "SEASONAL"].map((planCategory, index) => ({
    id: "5",
    planId: String(index),
    planCategory,
    unitType: "Mb",
    type: "ADDON-ACCOUNT (FREE)",
  }));
  const { balances } = await profileOf({}, { benefitInfo: { benefit } });
  expect(balances.map(({ plan }) => plan?.kind)).toEqual(["BASE", "ADDON", "TEST", "INVENTORY", "UNKNOWN"]);
  expect(balances.at(-1)?.planCategoryRaw).toBe("SEASONAL");
});

it("B-62 units are compared without case", async () => {
  const kinds = async (...units: string[]) => {
    const benefit = units.map((unitType) => ({ unitType, type: "ADDON-ACCOUNT (FREE)" }));
    return (await profileOf({}, { benefitInfo: { benefit } })).balances.map(({ kind }) => kind);
  };
  expect(await kinds("COUNT", "Count", "Mb", "MB", "MONEY", "Money")).toEqual([
    "SMS",
    "SMS",
    "DATA",
    "DATA",
    "MONEY",
    "MONEY",
  ]);
});

it("B-63 balances with the same benefit id have different keys, the same in every answer", async () => {
  const row = (planId: string, uniqueId?: string) => ({ id: "5", planId, ...(uniqueId ? { uniqueId } : {}) });
  const benefit = [row("P1"), row("P2"), row("P2", "13929"), row("P1")];
  const keys = async () => (await profileOf({}, { benefitInfo: { benefit } })).balances.map(({ key }) => key.native);
  const first = await keys();
  expect(new Set(first).size).toBe(4);
  expect(await keys()).toEqual(first);
  const plan = [{ planId: "P2", uniqueId: "13929", benefit: [{ id: "5" }] }];
  carrier.says(json(envelope("0", "10255", { info: { promotionalPlans: { plan } } })));
  const [addon] = await all().addons.details(ENDPOINT, call());
  expect(addon?.balances[0]?.key.native).toBe(first[2]);
});

it("B-64 names of dynamic benefits keep their suffix, one or several", async () => {
  const names = async (benefitIds: string, benefits: string) =>
    (await profileOf({ benefitIds, benefits })).bics?.dynamicBenefitNames;
  expect(await names("6261", "EnterpriseOEM10 - pooled")).toEqual([{ id: "6261", name: "EnterpriseOEM10 - pooled" }]);
  expect(await names("1|2", "a|b - pooled")).toEqual([
    { id: "1", name: "a" },
    { id: "2", name: "b - pooled" },
  ]);
  expect(await names("1", "one, and only one")).toEqual([{ id: "1", name: "one, and only one" }]);
});
