import { z } from "zod";
import { isBlacklistAsWanted } from "../model/blacklist.js";
import { action } from "./action.js";
import { byProfile, endpointsOf, isSo } from "./observe.js";

export const changePlan = action({
  name: "PLAN_CHANGE",
  wish: z.strictObject({ endpoint: z.string(), plan: z.string() }),
  perform: (writes, { endpoint, plan }, call) => endpointsOf(writes).changePlan(endpoint, plan, call),
  observe: byProfile((profile, { plan }) => (profile?.plan ? isSo(profile.plan.key.native === plan) : "UNKNOWN")),
});

export const changeRoamingProfiles = action({
  name: "ROAMING_PROFILES_CHANGE",
  wish: z.strictObject({ endpoint: z.string(), profiles: z.array(z.string()) }),
  perform: (writes, { endpoint, profiles }, call) =>
    endpointsOf(writes).changeRoamingProfiles(endpoint, profiles, call),
  observe: byProfile((profile, { profiles }) => {
    if (profile === null) return "UNKNOWN";
    const now = new Set(profile.roamingProfiles.map(({ id }) => id));
    return isSo(now.size === profiles.length && profiles.every((id) => now.has(id)));
  }),
});

export const setThreshold = action({
  name: "THRESHOLD_SET",
  wish: z.strictObject({
    endpoint: z.string(),
    counter: z.string(),
    addon: z.string(),
    plan: z.string(),
    bytes: z.string(),
  }),
  perform: (writes, { endpoint, counter, addon, plan, bytes }, call) =>
    endpointsOf(writes).setThreshold(
      endpoint,
      { counterId: counter, addonInstanceId: addon, planId: plan, bytes: BigInt(bytes) },
      call,
    ),
  observe: byProfile((profile, { counter, addon, bytes }) => {
    const of = profile?.counters.find(
      ({ carrierCounterId, addonInstanceId }) => carrierCounterId === counter && addonInstanceId === addon,
    );
    return of?.threshold.kind === "LIMITED" ? isSo(String(of.threshold.amount) === bytes) : "UNKNOWN";
  }),
});

const NetworkRefs = z.array(z.strictObject({ tadig: z.string(), categoryGroupId: z.string() }));

export const updateBlacklist = action({
  name: "NETWORK_BLACKLIST_UPDATE",
  wish: z.strictObject({ endpoint: z.string(), add: NetworkRefs, remove: NetworkRefs }),
  perform: (writes, { endpoint, add, remove }, call) =>
    endpointsOf(writes).updateBlacklist(endpoint, { add, remove }, call),
  observe: async ({ networks }, { endpoint, add, remove }, call) => {
    if (networks === undefined) return "UNKNOWN";
    return isSo(isBlacklistAsWanted(await networks.networks(endpoint, null, call), { add, remove }));
  },
});
