import { z } from "zod";
import type { CallContext, Reads } from "../datasources/carrier.js";
import { Failure } from "../errors.js";
import type { EndpointProfile, EndpointSummary } from "../model/endpoint.js";
import type { CreationStep, EndpointCreation } from "../model/endpoint-actions.js";
import { action, type Made, type Observation, type Performed } from "./action.js";
import { endpointsOf } from "./observe.js";

const Creation = z.strictObject({
  name: z.string(),
  planId: z.string(),
  roamingProfileIds: z.array(z.string()),
  apnGroupId: z.string(),
  iccid: z.string().nullable(),
  isActivated: z.boolean(),
  monthlyLimit: z.string().nullable(),
  dynamicBenefitId: z.string().nullable(),
  imeiLock: z.enum(["LOCKED", "UNLOCKED"]).nullable(),
  imei: z.string().nullable(),
  addonPlanIds: z.array(z.string()),
  valueAddedFeatureIds: z.array(z.string()),
  tagIds: z.array(z.string()),
});

const Wish = z.strictObject({
  creation: Creation,
  /** An endpoint of this name that is older than the wish is another one. */
  askedAt: z.string(),
});

export const create = action({
  name: "ENDPOINT_CREATE",
  wish: Wish,
  perform: async (writes, { creation }, call): Promise<Performed> => {
    const result = await endpointsOf(writes).create(creation, call).catch(madeAnyhow);
    const { reached, isPartial, reference: target } = result;
    return { ...result, made: { target, creation: { reached, isPartial } } };
  },
  observe: async ({ endpoints }, { creation, askedAt }, call, reference) => {
    if (endpoints === undefined) return "UNKNOWN";
    const known = reference === null ? null : await endpoints.profile(reference, call);
    if (known !== null) return madeOf(known, creation);
    const ofSim = creation.iccid && (await endpoints.find({ kind: "iccid", value: creation.iccid }, call));
    if (ofSim) return ofSim.name === creation.name ? madeOf(ofSim, creation) : "UNKNOWN";
    return byName(endpoints, { creation, askedAt }, call);
  },
});

/** A refusal that names an endpoint has left one behind: it is shown, and not lost. */
function madeAnyhow(failure: unknown) {
  if (!(failure instanceof Failure) || failure.code === "OUTCOME_UNKNOWN") throw failure;
  const { carrierReference, carrierCode = "", carrierMessage = null } = failure.details;
  if (carrierReference === undefined) throw failure;
  const reached: CreationStep = "CREATED";
  return { is: "done" as const, carrierCode, carrierMessage, reference: carrierReference, reached, isPartial: true };
}

/** Names are not unique: only the one endpoint of this name that has come since is taken for it. */
async function byName(
  endpoints: NonNullable<Reads["endpoints"]>,
  { creation, askedAt }: z.output<typeof Wish>,
  call: CallContext,
): Promise<Observation | Made> {
  const named = await allOfName(endpoints, creation.name, call);
  const [only, ...others] = named;
  if (only === undefined) return "NOT_REACHED";
  const profile = others.length === 0 ? await endpoints.profile(only.key.native, call) : null;
  return profile !== null && isSince(profile, askedAt) ? madeOf(profile, creation) : "UNKNOWN";
}

async function allOfName(
  endpoints: NonNullable<Reads["endpoints"]>,
  name: string,
  call: CallContext,
): Promise<readonly EndpointSummary[]> {
  const size = endpoints.maxPageSize;
  const found: EndpointSummary[] = [];
  for (let number = 1; ; number++) {
    const { rows } = await endpoints.list({ number, size }, {}, call);
    found.push(...rows.filter((row) => row.name === name));
    if (rows.length < size) return found;
  }
}

/** Clocks differ a little, and the carrier prints whole seconds. */
const SLACK_MS = 60_000;

function isSince({ createdAt }: EndpointProfile, askedAt: string): boolean {
  const instant = createdAt?.instant ?? null;
  return instant !== null && Date.parse(instant) >= Date.parse(askedAt) - SLACK_MS;
}

function madeOf({ key, state, sim }: EndpointSummary, { iccid, isActivated }: EndpointCreation): Made {
  const isInService = state === "ACTIVE" || state === "TEST";
  const reached = isInService ? "ACTIVATED" : sim === null ? "CREATED" : "LINKED";
  const isPartial = (isActivated && !isInService) || (iccid !== null && sim === null);
  return { target: key.native, creation: { reached, isPartial } };
}
