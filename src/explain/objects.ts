import type { Account } from "../datasources/accounts.js";

/** A number for each account; Infinity where only the carrier knows. */
export type Counts = ReadonlyMap<Account, number>;

/** The objects that a field gives, as far as they are known before anything is read. */
export interface Objects {
  /** Their type in the graph, where the field alone does not say it. */
  readonly type?: string;
  /** The same for the same objects, so that what is asked of them in several places is counted once. */
  readonly key: string;
  /** How many different ones there are at most. */
  readonly counts: Counts;
  /** How often they stand in the answer at most. */
  readonly times: Counts;
  /** SIMs that come with all that the inventory has. */
  readonly isWhole?: true;
}

export const each = (accounts: readonly Account[], count: number): Counts =>
  new Map(accounts.map((account) => [account, count]));

export const timesOver = (counts: Counts, factor: number): Counts =>
  new Map([...counts].map(([account, count]) => [account, count * factor]));

/** Objects that were named several times, each once, with all the times that it stands in the answer. */
export function merged(all: readonly Objects[]): readonly Objects[] {
  const byKey = Map.groupBy(all, ({ type, key, counts }) =>
    [type, key, ...[...counts.keys()].map(({ id }) => id)].join(" "),
  );
  return [...byKey.values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, times: timesOver(first.times, same.length) }] : [];
  });
}

/** Objects of some accounts, so many in each. */
export const objectsIn = (accounts: readonly Account[], key: string, count = 1): Objects => {
  const counts = each(accounts, count);
  return { key, counts, times: counts };
};
