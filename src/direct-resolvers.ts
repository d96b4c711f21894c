import type { GraphQLFieldResolver } from "graphql";
import { getMetadataStorage } from "type-graphql";
import { direct } from "./execution/read.js";

type Resolver = GraphQLFieldResolver<unknown, unknown>;
type Metadata = ReturnType<typeof getMetadataStorage>["fieldResolvers"][number];
type Method = (...params: readonly unknown[]) => unknown;

/**
 * The methods of resolver classes that take no argument, by type and field, without TypeGraphQL's wrapper. It would look after
 * middlewares, containers and validation, none of which is used here, at every row of every listing.
 */
export function directResolvers(): ReadonlyMap<string, Readonly<Record<string, Resolver>>> {
  const { fieldResolvers, objectTypes } = getMetadataStorage();
  const nameOf = new Map(objectTypes.map(({ target, name }) => [target, name]));
  const byType = new Map<string, Record<string, Resolver>>();
  for (const metadata of fieldResolvers) {
    const type = nameOf.get(metadata.getObjectType?.() ?? metadata.target);
    const resolver = directOf(metadata);
    if (type === undefined || resolver === null) continue;
    byType.set(type, { ...byType.get(type), [metadata.schemaName]: resolver });
  }
  return byType;
}

/** Null for a method that takes anything but the object itself and the context of the request. */
function directOf({ kind, target, methodName, params = [] }: Metadata): Resolver | null {
  if (kind !== "external") return null;
  const kinds = [...params].sort((a, b) => a.index - b.index).map((param) => param.kind);
  const method: Method = target.prototype[methodName];
  switch (kinds.join(" ")) {
    case "root":
      return direct((root) => method(root));
    case "root context":
      return direct((root, _args, context) => method(root, context));
    default:
      return null;
  }
}
