import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  isObjectType,
} from "graphql";
import { inspect } from "graphql/jsutils/inspect.js";
import type { PlannedField } from "./plan.js";
import type { Run } from "./run.js";

/** The name of the type that a value of an abstract type is of, or a promise of it. Anything, when a resolver is wrong. */
export const typeNameOf = (
  type: GraphQLAbstractType,
  value: unknown,
  context: unknown,
  info: GraphQLResolveInfo,
): unknown => (type.resolveType ?? defaultTypeResolver)(value, context, info, type);

interface Place {
  readonly run: Run;
  readonly field: PlannedField;
  readonly value: unknown;
}

/** The object type of that name. Throws what graphql-js throws where there is none, or one that is not possible here. */
export function runtimeTypeOf(abstract: GraphQLAbstractType, name: unknown, place: Place): GraphQLObjectType {
  const { schema } = place.run;
  const type = typeof name === "string" ? schema.getType(name) : undefined;
  if (isObjectType(type) && schema.isSubType(abstract, type)) return type;
  if (name == null || typeof name !== "string")
    throw new GraphQLError(noName(abstract, name, place), located(name, place));
  const why = isObjectType(type)
    ? `Runtime Object type "${type.name}" is not a possible type for "${abstract.name}".`
    : type
      ? `Abstract type "${abstract.name}" was resolved to a non-object type "${name}".`
      : `Abstract type "${abstract.name}" was resolved to a type "${name}" that does not exist inside the schema.`;
  throw new GraphQLError(why, { nodes: place.field.nodes });
}

function noName({ name: abstract }: GraphQLAbstractType, name: unknown, { field, value }: Place): string {
  const where = `field "${field.parent.name}.${field.definition.name}"`;
  if (name == null) {
    return `Abstract type "${abstract}" must resolve to an Object type at runtime for ${where}. Either the "${abstract}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`;
  }
  return `Abstract type "${abstract}" must resolve to an Object type at runtime for ${where} with value ${inspect(value)}, received "${inspect(name)}".`;
}

/** The field adds its own place to an error without one. */
const located = (name: unknown, { field }: Place) => (name == null ? { nodes: field.nodes } : {});
