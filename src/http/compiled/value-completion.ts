import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { asError, isPromiseLike, NotCompilable } from "./not-compilable.js";

/**
 * Turns what a resolver returned into what compiled code can read: lists without promises, abstract values whose type
 * is known. A failed item becomes an Error in its place, as compiled code expects.
 */
export type Complete = (value: unknown, context: unknown, info: GraphQLResolveInfo) => unknown;

/** The concrete type found for each abstract value; weak, so it lives as long as the value does. */
export type KnownTypes = Map<string, WeakMap<object, string>>;

/** How to complete values of `type`; undefined when compiled code reads them as they are. */
export function completionOf(
  type: GraphQLOutputType,
  schema: GraphQLSchema,
  knownTypes: KnownTypes,
): Complete | undefined {
  if (isNonNullType(type)) return completionOf(type.ofType, schema, knownTypes);
  if (isListType(type)) return completeList(completionOf(type.ofType, schema, knownTypes));
  if (isAbstractType(type)) return completeAbstract(type, schema, knownTypes);
  if (isObjectType(type) && type.isTypeOf) return completeObject(type);
  return undefined;
}

function completeList(completeItem: Complete | undefined): Complete {
  return (list, context, info) => {
    if (!isIterableObject(list)) throw new NotCompilable("a list field without a list");
    const items: unknown[] = Array.isArray(list) ? list : Array.from(list);
    if (completeItem === undefined && !items.some(isPromiseLike)) return items;
    const completed = items.map((item) => settled(item, completeItem, context, info));
    return completed.some(isPromiseLike) ? Promise.all(completed) : completed;
  };
}

function settled(item: unknown, complete: Complete | undefined, context: unknown, info: GraphQLResolveInfo): unknown {
  if (isPromiseLike(item)) return item.then((value) => settled(value, complete, context, info), asError);
  if (complete === undefined || item == null || item instanceof Error) return item;
  try {
    const completed = complete(item, context, info);
    return isPromiseLike(completed) ? completed.then(undefined, asError) : completed;
  } catch (thrown) {
    return asError(thrown);
  }
}

function completeAbstract(type: GraphQLAbstractType, schema: GraphQLSchema, knownTypes: KnownTypes): Complete {
  const known = knownTypes.get(type.name) ?? new WeakMap<object, string>();
  knownTypes.set(type.name, known);
  const possible = new Map(schema.getPossibleTypes(type).map((object) => [object.name, object]));
  const resolveType = type.resolveType ?? defaultTypeResolver;
  return (value, context, info) => {
    if (typeof value !== "object" || value === null) throw new NotCompilable("an abstract value that is no object");
    const concrete = (name: unknown) => {
      const object = typeof name === "string" ? possible.get(name) : undefined;
      if (object === undefined) throw new NotCompilable(`a ${type.name} of no possible type`);
      known.set(value, object.name);
      return object.isTypeOf ? completeObject(object)(value, context, info) : value;
    };
    const name: unknown = resolveType(value, context, info, type);
    return isPromiseLike(name) ? name.then(concrete) : concrete(name);
  };
}

function completeObject(type: GraphQLObjectType): Complete {
  return (value, context, info) => {
    const checked = (isOfType: unknown) => {
      if (!isOfType) throw new NotCompilable(`a value that is no ${type.name}`);
      return value;
    };
    const isOfType = type.isTypeOf?.(value, context, info);
    return isPromiseLike(isOfType) ? isOfType.then(checked) : checked(isOfType);
  };
}

function isIterableObject(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}
