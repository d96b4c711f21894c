import type { Context } from "../context.js";
import { type FindFuller, ofFuller } from "../execution/read.js";
import { hasProfile } from "../loaders/index.js";
import type { EndpointProfile, EndpointSummary } from "../model/endpoint.js";
import type { Sim, SimDetail } from "../model/sim.js";
import { provenanceOf } from "./provenance.js";

type ProfileField = Exclude<keyof EndpointProfile, keyof EndpointSummary>;

/** The fields of an Endpoint that only its profile has. A field that the model gains and this list lacks does not compile. */
export const PROFILE_FIELDS = {
  createdAt: true,
  expiresAt: true,
  nextBillingAt: true,
  plan: true,
  planFrom: true,
  planTo: true,
  currency: true,
  balances: true,
  counters: true,
  addons: true,
  apns: true,
  apnGroupId: true,
  staticIp: true,
  framedIps: true,
  roamingProfiles: true,
  radioAccess: true,
  barring: true,
  hasBlacklistedNetworks: true,
  esimProfile: true,
  bics: true,
} as const satisfies Record<ProfileField, true>;

/** The fields of a Sim that only the SIM inventory has. */
export const INVENTORY_FIELDS = {
  carrierSimId: true,
  product: true,
  isAttached: true,
  attachStatusRaw: true,
  imsis: true,
  activation: true,
} as const satisfies Record<keyof SimDetail, true>;

/** The profile of an endpoint: the one at hand, or one call. Null when the carrier does not know the endpoint any more. */
function profileOf(endpoint: EndpointSummary, { loaders }: Context) {
  return hasProfile(endpoint) ? endpoint : loaders.endpointProfile.load(endpoint.key);
}

/** Null where the carrier has no inventory. */
function detailOf({ key, detail }: Sim, { accounts, loaders }: Context) {
  if (detail !== null || !accounts.get(key.account).reads.sims) return detail;
  return loaders.sims.load(key).then((sim) => sim?.detail ?? null);
}

type FieldResolvers<Source> = Record<string, (source: Source, args: unknown, context: Context) => unknown>;

/** Resolvers of fields that cost a call more than their parent: the call is made only when one of them is asked. */
const deferred = <Source, Fuller extends object>(
  fields: Readonly<Partial<Record<keyof Fuller, true>>>,
  find: FindFuller<Source, Fuller, Context>,
): FieldResolvers<Source> => Object.fromEntries(keysOf(fields).map((field) => [field, ofFuller(find, field)]));

const keysOf = <Key extends PropertyKey>(record: Readonly<Partial<Record<Key, true>>>): Key[] =>
  Object.keys(record) as Key[];

export const DEFERRED = {
  Endpoint: {
    ...deferred<EndpointSummary, EndpointProfile>(PROFILE_FIELDS, profileOf),
    provenance: provenanceOf((key, { loaders }) => loaders.endpointProfile.asked(key)),
  },
  Sim: {
    ...deferred<Sim, SimDetail>(INVENTORY_FIELDS, detailOf),
    provenance: provenanceOf((key, { loaders }) => loaders.sims.asked(key)),
  },
  Subscriber: { provenance: provenanceOf() },
  Plan: { provenance: provenanceOf() },
};
