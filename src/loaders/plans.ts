import DataLoader from "dataloader";
import type { Accounts } from "../datasources/accounts.js";
import type { CallContext, CataloguePart } from "../datasources/carrier.js";
import type { ObjectKey } from "../model/carrier.js";
import type { Plan } from "../model/plan.js";
import type { Origins } from "./origins.js";
import { asError, perKey, type Under } from "./per-key.js";

export interface CatalogueKey extends Under {
  readonly account: string;
  readonly part: CataloguePart;
}

/** One part of an account's catalogue: one call each. */
export function catalogueLoader(accounts: Accounts, origins: Origins, call: CallContext) {
  return perKey(
    ({ account, part, call: own = call }: CatalogueKey) =>
      origins.note(own, (noted) => accounts.get(account).read("plans").list(part, noted)),
    ({ account, part: { kind, billing, region } }) => [account, kind, billing, region ?? ""],
  );
}

type Catalogue = ReturnType<typeof catalogueLoader>;

/**
 * Plans by their id. Carriers have no look-up by id: the catalogue is read part by part, for all wanted plans
 * of an account together, until every one is found. Those of a carrier that has no catalogue cannot be read again.
 */
export function planLoader(accounts: Accounts, catalogue: Catalogue): DataLoader<ObjectKey, Plan | null, string> {
  const findAll = async (keys: readonly ObjectKey[]): Promise<(Plan | null | Error)[]> => {
    const wanted = Map.groupBy(keys, ({ account }) => account);
    const found = new Map([...wanted].map(([account, plans]) => [account, search(account, plans).catch(asError)]));
    return Promise.all(keys.map(async ({ account, native }) => planIn(await found.get(account), native)));
  };

  const search = async (account: string, keys: readonly ObjectKey[]): Promise<Map<string, Plan>> => {
    const wanted = new Set(keys.map(({ native }) => native));
    const found = new Map<string, Plan>();
    const { parts } = accounts.get(account).reads.plans ?? { parts: [] };
    for (const ofKind of Map.groupBy(parts, ({ kind }) => kind).values()) {
      const read = await Promise.all(ofKind.map((part) => catalogue.load({ account, part })));
      const plans = read.flat().filter(({ key }) => wanted.has(key.native));
      for (const plan of plans) found.set(plan.key.native, plan);
      if (found.size === wanted.size) break;
    }
    return found;
  };

  return new DataLoader(findAll, { cacheKeyFn: ({ account, native }) => `${account}\u0000${native}` });
}

const planIn = (found: Map<string, Plan> | Error | undefined, native: string): Plan | null | Error =>
  found instanceof Error ? found : (found?.get(native) ?? null);

interface RechargeKey extends Under {
  readonly account: string;
  readonly of: { readonly msisdn: string; readonly operatorId: string; readonly circleId: string };
}

/** The recharge plans of one number: one call. */
export const rechargePlansLoader = (accounts: Accounts, origins: Origins, call: CallContext) =>
  perKey(
    ({ account, of, call: own = call }: RechargeKey) =>
      origins.note(own, (noted) => accounts.get(account).read("rechargePlans").forNumber(of, noted)),
    ({ account, of }) => [account, of.msisdn, of.operatorId, of.circleId],
  );
