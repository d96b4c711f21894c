import { z } from "zod";
import type { Addon } from "../model/addon.js";
import type { EndpointProfile } from "../model/endpoint.js";
import { action, type Observation } from "./action.js";
import { byProfile, endpointsOf, isSo, together } from "./observe.js";

/** Add-ons can be had twice: the ones that were there before tell a new one apart. */
const Before = z.array(z.strictObject({ plan: z.string(), instance: z.string().nullable() }));

/** The add-ons of an endpoint as a wish keeps them. */
export const addonsBefore = ({ addons }: Pick<EndpointProfile, "addons">): z.output<typeof Before> =>
  addons.map(({ plan, instanceId }) => ({ plan: plan.key.native, instance: instanceId }));

/** An OEM endpoint shows its add-ons only once it is active (page Endpoint - Modify): what is not seen may be there. */
const isShowing = ({ state }: EndpointProfile): boolean => state !== "TEST" && state !== "INVENTORY";

function hasGained(profile: EndpointProfile, plan: string, before: z.output<typeof Before>): Observation {
  const ofPlan = (addon: Addon) => addon.plan.key.native === plan;
  const now = profile.addons.filter(ofPlan);
  const had = before.filter((addon) => addon.plan === plan);
  if (!isShowing(profile) || had.some(({ instance }) => instance === null)) {
    return now.length > had.length ? "REACHED" : "UNKNOWN";
  }
  return isSo(now.some(({ instanceId }) => !had.some(({ instance }) => instance === instanceId)));
}

const Adjustment = z.strictObject({
  benefitId: z.string(),
  bytes: z.string().optional(),
  count: z.string().optional(),
});

const adjustmentOf = ({ benefitId, bytes, count }: z.output<typeof Adjustment>) => ({
  benefitId,
  balance: bytes === undefined ? { count: BigInt(count ?? 0) } : { bytes: BigInt(bytes) },
});

export const subscribeAddon = action({
  name: "ADDON_SUBSCRIBE",
  wish: z.strictObject({
    endpoint: z.string(),
    plan: z.string(),
    adjustments: z.array(Adjustment),
    before: Before,
  }),
  perform: (writes, { endpoint, plan, adjustments }, call) =>
    endpointsOf(writes).subscribeAddon(endpoint, { planId: plan, adjustments: adjustments.map(adjustmentOf) }, call),
  observe: byProfile((profile, { plan, before }) => (profile === null ? "UNKNOWN" : hasGained(profile, plan, before))),
});

export const addAddons = action({
  name: "ADDONS_ADD",
  wish: z.strictObject({ endpoint: z.string(), plans: z.array(z.string()), before: Before }),
  perform: (writes, { endpoint, plans }, call) =>
    endpointsOf(writes).update(endpoint, { addAddonPlanIds: plans }, call),
  observe: byProfile((profile, { plans, before }) =>
    profile === null ? "UNKNOWN" : together(plans.map((plan) => hasGained(profile, plan, before))),
  ),
});

export const removeAddons = action({
  name: "ADDONS_REMOVE",
  wish: z.strictObject({
    endpoint: z.string(),
    by: z.enum(["INSTANCE", "PLAN"]),
    ids: z.array(z.string()),
    before: Before,
  }),
  perform: (writes, { endpoint, by, ids }, call) =>
    endpointsOf(writes).update(
      endpoint,
      by === "PLAN" ? { removeAddonPlanIds: ids } : { removeAddonInstanceIds: ids },
      call,
    ),
  observe: byProfile((profile, { by, ids, before }) => {
    if (profile === null) return "UNKNOWN";
    const idsOf = (addons: z.output<typeof Before>) =>
      addons.map(({ plan, instance }) => (by === "PLAN" ? plan : instance));
    const had = idsOf(before);
    const has = idsOf(addonsBefore(profile));
    return together(ids.map((id) => (had.includes(id) ? isSo(!has.includes(id)) : "UNKNOWN")));
  }),
});
