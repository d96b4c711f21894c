import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import { type GraphQLSchema, getDirectiveValues, getVariableValues, type OperationDefinitionNode } from "graphql";
import type { AgeLimit } from "../datasources/call.js";

type Variables = Readonly<Record<string, unknown>>;

/** Who answers a request and can be told how old the answers may be. */
interface Limited {
  limitAge(limit: AgeLimit): void;
}

const isLimited = (context: BaseContext): context is Limited => "limitAge" in context;

/** Tells a request's context what its operation says by `@freshness`. Costs nothing for operations without directives. */
export function limitAge(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Variables | null | undefined,
  context: BaseContext,
): void {
  if (!operation.directives?.length || !isLimited(context)) return;
  const limit = ageLimitOf(schema, operation, variables ?? {});
  if (limit !== null) context.limitAge(limit);
}

/** Null for an operation that does not say, and for variables that will be refused anyway. */
function ageLimitOf(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Variables): AgeLimit | null {
  const directive = schema.getDirective("freshness");
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 });
  const values = directive && coerced && getDirectiveValues(directive, operation, coerced);
  return values ? { maxAgeMs: Number(values.maxAge) * 1000, allowStale: values.allowStale === true } : null;
}

/** Does it for what Apollo executes. */
export const freshnessPlugin = <C extends BaseContext>(graph: GraphQLSchema): ApolloServerPlugin<C> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, request, contextValue }) =>
      operation && limitAge(graph, operation, request.variables, contextValue),
  }),
});
