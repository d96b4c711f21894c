import { z } from "zod";
import { type Answer, fail, missing, ok } from "../answer.js";
import { type Call, operation } from "../operation.js";
import { subscribed } from "../rules/addons.js";
import { isAnswer } from "../rules/attachable.js";
import { activate, link } from "../rules/lifecycle.js";
import { pay, priceOf } from "../rules/money.js";
import { checkNew, type NewEndpoint } from "../rules/new-endpoint.js";
import { makeEndpoint } from "../seed/endpoints.js";
import { digits, endPointName, iccid, ids, imei, lock, request, text, trueFalse } from "../shapes.js";
import type { Endpoint, Sim } from "../state.js";

const input = request({
  requestParam: z.strictObject({
    name: endPointName,
    isLinkSIM: trueFalse,
    roamingProfileId: text,
    apnGroupId: text,
    planId: text,
    isDefaultActivation: trueFalse,
    iccid: iccid.optional(),
    benefits: text.optional(),
    monthlyLimit: digits.optional(),
    dynamicBenefitEnable: z.unknown().optional(),
    imeiLockStatus: lock.optional(),
    imei: imei.optional(),
    addonPlanIds: ids.optional(),
    valueAddedFeatureIds: ids.optional(),
    tagIds: ids.optional(),
  }),
});
type Params = z.output<typeof input>["Request"]["requestParam"];

/** Creates an endpoint and, when asked, links a SIM and activates it. The inner code says how far it went. */
export const createEndPoint = operation({
  method: "POST",
  path: "/CreateEndPoint",
  effect: "write",
  input,
  handle: (call, { Request: { requestParam: params } }) => {
    if (!call.enterprise.enabled) return fail("6412", "Create endpoint failure");
    const isActivated = params.isDefaultActivation === "true";
    const checked = checkNew(call.enterprise, {
      ...params,
      roamingProfileIds: params.roamingProfileId.split("|"),
      isActivated,
    });
    if (isAnswer(checked)) return checked;
    const sim = params.isLinkSIM === "true" ? simFor(call, params.iccid) : null;
    if (sim && isAnswer(sim)) return sim;
    if (isActivated && call.enterprise.balance <= 0)
      return fail("7022", "Customer is in low balance provisioning not allowed");
    return build(call, params, checked, sim);
  },
});

/** The SIM to be linked, or why it cannot be had. */
function simFor({ enterprise }: Call, value: string | undefined): Sim | Answer {
  if (value === undefined) return missing("iccid");
  const sim = enterprise.sims.get(value);
  if (!sim || sim.trouble === "not-ready") return fail("10140", "ICCID not available");
  if (sim.endPointId !== null) return fail("2026", "Duplicate IMSI");
  if (sim.msisdn === null) return fail("6722", "MSISDN not exist");
  return sim;
}

function build(call: Call, params: Params, checked: NewEndpoint, sim: Sim | null): Answer {
  const endpoint = created(call, params, checked);
  const endPointId = endpoint.id;
  const isActivated = params.isDefaultActivation === "true";
  const settle = (charged = 0): void => call.commit(endPointId, charged);
  if (!sim) {
    settle();
    // The document prints the sentence in two spellings; with a dynamic benefit it is the one with capitals.
    return ok("6411", params.benefits ? "Create Endpoint Success" : "Create endpoint success", { endPointId });
  }
  if (sim.trouble === "link-fails") {
    settle();
    return fail("10239", UNKNOWN_FAILURE);
  }
  link(endpoint, sim, call.now);
  if (!isActivated || sim.trouble === "activation-fails") {
    settle();
    return ok("6409", "Link SIM success", { endPointId });
  }
  activate(call.enterprise, endpoint, call.now);
  pay(endpoint, priceOf(checked.addons));
  for (const plan of checked.addons) endpoint.addons.push(subscribed(plan, endpoint, call.now, call.uniqueId));
  settle(priceOf(checked.addons));
  if (sim.trouble === "link-times-out") return fail("10240", UNKNOWN_TIMEOUT);
  return ok("5014", "Sim provisioning success", { endPointId });
}

export const UNKNOWN_FAILURE =
  "Operation has failure. Request has been received and it has failed. Please verify the request has been completed successfully or not.";
export const UNKNOWN_TIMEOUT =
  "Operation has Time out. Request has been received and it has timeout. Please verify the request has been completed successfully or not.";

function created({ enterprise, world, now }: Call, params: Params, checked: NewEndpoint): Endpoint {
  const id = String(++world.counters.endpoint);
  const endpoint = makeEndpoint({
    id,
    name: params.name,
    status: "PA",
    plan: checked.plan,
    sim: null,
    roamingProfileIds: params.roamingProfileId.split("|"),
    apnGroupId: params.apnGroupId,
    createdAt: now,
    variant: world.counters.endpoint % 60,
  });
  Object.assign(endpoint, checked.attributes(now));
  if (params.monthlyLimit && endpoint.type === "1") endpoint.creditLimit = params.monthlyLimit;
  if (params.imeiLockStatus) endpoint.imeiLock = params.imeiLockStatus;
  if (params.imei) endpoint.imei = params.imei;
  enterprise.endpoints.set(id, endpoint);
  return endpoint;
}
