import type { LineNumber, Period } from "../datasources/carrier.js";
import type { ObjectKey } from "../model/carrier.js";
import type { EndpointProfile, EndpointSummary } from "../model/endpoint.js";
import { accountLoaders } from "./accounts.js";
import { ENDPOINT_ROWS, Finder, SIM_ROWS } from "./finder.js";
import { lazily, of, type Shared } from "./lazily.js";
import { openOperationsLoader } from "./open-operations.js";
import { operationLoader, stepsLoader } from "./operations.js";
import { KeyLoader, nameOf, sourceOf, type Under } from "./per-key.js";
import { CATALOGUE, planLoader, RECHARGE_PLANS } from "./plans.js";
import { byKey, notedByKey, type Scope } from "./scope.js";
import { SUBSCRIBER_LOADERS } from "./subscribers.js";

/** Whether an endpoint was read whole, and not only as a row of a listing. */
export const hasProfile = (endpoint: EndpointSummary): endpoint is EndpointProfile => "counters" in endpoint;

const ENDPOINT_PROFILE = notedByKey((account, id, call) => account.read("endpoints").profile(id, call));
const SIM = notedByKey((account, iccid, call) => account.read("sims").byIccid(iccid, call));
const ADDON_DETAILS = byKey((account, id, call) => account.read("addons").details(id, call));
const LOCATION = byKey((account, id, call) => account.read("location").location(id, call));
const CONNECTIVITY = byKey((account, id, call) => account.read("connectivity").connectivity(id, call));

const USAGE = sourceOf(
  ({ key, period }: { readonly key: ObjectKey; readonly period: Period }, { accounts, call }: Scope) =>
    accounts.get(key.account).read("usage").usage(key.native, period, call),
  ({ key, period }) => nameOf(key.account, key.native, period.from, period.to),
);

const NETWORKS = sourceOf(
  (
    { key, isBlacklisted }: { readonly key: ObjectKey; readonly isBlacklisted: boolean | null },
    { accounts, call }: Scope,
  ) => accounts.get(key.account).read("networks").networks(key.native, isBlacklisted, call),
  ({ key, isBlacklisted }) => nameOf(key.account, key.native, String(isBlacklisted)),
);

type NumberKey = LineNumber & { readonly account: string } & Under;

interface NumberScope {
  readonly scope: Scope;
  readonly profiles: KeyLoader<ObjectKey, EndpointProfile | null, Scope>;
}

/** A line that is read whole by its number is not read again as a profile. */
const ENDPOINT_BY_NUMBER = sourceOf(
  async ({ account, kind, value, call: own }: NumberKey, { scope, profiles }: NumberScope) => {
    const { accounts, origins, call } = scope;
    const reads = accounts.get(account).read("endpoints");
    const found = await origins.note(own ?? call, (noted) => reads.find({ kind, value }, noted));
    if (found && hasProfile(found)) profiles.prime(found.key, found);
    return found;
  },
  ({ account, kind, value }) => nameOf(account, kind, value),
);

const Loaders = lazily({
  ...SUBSCRIBER_LOADERS,
  catalogue: of(CATALOGUE),
  rechargePlans: of(RECHARGE_PLANS),
  operation: ({ operations }: Scope) => operationLoader(operations),
  operationSteps: ({ operations }: Scope) => stepsLoader(operations),
  openOperations: ({ operations }: Scope) => openOperationsLoader(operations),
  plan: ({ accounts }: Scope, { catalogue }: Shared) => planLoader(accounts, catalogue),
  ofAccount: accountLoaders,
  endpointProfile: of(ENDPOINT_PROFILE),
  endpointByNumber: (scope: Scope, { endpointProfile: profiles }: Shared) =>
    new KeyLoader(ENDPOINT_BY_NUMBER, { scope, profiles }),
  addonDetails: of(ADDON_DETAILS),
  sim: of(SIM),
  endpoints: (scope: Scope, { endpointProfile }: Shared) => new Finder(ENDPOINT_ROWS, endpointProfile, scope),
  sims: (scope: Scope, { sim }: Shared) => new Finder(SIM_ROWS, sim, scope),
  usage: of(USAGE),
  location: of(LOCATION),
  connectivity: of(CONNECTIVITY),
  networks: of(NETWORKS),
});

/**
 * The loaders of one request, one per capability. Made anew for every request: nothing that one caller
 * was allowed to see is kept for another.
 */
export const createLoaders = (scope: Scope) => new Loaders(scope);
