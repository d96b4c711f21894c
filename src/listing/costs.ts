import type { Account } from "../datasources/accounts.js";
import type { ReadMethod } from "../datasources/carrier.js";

type Costs = NonNullable<Account["costs"][ReadMethod]>;
type Cost = Extract<Costs, readonly unknown[]>;

/** What a read costs by the word of its carrier, for one kind of number, plan or order; nothing where it has no such read. */
export function costOf({ costs }: Account, method: ReadMethod, kind = ""): Cost {
  const cost = costs[method] ?? [];
  return isPlain(cost) ? cost : (cost[kind] ?? []);
}

const isPlain = (cost: Costs): cost is Cost => Array.isArray(cost);

/** What a page of a listing weighs beside one look-up of the same account. */
export const pageWeightOf = (account: Account, listing: ReadMethod, lookUp: ReadMethod): number =>
  weightOf(costOf(account, listing)) / weightOf(costOf(account, lookUp));

/** Without the walks that many reads share. */
const weightOf = (cost: Cost): number =>
  cost.reduce((sum, { calls, weight = 1, isShared }) => sum + (isShared ? 0 : calls * weight), 0);
