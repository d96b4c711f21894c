import type { ApolloServerOptionsWithGateway, BaseContext } from "@apollo/server";
import { execute, type GraphQLSchema } from "graphql";
import { RecentMap } from "../recent-map.js";
import { PlannedOperation } from "./planned-operation.js";

type Gateway = ApolloServerOptionsWithGateway<BaseContext>["gateway"];
type Executor = NonNullable<Awaited<ReturnType<Gateway["load"]>>["executor"]>;

/** Most operations whose plans are kept. */
const KEPT_OPERATIONS = 1_000;

/** Executes planned operations behind Apollo's `gateway` option. */
export function plannedExecution(schema: GraphQLSchema): Gateway {
  const executor = executorOf(schema);
  return {
    onSchemaLoadOrUpdate(schemaLoaded) {
      schemaLoaded({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => {};
    },
    load: async () => ({ executor }),
    stop: async () => {},
  };
}

function executorOf(schema: GraphQLSchema): Executor {
  const operations = new RecentMap<PlannedOperation>(KEPT_OPERATIONS);
  return async ({ queryHash, document, operation, request: { operationName, variables }, context }) => {
    // Apollo's type does not say so: no operation is found by a name that none has.
    if (!operation) return execute({ schema, document, operationName });
    const key = `${queryHash} ${operationName ?? ""}`;
    const known = operations.get(key);
    const planned = known ?? new PlannedOperation(schema, document, operation);
    if (!known) operations.set(key, planned);
    return planned.execute(context, variables ?? {});
  };
}
