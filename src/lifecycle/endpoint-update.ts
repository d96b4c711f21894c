import { z } from "zod";
import { Failure } from "../errors.js";
import type { EndpointProfile } from "../model/endpoint.js";
import { BARRABLE_SERVICES, type SingleEndpointChange } from "../model/endpoint-actions.js";
import { action, type Observation } from "./action.js";
import { byProfile, endpointsOf, isSo, together } from "./observe.js";

const ids = z.array(z.string()).exactOptional();

export const Change = z.strictObject({
  name: z.string().exactOptional(),
  apnGroupId: z.string().exactOptional(),
  imeiLock: z.enum(["LOCKED", "UNLOCKED"]).exactOptional(),
  imei: z.string().nullable().exactOptional(),
  addTagIds: ids,
  removeTagIds: ids,
  addValueAddedFeatureIds: ids,
  removeValueAddedFeatureIds: ids,
  addDynamicBenefitIds: ids,
  removeDynamicBenefitIds: ids,
  barring: z
    .union([
      z.strictObject({ all: z.boolean() }),
      z.strictObject({ services: z.partialRecord(z.enum(BARRABLE_SERVICES), z.boolean()) }),
    ])
    .exactOptional(),
});

export type UpdateChange = z.output<typeof Change>;

export const update = action({
  name: "ENDPOINT_UPDATE",
  wish: z.strictObject({ endpoint: z.string(), change: Change }),
  perform: async (writes, { endpoint, change }, call) => {
    const result = await endpointsOf(writes).update(endpoint, change, call);
    if (result.is !== "already" || countOf(change) === 1) return result;
    throw new Failure(
      "OUTCOME_UNKNOWN",
      "The carrier says of one change that it is so already, and nothing of the others.",
      {
        carrierCode: result.carrierCode,
        ...(result.carrierMessage === null ? {} : { carrierMessage: result.carrierMessage }),
      },
    );
  },
  observe: byProfile((profile, { change }) =>
    profile === null ? "UNKNOWN" : together(OBSERVED.flatMap((part) => part(profile, change) ?? [])),
  ),
});

/** How many things a change is about, each of which the carrier may refuse. */
function countOf({ imei: _, barring, ...others }: SingleEndpointChange): number {
  const bars = barring === undefined ? 0 : "all" in barring ? 1 : Object.keys(barring.services).length;
  return Object.keys(others).length + bars;
}

/** What the profile says of one part of a change; null when it is not asked for. */
type Part = (profile: EndpointProfile, change: UpdateChange) => Observation | null;

function members(now: readonly string[], add: readonly string[] = [], remove: readonly string[] = []) {
  if (add.length + remove.length === 0) return null;
  return together([...add.map((id) => isSo(now.includes(id))), ...remove.map((id) => isSo(!now.includes(id)))]);
}

/** Features and barring are told by no read of this carrier. */
const OBSERVED: readonly Part[] = [
  (profile, { name }) => (name === undefined ? null : isSo(profile.name === name)),
  (profile, { apnGroupId }) => (apnGroupId === undefined ? null : isSo(profile.apnGroupId === apnGroupId)),
  (profile, { imeiLock }) => (imeiLock === undefined ? null : isSo(profile.imeiLock === imeiLock)),
  (profile, { imei }) => (imei === undefined ? null : isSo(profile.imei === imei)),
  ({ tags }, { addTagIds, removeTagIds }) =>
    members(
      tags.map(({ id }) => id),
      addTagIds,
      removeTagIds,
    ),
  ({ state, bics }, { addDynamicBenefitIds: add, removeDynamicBenefitIds: remove }) => {
    const seen = members(bics?.dynamicBenefitNames.map(({ id }) => id) ?? [], add, remove);
    // An OEM endpoint shows its benefit only once it is active (page Endpoint - Modify).
    return seen !== null && (bics === null || state === "TEST" || state === "INVENTORY") ? "UNKNOWN" : seen;
  },
  (_, { addValueAddedFeatureIds: add, removeValueAddedFeatureIds: remove, barring }) =>
    add || remove || barring ? "UNKNOWN" : null,
];
