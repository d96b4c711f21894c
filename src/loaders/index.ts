import type { Accounts } from "../datasources/accounts.js";
import type { CallContext, LineNumber, Period } from "../datasources/carrier.js";
import type { ObjectKey } from "../model/carrier.js";
import type { EndpointProfile, EndpointSummary } from "../model/endpoint.js";
import type { Subscriber } from "../model/subscriber.js";
import type { Engine } from "../operations/engine.js";
import { openOperationsLoader } from "./open-operations.js";
import type { Origins } from "./origins.js";
import { perKey, type Under } from "./per-key.js";
import { catalogueLoader, planLoader, rechargePlansLoader } from "./plans.js";
import { subscriberLoaders } from "./subscribers.js";

const keyParts = ({ account, native }: ObjectKey): string[] => [account, native];

/** Whether an endpoint was read whole, and not only as a row of a listing. */
export const hasProfile = (endpoint: EndpointSummary): endpoint is EndpointProfile => "counters" in endpoint;

type NumberKey = LineNumber & { readonly account: string } & Under;

/** What is kept here beside what carriers know. */
interface Kept {
  readonly operations: () => Promise<Engine>;
  met(subscriber: Subscriber): void;
  readonly origins: Origins;
}

/**
 * The loaders of one request, one per capability. Made anew for every request: nothing that one caller
 * was allowed to see is kept for another.
 */
export function createLoaders(accounts: Accounts, { operations, met, origins }: Kept, call: CallContext) {
  const of = (account: string) => accounts.get(account);
  const catalogue = catalogueLoader(accounts, origins, call);
  const endpointProfile = perKey(
    (key: ObjectKey) => origins.note(call, (noted) => of(key.account).read("endpoints").profile(key.native, noted)),
    keyParts,
  );
  const findEndpoint = async ({
    account,
    kind,
    value,
    call: own = call,
  }: NumberKey): Promise<EndpointSummary | null> => {
    const found = await origins.note(own, (noted) => of(account).read("endpoints").find({ kind, value }, noted));
    if (found && hasProfile(found)) endpointProfile.prime(found.key, found);
    return found;
  };
  return {
    ...subscriberLoaders(accounts, { met, origins }, call),
    catalogue,
    rechargePlans: rechargePlansLoader(accounts, origins, call),
    openOperations: openOperationsLoader(operations),
    plan: planLoader(accounts, catalogue),
    endpointProfile,
    endpointByNumber: perKey(findEndpoint, ({ account, kind, value }) => [account, kind, value]),
    addonDetails: perKey(
      (endpoint: ObjectKey) => of(endpoint.account).read("addons").details(endpoint.native, call),
      keyParts,
    ),
    sim: perKey(
      ({ account, native, call: own = call }: ObjectKey & Under) =>
        origins.note(own, (noted) => of(account).read("sims").byIccid(native, noted)),
      keyParts,
    ),
    usage: perKey(
      ({ key, period }: { key: ObjectKey; period: Period }) =>
        of(key.account).read("usage").usage(key.native, period, call),
      ({ key, period }) => [...keyParts(key), period.from, period.to],
    ),
    location: perKey((key: ObjectKey) => of(key.account).read("location").location(key.native, call), keyParts),
    connectivity: perKey(
      (key: ObjectKey) => of(key.account).read("connectivity").connectivity(key.native, call),
      keyParts,
    ),
    networks: perKey(
      ({ key, isBlacklisted }: { key: ObjectKey; isBlacklisted: boolean | null }) =>
        of(key.account).read("networks").networks(key.native, isBlacklisted, call),
      ({ key, isBlacklisted }) => [...keyParts(key), String(isBlacklisted)],
    ),
  };
}
