import { MapperKind, mapSchema } from "@graphql-tools/utils";
import {
  defaultFieldResolver,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLFieldResolver,
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLUnionType,
  getArgumentValues,
  getNullableType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { asError, isPromiseLike, NotCompilable } from "./not-compilable.js";
import { type Complete, completionOf, type KnownTypes } from "./value-completion.js";

/** Type of every variable of a compiled operation: its value has been coerced by graphql-js already. */
export const COERCED_VARIABLE = "CoercedVariable";

type Field = GraphQLField<unknown, unknown>;
type Resolver = GraphQLFieldResolver<unknown, unknown>;

/**
 * A copy of `schema` for graphql-jit, in which graphql-js does what graphql-jit does differently:
 * - fields have no arguments there; the resolver reads them with graphql-js. (graphql-jit writes literals into the code
 *   it generates: values of custom scalars are lost, and a crafted string literal is executed.)
 * - lists with promises, abstract types and isTypeOf are settled before compiled code sees the value.
 * - an exception in compiled code, which would leave the query without answer, ends it.
 */
export function compilableSchema(schema: GraphQLSchema): GraphQLSchema {
  assertTellable(schema);
  const knownTypes: KnownTypes = new Map();
  const mapped = mapSchema(schema, {
    [MapperKind.COMPOSITE_FIELD]: (config, fieldName, typeName) => {
      const field = fieldOf(schema, typeName, fieldName);
      if (field === undefined) return config;
      const isRoot = typeName === schema.getQueryType()?.name;
      const complete = completionOf(field.type, schema, knownTypes);
      if (isReadInPlace(field, complete) && !isRoot) return config;
      if (!isRoot) return { ...config, args: {}, resolve: wrapped(field, complete) };
      // graphql-jit forgets the other errors when all data becomes null: the root is nulled in `field-errors.ts`.
      const notNull = isNonNullType(field.type) ? `${typeName}.${fieldName}` : undefined;
      return { ...config, args: {}, type: getNullableType(config.type), resolve: wrapped(field, complete, notNull) };
    },
    [MapperKind.OBJECT_TYPE]: (type) => new GraphQLObjectType({ ...type.toConfig(), isTypeOf: isNotLazy }),
    [MapperKind.INTERFACE_TYPE]: (type) =>
      new GraphQLInterfaceType({ ...type.toConfig(), resolveType: knownTypeOf(type, knownTypes) }),
    [MapperKind.UNION_TYPE]: (type) =>
      new GraphQLUnionType({ ...type.toConfig(), resolveType: knownTypeOf(type, knownTypes) }),
  });
  const config = mapped.toConfig();
  const coerced = new GraphQLScalarType({ name: COERCED_VARIABLE });
  return new GraphQLSchema({ ...config, types: [...config.types, coerced], assumeValid: true });
}

/** graphql-jit files resolvers under type and field in one word: `Ab.c` and `A.bc` would be mixed up. */
function assertTellable(schema: GraphQLSchema): void {
  const known = new Map<string, string>();
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.keys(type.getFields())) {
      const name = `${type.name}.${field}`;
      const other = known.get(type.name + field);
      if (other) throw new Error(`Queries cannot be compiled: graphql-jit cannot tell ${other} from ${name}`);
      known.set(type.name + field, name);
    }
  }
}

/** Most fields: a property that holds a leaf or an object. Compiled code reads it without any call. */
function isReadInPlace(field: Field, complete: Complete | undefined): boolean {
  return field.resolve === undefined && field.args.length === 0 && complete === undefined;
}

/** In the place of isTypeOf, which compiled code asks for each object: a property may be lazy for graphql-js only. */
function isNotLazy(value: unknown): boolean {
  if (typeof value === "function" || isPromiseLike(value)) throw new NotCompilable("a lazy property");
  return true;
}

function fieldOf(schema: GraphQLSchema, typeName: string, fieldName: string): Field | undefined {
  const type = schema.getType(typeName);
  return isObjectType(type) ? type.getFields()[fieldName] : undefined;
}

function knownTypeOf(type: GraphQLAbstractType, knownTypes: KnownTypes) {
  return (value: unknown): string | undefined =>
    typeof value === "object" && value !== null ? knownTypes.get(type.name)?.get(value) : undefined;
}

function wrapped(field: Field, complete: Complete | undefined, notNull?: string): Resolver {
  const resolve = field.resolve ?? defaultFieldResolver;
  return (source, _args, context, info) => {
    const completed = (value: unknown) => {
      if (value == null && notNull) throw new Error(`Cannot return null for non-nullable field ${notNull}.`);
      return complete === undefined || value == null || value instanceof Error ? value : complete(value, context, info);
    };
    try {
      const [node] = info.fieldNodes;
      const args = node && field.args.length > 0 ? getArgumentValues(field, node, info.variableValues) : {};
      const value = resolve(source, args, context, info);
      const result = isPromiseLike(value) ? value.then(completed) : completed(value);
      return isPromiseLike(result) ? guarded(result) : result;
    } catch (thrown) {
      throw asError(thrown);
    }
  };
}

/**
 * graphql-jit continues inside `then`: what it throws there would be an unhandled rejection (the end of the process)
 * and the query would never be answered.
 */
function guarded(promise: PromiseLike<unknown>): object {
  const then = (resolved: (value: unknown) => void, rejected: (error: Error) => void) => {
    promise.then(
      (value) => {
        try {
          resolved(value);
        } catch (thrown) {
          quietly(rejected, new NotCompilable("compiled code failed", { cause: thrown }));
        }
      },
      (thrown) => quietly(rejected, asError(thrown)),
    );
  };
  return { then };
}

/** A query that graphql-js has taken over cannot be told of further failures, and need not. */
function quietly(tell: (error: Error) => void, error: Error): void {
  try {
    tell(error);
  } catch {
    // Abandoned: nobody waits for this answer.
  }
}
