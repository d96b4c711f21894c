import type { ApolloServerOptionsWithGateway, BaseContext } from "@apollo/server";
import { execute, type GraphQLSchema } from "graphql";
import { CompiledOperation, schemaPair } from "./compiled-operation.js";
import { LruMap } from "./lru-map.js";

type Gateway = ApolloServerOptionsWithGateway<BaseContext>["gateway"];
type Executor = NonNullable<Awaited<ReturnType<Gateway["load"]>>["executor"]>;

const CACHED_OPERATIONS = 1_000;

/**
 * Executes queries as compiled code behind Apollo's `gateway` option. Answers are those of graphql-js, errors included;
 * whatever graphql-jit would answer otherwise is left to graphql-js (see the comments in this folder).
 */
export function compiledExecution(schema: GraphQLSchema): Gateway {
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
  const pair = schemaPair(schema);
  const operations = new LruMap<string, CompiledOperation>(CACHED_OPERATIONS);
  return async ({ queryHash, document, operation, request, context }) => {
    const { operationName, variables } = request;
    const compiled = operation && operationOf();
    const result = await compiled?.execute(context, variables ?? {});
    return result ?? execute({ schema, document, contextValue: context, operationName, variableValues: variables });

    function operationOf(): CompiledOperation {
      const key = `${queryHash} ${operationName ?? ""}`;
      const known = operations.get(key);
      if (known) return known;
      const added = new CompiledOperation(pair, document, operation);
      operations.set(key, added);
      return added;
    }
  };
}
