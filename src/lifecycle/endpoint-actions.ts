import { z } from "zod";
import type { CallContext, Reads, Writes } from "../datasources/carrier.js";
import { Failure } from "../errors.js";
import type { EndpointProfile } from "../model/endpoint.js";
import type { LineState } from "../model/line.js";
import type { ActionName } from "../model/operation.js";
import { type Action, action, type Observation } from "./action.js";

const OfEndpoint = z.strictObject({ endpoint: z.string() });

function endpointsOf({ endpoints }: Writes): NonNullable<Writes["endpoints"]> {
  if (endpoints) return endpoints;
  throw new Failure("NOT_SUPPORTED_BY_CARRIER", "This account has no endpoints that can be changed.");
}

/** What a profile says of a wish; null stands for an endpoint that is gone. */
type Judge<Wish> = (profile: EndpointProfile | null, wish: Wish) => Observation;

const byProfile =
  <Wish extends { readonly endpoint: string }>(judge: Judge<Wish>) =>
  async ({ endpoints }: Reads, wish: Wish, call: CallContext): Promise<Observation> =>
    endpoints ? judge(await endpoints.profile(wish.endpoint, call), wish) : "UNKNOWN";

/** Reached in one of some states, not reached while still in one of others; anything else tells nothing. */
const byState = (reached: readonly LineState[], before: readonly LineState[]) =>
  byProfile<z.output<typeof OfEndpoint>>((profile) => {
    if (profile === null) return "UNKNOWN";
    if (reached.includes(profile.state)) return "REACHED";
    return before.includes(profile.state) ? "NOT_REACHED" : "UNKNOWN";
  });

const isSo = (holds: boolean): Observation => (holds ? "REACHED" : "NOT_REACHED");

const activate = action({
  name: "ENDPOINT_ACTIVATE",
  wish: OfEndpoint,
  perform: (writes, { endpoint }, call) => endpointsOf(writes).activate(endpoint, call),
  observe: byState(["ACTIVE", "TEST"], ["PRE_ACTIVE"]),
});

const suspend = action({
  name: "ENDPOINT_SUSPEND",
  wish: OfEndpoint,
  perform: (writes, { endpoint }, call) => endpointsOf(writes).changeState(endpoint, "SUSPENDED", null, call),
  observe: byState(["SUSPENDED"], ["ACTIVE"]),
});

const resume = action({
  name: "ENDPOINT_RESUME",
  wish: OfEndpoint,
  perform: (writes, { endpoint }, call) => endpointsOf(writes).changeState(endpoint, "ACTIVE", null, call),
  observe: byState(["ACTIVE"], ["SUSPENDED"]),
});

const remove = action({
  name: "ENDPOINT_DELETE",
  wish: OfEndpoint,
  perform: (writes, { endpoint }, call) => endpointsOf(writes).remove(endpoint, call),
  observe: byProfile((profile) => isSo(profile === null)),
});

const linkSim = action({
  name: "SIM_LINK",
  wish: z.strictObject({ endpoint: z.string(), iccid: z.string() }),
  perform: (writes, { endpoint, iccid }, call) => endpointsOf(writes).linkSim(endpoint, iccid, call),
  observe: byProfile((profile, { iccid }) => {
    if (profile === null || (profile.sim !== null && profile.sim.iccid !== iccid)) return "UNKNOWN";
    return isSo(profile.sim !== null);
  }),
});

const unlinkSim = action({
  name: "SIM_UNLINK",
  wish: OfEndpoint,
  perform: (writes, { endpoint }, call) => endpointsOf(writes).unlinkSim(endpoint, call),
  observe: byProfile((profile) => (profile === null ? "UNKNOWN" : isSo(profile.sim === null))),
});

const changePlan = action({
  name: "PLAN_CHANGE",
  wish: z.strictObject({ endpoint: z.string(), plan: z.string() }),
  perform: (writes, { endpoint, plan }, call) => endpointsOf(writes).changePlan(endpoint, plan, call),
  observe: byProfile((profile, { plan }) => (profile?.plan ? isSo(profile.plan.key.native === plan) : "UNKNOWN")),
});

/** Add-ons can be had twice: the ones that were there before tell a new one apart. */
const AddonWish = z.strictObject({
  endpoint: z.string(),
  plan: z.string(),
  adjustments: z.array(
    z.strictObject({ benefitId: z.string(), bytes: z.string().optional(), count: z.string().optional() }),
  ),
  before: z.array(z.string()),
});

type Adjustment = z.output<typeof AddonWish>["adjustments"][number];

const adjustmentOf = ({ benefitId, bytes, count }: Adjustment) => ({
  benefitId,
  balance: bytes === undefined ? { count: BigInt(count ?? 0) } : { bytes: BigInt(bytes) },
});

const subscribeAddon = action({
  name: "ADDON_SUBSCRIBE",
  wish: AddonWish,
  perform: (writes, { endpoint, plan, adjustments }, call) =>
    endpointsOf(writes).subscribeAddon(endpoint, { planId: plan, adjustments: adjustments.map(adjustmentOf) }, call),
  observe: byProfile((profile, { plan, before }) => {
    if (profile === null) return "UNKNOWN";
    const isNew = ({ plan: of, instanceId }: EndpointProfile["addons"][number]) =>
      of.key.native === plan && (instanceId === null || !before.includes(instanceId));
    return isSo(profile.addons.some(isNew));
  }),
});

/** Every action by its name; one that is missing does not compile. */
export const ENDPOINT_ACTIONS = {
  ENDPOINT_ACTIVATE: activate,
  ENDPOINT_SUSPEND: suspend,
  ENDPOINT_RESUME: resume,
  ENDPOINT_DELETE: remove,
  SIM_LINK: linkSim,
  SIM_UNLINK: unlinkSim,
  PLAN_CHANGE: changePlan,
  ADDON_SUBSCRIBE: subscribeAddon,
} as const satisfies Record<ActionName, Action>;
