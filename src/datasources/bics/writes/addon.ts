import type { AddonSubscription, AddonSubscriptionResult } from "../../../model/endpoint-actions.js";
import type { CallContext } from "../../carrier.js";
import { resultOf } from "../../mapping/write-result.js";
import { addonsFromWire } from "../mapping/addon.js";
import { type BenefitOwner, balancesFromWire } from "../mapping/balance.js";
import { countersFromWire } from "../mapping/counter.js";
import { subscriptionToWire } from "../mapping/write.js";
import { subscribeAddon } from "../operations/addons.js";
import type { Wire } from "../wire.js";

/** Subscribes one add-on. The answer shows it with its balances, which belong to it though they do not say so. */
export async function subscribe(
  wire: Wire,
  endpointId: string,
  addon: AddonSubscription,
  call: CallContext,
): Promise<AddonSubscriptionResult> {
  const body = { Request: { requestParam: subscriptionToWire(endpointId, addon) } };
  const outcome = await wire.write(subscribeAddon, { body }, call);
  const info = outcome.answer?.Response.info;
  const frame = wire.frame();
  const plans = info?.promotionalPlans?.plan ?? [];
  const [only] = plans.length === 1 ? plans : [];
  const plan = only && { planId: only.planId, planName: only.planName, uniqueId: only.uniqueId };
  const owner: BenefitOwner = { endpointId, billing: "UNKNOWN", currency: null, ...(plan && { plan }) };
  return {
    ...resultOf(outcome, endpointId),
    addons: addonsFromWire(plans, owner, frame),
    balances: balancesFromWire(info?.benefitInfo?.benefit ?? [], owner, frame),
    counters: countersFromWire(info?.counter ?? [], owner, frame),
  };
}
