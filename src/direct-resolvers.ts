import type { GraphQLFieldResolver } from "graphql";
import { getMetadataStorage } from "type-graphql";
import { direct } from "./execution/read.js";

type Resolver = GraphQLFieldResolver<unknown, unknown>;
type Storage = ReturnType<typeof getMetadataStorage>;
type Metadata = Storage["fieldResolvers"][number] | Storage["queries"][number];
type Param = NonNullable<Metadata["params"]>[number];
type Method = (...params: readonly unknown[]) => unknown;

/**
 * The methods of resolver classes, by type and field, without TypeGraphQL's wrapper. It would look after middlewares,
 * containers, validation and instances of input classes, none of which is used here, at every field of every request.
 */
export function directResolvers(): ReadonlyMap<string, Readonly<Record<string, Resolver>>> {
  const byType = new Map<string, Record<string, Resolver>>();
  for (const { type, field } of resolverFields()) {
    const resolver = directOf(field);
    if (resolver) byType.set(type, { ...byType.get(type), [field.schemaName]: resolver });
  }
  return byType;
}

function resolverFields(): readonly { readonly type: string; readonly field: Metadata }[] {
  const { fieldResolvers, objectTypes, queries, mutations } = getMetadataStorage();
  const nameOf = new Map(objectTypes.map(({ target, name }) => [target, name]));
  const below = fieldResolvers.flatMap((field) => {
    const type = nameOf.get(field.getObjectType?.() ?? field.target);
    return type === undefined || field.kind !== "external" ? [] : [{ type, field }];
  });
  return [
    ...below,
    ...queries.map((field) => ({ type: "Query", field })),
    ...mutations.map((field) => ({ type: "Mutation", field })),
  ];
}

/** Null for a method that takes anything but the object itself, arguments by name, the context and what is told of the field. */
function directOf({ target, methodName, params = [] }: Metadata): Resolver | null {
  const method: Method = target.prototype[methodName];
  const sorted = [...params].sort((a, b) => a.index - b.index);
  switch (sorted.map(({ kind }) => kind).join(" ")) {
    case "root":
      return direct((root) => method(root));
    case "root context":
      return direct((root, _args, context) => method(root, context));
    default:
      return withArguments(method, sorted);
  }
}

type Pick = (...given: Parameters<Resolver>) => unknown;

function withArguments(method: Method, params: readonly Param[]): Resolver | null {
  const picks = params.map(pickOf);
  if (!picks.every((pick) => pick !== null)) return null;
  return (...given) => method(...picks.map((pick) => pick(...given)));
}

function pickOf(param: Param): Pick | null {
  switch (param.kind) {
    case "root":
      return (root) => root;
    case "context":
      return (_root, _args, context) => context;
    case "arg":
      return (_root, args) => args[param.name];
    case "info":
      return (_root, _args, _context, info) => info;
    default:
      return null;
  }
}
