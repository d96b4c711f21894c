import type { Context } from "../context.js";
import type { ReadMethod } from "../datasources/carrier.js";
import type { Fields } from "../resolvers/asked-fields.js";
import type { Ledger } from "./ledger.js";
import { each, type Objects, objectsIn, timesOver } from "./objects.js";

/** A field of a query, before it is executed. */
export interface Field<Args = Readonly<Record<string, unknown>>> {
  /** The objects that it is asked of. */
  readonly parent: Objects;
  readonly args: Args;
  /** Where it stands in the answer. */
  readonly path: string;
  readonly isList: boolean;
  /** Whether any of some fields is asked of what it gives. */
  readonly asks: (fields: Fields) => boolean;
  readonly context: Context;
  readonly ledger: Ledger;
}

export interface Below {
  /** What its own fields are asked of. */
  readonly objects: readonly Objects[];
  /** Longest time until they are there, in milliseconds. */
  readonly ms: number;
}

/** What a field costs, and what is below it. What it throws as a Failure is refused before any call. */
export type Rule<Args = Readonly<Record<string, unknown>>> = (field: Field<Args>) => Below;

/** A rule for arguments of one form, which the schema has checked before. */
export const by = <Args>(rule: Rule<Args>): Rule => rule as Rule<never> as Rule;

/** Costs nothing. What is below belongs to the same line, SIM or account; only the carrier knows how long a list is. */
export const free: Rule = ({ parent, isList }) => ({
  objects: [isList ? { ...parent, times: timesOver(parent.times, Number.POSITIVE_INFINITY) } : parent],
  ms: 0,
});

/** The rows of a page: as many as were asked for. */
export const rows: Rule = ({ parent }) => ({ objects: [parent], ms: 0 });

/** Something of each account, such as how a page went there. */
export const rowEach: Rule = ({ parent: { key, counts } }) => ({
  objects: [objectsIn([...counts.keys()], key)],
  ms: 0,
});

/** One read for each object, however often its fields are asked: a loader makes it. */
export const once =
  (method: ReadMethod): Rule =>
  (field) => {
    const { parent, ledger } = field;
    const key = keyOf(field);
    const asked = [...parent.counts].map(([account, times]) => ledger.ask({ account, method, times, key }));
    return { objects: free(field).objects, ms: Math.max(0, ...asked) };
  };

/** The same, where a listing may spare the reads. */
export const onceOrListed =
  (method: ReadMethod, listing: ReadMethod): Rule =>
  (field) => {
    const { parent, ledger } = field;
    const { key } = parent;
    const asked = [...parent.counts].map(([account, times]) => ledger.search({ account, method, times, key }, listing));
    return { objects: free(field).objects, ms: Math.max(0, ...asked) };
  };

/** One read each time that it stands in the answer: of rows that only the carrier knows. */
export const everyTime =
  (method: ReadMethod): Rule =>
  (field) => {
    const { parent, path, ledger } = field;
    const asked = [...parent.times].map(([account, times]) =>
      ledger.ask({ account, method, times, key: `${path} of ${parent.key}` }),
    );
    return { objects: free(field).objects, ms: Math.max(0, ...asked) };
  };

/** A read that another one, of the same objects, comes before. */
export const after =
  (first: Rule, next: Rule): Rule =>
  (field) => {
    const before = first({ ...field, args: {} });
    const { objects, ms } = next(field);
    return { objects, ms: before.ms + ms };
  };

/** Equal arguments of equal objects are one read; null is the same as left out. */
function keyOf({ parent, args }: Field): string {
  const given = Object.entries(args).filter(([, value]) => value !== null && value !== undefined);
  return [parent.key, ...given.sort().map(([name, value]) => `${name}=${JSON.stringify(value)}`)].join(" ");
}

/** What stands for accounts, wherever they are asked of. */
export const ACCOUNT = "account";

/** The accounts of the objects; each is one object, however many of its objects lead there. */
export const accountOf: Rule = ({ parent: { counts, times } }) => ({
  objects: [{ key: ACCOUNT, counts: each([...counts.keys()], 1), times }],
  ms: 0,
});
