import type { DynamicBenefit, Enterprise, RoamingProfile } from "../state.js";
import { NETWORKS } from "./networks.js";
import { type ProfileIds, plansOf } from "./plans.js";

/** What tells the seeded enterprises apart. */
export interface Character {
  account: string;
  accountId: string;
  accountName: string;
  username: string;
  displayName: string;
  kind?: Enterprise["kind"];
  isOem?: boolean;
  dynamicBenefitOnly?: boolean;
  /** Roaming profile ids begin here. */
  profileBase: number;
}

const CENT = 10_000;

/** An enterprise with its catalogue and without any SIM or endpoint. */
export function emptyEnterprise(who: Character): Enterprise {
  const profiles = profileIds(who.profileBase);
  const isOem = who.isOem ?? false;
  return {
    account: who.account,
    accountId: who.accountId,
    accountName: who.accountName,
    username: who.username,
    password: `${who.account}-sandbox`,
    displayName: who.displayName,
    kind: who.kind ?? "enterprise",
    isOem,
    enabled: true,
    dynamicBenefitOnly: who.dynamicBenefitOnly ?? false,
    balance: 5_000_000 * CENT,
    timeZoneId: isOem ? "299" : "301",
    endpoints: new Map(),
    deleted: new Set(),
    sims: new Map(),
    tags: byKey(TAGS, (tag) => tag.tagId),
    plans: byKey(plansOf(who.accountId, isOem, profiles), (plan) => plan.planId),
    roamingProfiles: byKey(roamingProfiles(profiles), (profile) => profile.roamingProfileId),
    apnGroups: byKey(APN_GROUPS, (group) => group.apnGroupId),
    dynamicBenefits: byKey(dynamicBenefits(profiles), (benefit) => benefit.id),
    valueAddedFeatures: new Set(["VAF_101", "VAF_102", "VAF_STATICIP"]),
    provisionings: [],
    specimens: {},
  };
}

export const profileIds = (base: number): ProfileIds => ({
  all: String(base),
  europe: String(base + 1),
  custom: String(base + 2),
  test: String(base + 3),
});

const byKey = <T>(items: readonly T[], key: (item: T) => string): Map<string, T> =>
  new Map(items.map((item) => [key(item), item]));

const TAGS = [
  { tagId: "10001010", tagName: "Customer Tag Name A", tagDescription: "This is my tag description" },
  ...[
    "Trackers",
    "Meters",
    "Vending",
    "Pilot",
    "Belgium",
    "Nordics",
    "Field test",
    "Replaced",
    "VIP",
    "Winter",
    "Spare",
  ].map((tagName, index) => ({ tagId: String(2845001 + index), tagName, tagDescription: `${tagName} of the sandbox` })),
];

const APN_GROUPS = [
  { apnGroupId: "PDP_1002", apnGroupName: "DEFAULT", apns: ["sft1"] },
  { apnGroupId: "PDP_1968", apnGroupName: "DUAL", apns: ["bicsapn", "sft1"] },
  { apnGroupId: "PDP_2044", apnGroupName: "PRIVATE", apns: ["sandbox.private"] },
];

const EUROPE_OUT = new Set(["INDHM", "INDSC", "USAAT", "USAW6", "ZAFVC", "TURTC", "UKRKS"]);
const CUSTOM = new Set(["AUTCA", "CZECM", "CHEC1", "INDHM", "UKRKS", "USAAT", "BELTB", "NLDPT", "DEUD1", "FRAF1"]);

function roamingProfiles(ids: ProfileIds): RoamingProfile[] {
  const build = (id: string, name: string, keep: (tadig: string) => boolean, isTest = false): RoamingProfile => ({
    roamingProfileId: id,
    roamingProfileName: name,
    isTest,
    networks: NETWORKS.filter((network) => keep(network.tadig)).map((network, index) => ({
      tadig: network.tadig,
      // The custom profile bars what the default one leaves open: the same network, two answers.
      barred: name === "CustomRP3" && index % 4 === 3,
      barredRats: index % 9 === 2 ? "2G" : index % 13 === 7 ? "2G,3G" : "-",
      priority: (["2", null, "1", null, "3", "B"] as const)[index % 6] ?? null,
    })),
  });
  return [
    build(ids.all, "DEFAULT", () => true),
    build(ids.europe, "Europe", (tadig) => !EUROPE_OUT.has(tadig)),
    build(ids.custom, "CustomRP3", (tadig) => CUSTOM.has(tadig)),
    build(ids.test, "TEST_ROAMING", (tadig) => tadig === "BELTB" || tadig === "BELMO", true),
  ];
}

function dynamicBenefits(ids: ProfileIds): DynamicBenefit[] {
  const everywhere = [ids.all, ids.europe, ids.custom];
  return [
    { id: "1568", name: "World pool", pooled: true, rateZone: "10807", valueMb: 5000, roamingProfileIds: everywhere },
    {
      id: "1335",
      name: "Own_megabytes",
      pooled: false,
      rateZone: "10808",
      valueMb: 100,
      roamingProfileIds: everywhere,
    },
    { id: "1340", name: "Custom only", pooled: false, rateZone: "10809", valueMb: 50, roamingProfileIds: [ids.custom] },
  ];
}
