import { type GraphQLField, getArgumentValues } from "graphql";
import type { Path } from "./path.js";
import type { PlannedField } from "./plan.js";
import { infoOf, type Run } from "./run.js";

/** Gets the value of a field: from a property, or from a resolver. */
export type Read = (run: Run, field: PlannedField, source: unknown, above: Path) => unknown;

type DirectResolver<Source, Context> = (source: Source, args: unknown, context: Context) => unknown;

const DIRECT = new WeakMap<object, DirectResolver<unknown, unknown>>();

/** Marks a resolver that looks at the object and the context alone: it is called without all that others are told. */
export function direct<Source, Context>(resolve: DirectResolver<Source, Context>): DirectResolver<Source, Context> {
  // It is called with what the schema gives it, as any resolver is.
  DIRECT.set(resolve, resolve as DirectResolver<unknown, unknown>);
  return resolve;
}

/** Finds the object that has more fields than the one at hand; that one itself where it has them, null where there is none. */
export type FindFuller<Source, Fuller, Context> = (
  source: Source,
  context: Context,
) => Promise<Fuller | null> | Fuller | null;

const FULLER = new WeakMap<object, FindFuller<unknown, object, unknown>>();

/** The resolver of a field that only a fuller object has. That one is found once for all such fields of an object. */
export function ofFuller<Source, Fuller extends object, Context>(
  find: FindFuller<Source, Fuller, Context>,
  field: keyof Fuller,
): DirectResolver<Source, Context> {
  const pick = (fuller: Fuller | null) => fuller?.[field] ?? null;
  const resolve: DirectResolver<Source, Context> = (source, _args, context) => {
    const fuller = find(source, context);
    return fuller instanceof Promise ? fuller.then(pick) : pick(fuller);
  };
  FULLER.set(resolve, find as FindFuller<unknown, object, unknown>);
  return direct(resolve);
}

/** How the object is found that a field is read from; null for the object at hand. */
export const fullerOf = ({ resolve }: GraphQLField<unknown, unknown>): FindFuller<unknown, object, unknown> | null =>
  (resolve && FULLER.get(resolve)) ?? null;

export function readerOf({ name, args, resolve }: GraphQLField<unknown, unknown>): Read {
  if (resolve === undefined) return propertyReader(name);
  const asked = DIRECT.get(resolve);
  if (asked) return (run, _field, source) => asked(source, NO_ARGS, run.context);
  const argsOf = args.length === 0 ? () => ({}) : argumentsOf;
  return (run, field, source, above) => resolve(source, argsOf(run, field), run.context, infoOf(run, field, above));
}

const NO_ARGS: Readonly<Record<string, never>> = Object.freeze({});

/** As graphql-js does without a resolver: a property may be a method of the object. */
export function propertyReader(name: string): Read {
  return (run, field, source, above) => {
    if (!isObject(source)) return undefined;
    const value = source[name];
    if (typeof value !== "function") return value;
    return value.call(source, argumentsOf(run, field), run.context, infoOf(run, field, above));
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  (typeof value === "object" && value !== null) || typeof value === "function";

function argumentsOf({ variables }: Run, { definition, nodes: [node] }: PlannedField): Record<string, unknown> {
  return node ? getArgumentValues(definition, node, variables) : {};
}
