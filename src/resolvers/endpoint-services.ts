import { addonsBefore } from "../lifecycle/endpoint-addons.js";
import type { EndpointProfile } from "../model/endpoint.js";
import type {
  AddonsRemoveInput,
  NetworkBlacklistUpdateInput,
  NetworkRefInput,
  ThresholdSetInput,
} from "../schema/endpoint-changes.js";
import type { UnderstoodOfEndpoint } from "./act-on-endpoint.js";
import { disjoint, distinct, refusal, some } from "./checks.js";

/** By plan from an OEM endpoint that is not active yet, by instance from any other (page Endpoint - Modify). */
export function removalOf(input: AddonsRemoveInput, planOf: (plan: string) => string): UnderstoodOfEndpoint {
  const isByPlan = input.plans.length > 0;
  if (isByPlan && input.instances.length > 0) throw refusal("plans", "cannot be given together with instances.");
  const ids = isByPlan ? some("plans", input.plans).map(planOf) : some("instances", input.instances);
  const by = isByPlan ? "PLAN" : "INSTANCE";
  const wishOf = (profile: EndpointProfile) => {
    const isOem = profile.state === "TEST" || profile.state === "INVENTORY";
    if (isOem && !isByPlan) throw refusal("instances", "an endpoint under test or in inventory takes plans.");
    if (!isOem && isByPlan) throw refusal("plans", "only an endpoint under test or in inventory takes plans.");
    const before = addonsBefore(profile);
    const isThere = isOem || ids.every((id) => before.some(({ instance }) => instance === id));
    if (isThere) return { by, ids, before };
    throw refusal("instances", "the endpoint does not have all of these add-ons.", "See Endpoint.addons.", "NOT_FOUND");
  };
  return { asked: { by, ids }, wishOf };
}

const MIB = 1_048_576n;

/** The carrier takes MB, which are MiB. The counter of a base plan is out of its reach. */
export function thresholdOf({ counter, addon, bytes }: ThresholdSetInput): UnderstoodOfEndpoint {
  const amount = BigInt(bytes);
  if (amount < 0n) throw refusal("bytes", "must not be negative.", undefined, "OUT_OF_RANGE");
  if (amount % MIB !== 0n) throw refusal("bytes", "takes whole MiB.", "Give a multiple of 1048576.", "OUT_OF_RANGE");
  const asked = { counter, addon, bytes: amount.toString() };
  const wishOf = ({ addons, counters }: EndpointProfile) => {
    const of = addons.find(({ instanceId }) => instanceId === addon);
    if (of === undefined) throw refusal("addon", "the endpoint does not have it.", "See Endpoint.addons.", "NOT_FOUND");
    if (counters.some(({ carrierCounterId }) => carrierCounterId === counter)) {
      return { ...asked, plan: of.plan.key.native };
    }
    throw refusal("counter", "the endpoint does not have it.", "See Endpoint.counters.", "NOT_FOUND");
  };
  return { asked, wishOf };
}

const refOf = ({ tadig, categoryGroup }: NetworkRefInput) => ({ tadig, categoryGroupId: categoryGroup });
const nameOf = ({ tadig, categoryGroup }: NetworkRefInput) => `${tadig} ${categoryGroup}`;

export function blacklistOf({ add, remove }: NetworkBlacklistUpdateInput): UnderstoodOfEndpoint {
  if (add.length + remove.length === 0) throw refusal("add", "names no network, and neither does remove.");
  distinct("add", add.map(nameOf));
  distinct("remove", remove.map(nameOf));
  disjoint(add.map(nameOf), remove.map(nameOf), "remove");
  const asked = { add: add.map(refOf), remove: remove.map(refOf) };
  return { asked, wishOf: () => asked };
}
