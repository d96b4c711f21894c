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

const networksOf = async (...coverage: object[]) => {
  carrier.answers("0", "10132", { responseParam: { coverage } });
  return all().networks.networks(ENDPOINT, null, call());
};

it("B-80 counters and add-ons are read under both of their spellings", async () => {
  const counter = [{ counterId: "C" }];
  const plans = { plan: [{ planId: "P" }] };
  for (const beside of [
    { counter, promotionalPlans: plans },
    { Counter: counter, PromotionalPlans: plans },
  ]) {
    const profile = await profileOf({}, beside);
    expect([profile.counters.length, profile.addons.length]).toEqual([1, 1]);
  }
});

it("B-81 framed addresses are a list under either spelling", async () => {
  const ips = ["100.64.4.129", "100.64.4.80"];
  expect((await profileOf({ framedIP: ips.join("|") })).framedIps).toEqual(ips);
  expect((await profileOf({ framedIp: ips.join("|") })).framedIps).toEqual(ips);
});

it("B-82 tags are found beside basicInfo, each of them once", async () => {
  const tag = { tagId: "10001010", tagName: "A", tagDescription: "-" };
  const profile = await profileOf({ tagIdList: [{ tagId: "inside" }] }, { tagIdList: [tag, tag, { tagId: "2" }] });
  expect(profile.tags).toEqual([
    { id: "10001010", name: "A", description: null },
    { id: "2", name: null, description: null },
  ]);
});

it("B-83 benefits and counters of add-on details are found inside their plan, a missing counter is none", async () => {
  const plan = [{ planId: "P", benefit: [{ id: "2" }] }];
  carrier.answers("0", "10255", { info: { endpointid: ENDPOINT, promotionalPlans: { plan }, counter: [{}] } });
  const [addon] = await all().addons.details(ENDPOINT, call());
  expect([addon?.balances.length, addon?.counters]).toEqual([1, []]);
});

it("B-84 lists are divided by pipes, networks by commas, and an MNC has two or three digits", async () => {
  const profile = await profileOf({
    apn: "bicsapn|sft1",
    roamingProfileId: "8953|8954",
    roamingProfileName: "DEFAULT|TEST",
  });
  expect(profile.apns).toEqual(["bicsapn", "sft1"]);
  expect(profile.roamingProfiles.map(({ id, name }) => `${id} ${name}`)).toEqual(["8953 DEFAULT", "8954 TEST"]);
  const [network] = await networksOf({ mccMnc: "40486,310380,x", supportedNetworkTypes: "2G|3G|NB-IOT" });
  expect(network?.plmns).toEqual([
    { mcc: "404", mnc: "86" },
    { mcc: "310", mnc: "380" },
  ]);
  expect(network?.rats).toEqual(["GSM_2G", "UMTS_3G", "NB_IOT"]);
});

it("B-84 names that do not pair with their ids are not paired", async () => {
  const profile = await profileOf({ roamingProfileId: "1|2", roamingProfileName: "only one" });
  expect(profile.roamingProfiles).toEqual([
    { id: "1", name: null },
    { id: "2", name: null },
  ]);
});

it("B-85 names are trimmed", async () => {
  expect((await networksOf({ operatorName: " AT&T " }))[0]?.operatorName).toBe("AT&T");
});

it("B-86 one network through two roaming profiles is two rows with their own barring", async () => {
  carrier.prints("endpointCoverage", "barred-and-blacklisted");
  const networks = await all().networks.networks(ENDPOINT, null, call());
  const twice = networks.filter(({ tadig }) => tadig === "UKRKS");
  expect(twice.map(({ roamingProfile, isBarred }) => [roamingProfile?.id, isBarred])).toEqual([
    ["35443", false],
    ["35445", true],
  ]);
});

it("B-87 the carrier's spellings are read and sent as they are", async () => {
  const profile = await profileOf({ simManufacture: "Valid", IsNRSecondary: "true", blacklistedNetworks: "Yes" });
  expect(profile).toMatchObject({
    hasBlacklistedNetworks: true,
    bics: { simManufacturer: "Valid", isNrSecondary: true },
  });
  carrier.answers("0", "10070");
  const barring = { services: { RAT_2G_3G: true } };
  await all().bulk.update({ by: "endpointId", values: ["1"] }, { addTagIds: ["7"], barring }, call());
  expect(carrier.sent()).toEqual({
    Request: {
      resourceType: "endPointid",
      valuelist: ["1"],
      requestParam: { addtagIds: ["7"], "bar_2G/3G": "True" },
    },
  });
});

it("B-89 keys that are not documented are read where they say something and do no harm elsewhere", async () => {
  const profile = await profileOf({ languageName: "ENGLISH", language: "1", customerType: "SFT", brandNew: [{}] });
  expect(profile.bics).toMatchObject({ language: { id: "1", name: "ENGLISH" }, customerType: "SFT" });
});

it("B-89 keys that the table calls mandatory may be absent", async () => {
  carrier.prints("getEndPointProfile", "suspended");
  const profile = await all().endpoints.profile("51772322", call());
  expect(profile?.esimProfile).toBeNull();
  expect(profile?.sim?.eid).toBeNull();
});

it("B-90 the words for the state may disagree: one decides, all are kept", async () => {
  carrier.prints("getEndPointProfile", "suspended");
  const profile = await all().endpoints.profile("51772322", call());
  expect(profile).toMatchObject({
    state: "SUSPENDED",
    stateRaw: "S",
    bics: { statusName: "Suspend", simStatus: "Suspended", endpointStatus: null },
  });
});

it("B-91 the id of a row in the listing is the endPointId that the profile is asked by", async () => {
  carrier.says(json(listingWith({ id: "51170448" })));
  const { rows } = await all().endpoints.list({ number: 1, size: 1 }, {}, call());
  carrier.prints("getEndPointProfile", "prepaid");
  const profile = await all().endpoints.profile(rows[0]?.key.native ?? "", call());
  expect(carrier.last().query.get("endPointId")).toBe("51170448");
  expect(profile?.key).toEqual(rows[0]?.key);
});

it("B-92 a localised endpoint keeps its key though all its numbers change", async () => {
  const numbers = { msisdn: "387601234567", imsi: "218051234567890", iccid: "8938705000000000000" };
  const profile = await profileOf({ ...numbers, rspState: "Local" });
  expect(profile.key.native).toBe(ENDPOINT);
  expect(profile.sim).toMatchObject({ ...numbers, endpoint: { native: ENDPOINT } });
  expect(profile.esimProfile).toMatchObject({ rsp: "LOCAL" });
  carrier.says(json(envelope("0", "10084", { responseParam: { imsi: "206281000000004" } })));
  expect((await all().location.location(ENDPOINT, call())).masterImsi).toBe("206281000000004");
});
