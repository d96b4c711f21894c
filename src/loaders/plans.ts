import DataLoader from "dataloader";
import type { Accounts } from "../datasources/accounts.js";
import type { CataloguePart } from "../datasources/carrier.js";
import type { ObjectKey } from "../model/carrier.js";
import type { Plan } from "../model/plan.js";
import type { Shared } from "./lazily.js";
import { nameOf, nameOfKey, sourceOf, type Under } from "./per-key.js";
import type { Scope } from "./scope.js";

export interface CatalogueKey extends Under {
  readonly account: string;
  readonly part: CataloguePart;
}

/** One part of an account's catalogue: one call each. */
export const CATALOGUE = sourceOf(
  ({ account, part, call: own }: CatalogueKey, { accounts, origins, call }: Scope) =>
    origins.note(own ?? call, (noted) => accounts.get(account).read("plans").list(part, noted)),
  ({ account, part: { kind, billing, region } }) => nameOf(account, kind, billing, region ?? ""),
);

/**
 * Plans by their id. Carriers have no look-up by id: the catalogue is read part by part, for all wanted plans
 * of an account together, until every one is found. Those of a carrier that has no catalogue cannot be read again.
 */
export function planLoader(
  accounts: Accounts,
  catalogue: Shared["catalogue"],
): DataLoader<ObjectKey, Plan | null, string> {
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

  return new DataLoader(findAll, { cacheKeyFn: nameOfKey });
}

/** The failure of a search travels as a value, beside the others' results. */
const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

const planIn = (found: Map<string, Plan> | Error | undefined, native: string): Plan | null | Error =>
  found instanceof Error ? found : (found?.get(native) ?? null);

interface RechargeKey extends Under {
  readonly account: string;
  readonly of: { readonly msisdn: string; readonly operatorId: string; readonly circleId: string };
}

/** The recharge plans of one number: one call. */
export const RECHARGE_PLANS = sourceOf(
  ({ account, of, call: own }: RechargeKey, { accounts, origins, call }: Scope) =>
    origins.note(own ?? call, (noted) => accounts.get(account).read("rechargePlans").forNumber(of, noted)),
  ({ account, of }) => nameOf(account, of.msisdn, of.operatorId, of.circleId),
);
