import type { Random } from "../../random.js";
import { DAY } from "../dates.js";
import { subscribed } from "../rules/addons.js";
import type { Bar, Endpoint, Enterprise, Plan, Service, Sim, Status } from "../state.js";
import { seedConnectivity, seedLocation } from "./whereabouts.js";

/** What a new or seeded endpoint is made of; the rest has the values of a fresh one. */
export interface Draft {
  id: string;
  name: string;
  status: Status;
  plan: Plan;
  sim: Sim | null;
  roamingProfileIds: string[];
  apnGroupId: string;
  createdAt: number;
  variant: number;
}

const RATS: Endpoint["ratType"][] = ["10", "06", "10", "06", "01", "02"];

/** A fresh endpoint. `serviceSpans` is open from creation when the state has service. */
export function makeEndpoint(draft: Draft): Endpoint {
  const { plan, sim, status, createdAt, variant } = draft;
  const inService = status === "A" || status === "AT" || status === "AI";
  return {
    id: draft.id,
    name: draft.name,
    status,
    type: plan.type,
    iccid: sim?.iccid ?? null,
    imei: "",
    imeiLock: "UNLOCK",
    planId: plan.planId,
    planSince: createdAt,
    roamingProfileIds: draft.roamingProfileIds,
    apnGroupId: draft.apnGroupId,
    creditLimit: "UNLIMITED",
    balance: plan.initialBalance,
    initialBalance: plan.initialBalance,
    charged: 0,
    createdAt,
    lastSimStateChange: inService ? createdAt : null,
    serviceSpans: inService ? [{ from: createdAt, to: null }] : [],
    tagIds: [],
    addons: [],
    formerAddonIds: [],
    dynamicBenefit: null,
    valueAddedFeatureIds: [],
    ratType: RATS[variant % RATS.length] ?? "10",
    services: servicesOf(variant),
    barred: new Set<Bar>(),
    blacklist: new Set<string>(),
    baseCounter: baseCounter(plan),
    location: { kind: "detached" },
    connectivity: { kind: "no-recent" },
    rspState: sim?.eid ? "Global" : null,
    eSimProfileStatus: sim?.eid ? (inService ? "enabled" : "installed") : null,
    framedIp: null,
    pending: null,
    lifecycleFails: false,
    variant,
  };
}

export const baseCounter = (plan: Plan): Endpoint["baseCounter"] =>
  plan.counter && {
    counterId: plan.counter.id,
    counterName: plan.counter.name,
    leftMb: plan.counter.thresholdMb,
    thresholdMb: plan.counter.thresholdMb,
    action: plan.counter.action,
    resetAt: null,
  };

function servicesOf(variant: number): Service[] {
  if (variant % 6 === 4) return ["DATA"];
  if (variant % 6 === 5) return ["DATA", "SMS_MO", "SMS_MT"];
  return ["DATA", "SMS_MO", "SMS_MT", "NB_IOT"];
}

/** Gives a seeded endpoint a past: tags, add-ons in several phases, a place, a network, bars, a black list. */
export function enrich(
  endpoint: Endpoint,
  enterprise: Enterprise,
  random: Random,
  now: number,
  uniqueId: () => string,
): void {
  seedTags(endpoint, enterprise, random);
  if (endpoint.iccid && random.chance(0.7))
    endpoint.imei = `35848058${String(random.int(0, 9_999_999)).padStart(7, "0")}`;
  if (endpoint.imei && random.chance(0.2)) endpoint.imeiLock = "LOCK";
  if (endpoint.type === "1" && random.chance(0.3)) endpoint.creditLimit = String(random.int(1, 50) * 1000);
  if (endpoint.type === "0") endpoint.balance = Math.floor(endpoint.initialBalance * random.next());
  if (!endpoint.serviceSpans.length) return;
  if (random.chance(0.55)) seedAddons(endpoint, enterprise, random, now, uniqueId);
  if (random.chance(0.2)) seedDynamicBenefit(endpoint, enterprise, random, now);
  if (random.chance(0.12)) endpoint.barred.add(random.pick(["SMS_MO", "SMS_MT", "5G", "DATA"]));
  if (random.chance(0.2)) endpoint.blacklist.add("UKRKS/SP14073");
  if (random.chance(0.1)) endpoint.blacklist.add("AUTCA/SP14073");
  if (endpoint.status === "S") return;
  endpoint.location = seedLocation(random);
  endpoint.connectivity = seedConnectivity(random, now);
  if (endpoint.connectivity.kind === "connected")
    endpoint.framedIp = `100.64.${random.int(0, 31)}.${random.int(1, 250)}|100.64.${random.int(0, 31)}.${random.int(1, 250)}`;
}

function seedTags(endpoint: Endpoint, enterprise: Enterprise, random: Random): void {
  const all = [...enterprise.tags.keys()];
  if (random.chance(0.4)) return;
  const count = random.int(1, 3);
  for (let n = 0; n < count; n++) {
    const tagId = all[random.int(0, all.length - 1)];
    // Drawn twice is kept twice: the platform lists it so.
    if (tagId) endpoint.tagIds.push(tagId);
  }
}

function seedAddons(
  endpoint: Endpoint,
  enterprise: Enterprise,
  random: Random,
  now: number,
  uniqueId: () => string,
): void {
  const fitting = [...enterprise.plans.values()].filter(
    (plan) =>
      plan.category === "ADDON" &&
      plan.type === endpoint.type &&
      plan.needs.every((service) => endpoint.services.includes(service)) &&
      plan.roamingProfileIds.some((id) => endpoint.roamingProfileIds.includes(id)),
  );
  const count = random.int(1, 3);
  for (let n = 0; n < count; n++) {
    const plan = fitting[random.int(0, fitting.length - 1)];
    if (!plan) return;
    const age = Math.min(random.int(0, 20) * DAY, now - endpoint.createdAt);
    const addon = subscribed(plan, endpoint, Math.max(endpoint.createdAt, now - age), uniqueId);
    // What has run out by now would not be listed; such an add-on began today instead.
    if (addon.endsAt !== null && addon.endsAt <= now)
      Object.assign(addon, subscribed(plan, endpoint, now - 3_600_000, uniqueId));
    for (const benefit of addon.benefits) {
      if (addon.startsAt !== null) benefit.balance = Math.floor(benefit.initial * random.next());
    }
    if (addon.counter && addon.startsAt !== null) addon.counter.leftMb = random.int(0, addon.counter.thresholdMb);
    endpoint.addons.push(addon);
  }
}

function seedDynamicBenefit(endpoint: Endpoint, enterprise: Enterprise, random: Random, now: number): void {
  const fitting = [...enterprise.dynamicBenefits.values()].filter((benefit) =>
    endpoint.roamingProfileIds.some((id) => benefit.roamingProfileIds.includes(id)),
  );
  const benefit = fitting[random.int(0, fitting.length - 1)];
  if (!benefit) return;
  const balance = Math.floor(benefit.valueMb * 1_048_576 * random.next());
  endpoint.dynamicBenefit = { id: benefit.id, since: now - random.int(1, 25) * DAY, balance };
}
