import type { ApolloServerOptionsWithGateway, BaseContext } from "@apollo/server";
import { type ExecutionResult, execute, type GraphQLSchema } from "graphql";
import { PlannedOperation } from "./planned-operation.js";
import type { PlannedOperations } from "./planned-operations.js";

type Gateway = ApolloServerOptionsWithGateway<BaseContext>["gateway"];
type Executor = NonNullable<Awaited<ReturnType<Gateway["load"]>>["executor"]>;

const RESULT = Symbol("result");

interface Executed {
  readonly [RESULT]: ExecutionResult;
}

/** A context under which nothing is executed any more: the result is there already. */
export const withResult = <C extends BaseContext>(context: C, result: ExecutionResult): C & Executed => ({
  ...context,
  [RESULT]: result,
});

const isExecuted = (context: BaseContext): context is Executed => RESULT in context;

/** Executes planned operations behind Apollo's `gateway` option, and keeps their plans. */
export function plannedExecution(schema: GraphQLSchema, operations: PlannedOperations): Gateway {
  const executor = executorOf(schema, operations);
  return {
    onSchemaLoadOrUpdate(schemaLoaded) {
      schemaLoaded({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => {};
    },
    load: async () => ({ executor }),
    stop: async () => {},
  };
}

function executorOf(schema: GraphQLSchema, operations: PlannedOperations): Executor {
  return async ({ source, document, operation, request: { operationName, variables }, context }) => {
    if (isExecuted(context)) return context[RESULT];
    // Apollo's type does not say so: no operation is found by a name that none has.
    if (!operation) return execute({ schema, document, operationName });
    const known = operations.find(source, operationName);
    const planned = known ?? new PlannedOperation(schema, document, operation);
    if (!known) operations.add(source, operationName, planned);
    return planned.execute(context, variables ?? {});
  };
}
