import { ApolloServer, type ApolloServerOptions, type ApolloServerPlugin, type BaseContext } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLFormattedError, GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import { plannedExecution } from "../execution/planned-execution.js";
import type { PlannedOperations } from "../execution/planned-operations.js";
import { freshnessPlugin } from "./freshness.js";
import type { OperationObserver } from "./operation-facts.js";
import { type QueryLimits, queryLimitsRule } from "./query-limits.js";

export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

export interface ApolloParts<C extends BaseContext> {
  readonly schema: GraphQLSchema;
  readonly formatError?: FormatError | undefined;
  readonly limits: QueryLimits;
  readonly observer: OperationObserver;
  readonly log: Logger;
  /** Where plans are kept. Null: every operation is executed by graphql-js. The answers are the same. */
  readonly operations: PlannedOperations | null;
  readonly plugins: readonly ApolloServerPlugin<C>[];
}

/** Apollo Server with nothing that works per field or talks to anybody. Its caches of documents are bounded already. */
export function createApollo<C extends BaseContext>(parts: ApolloParts<C>): ApolloServer<C> {
  const { schema, formatError, limits, observer, log, operations, plugins } = parts;
  const settings: Omit<ApolloServerOptions<C>, "schema" | "gateway" | "typeDefs" | "resolvers"> = {
    ...(formatError && { formatError }),
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [queryLimitsRule(limits)],
    logger: log,
    plugins: [
      observer.plugin(),
      freshnessPlugin(schema),
      ...plugins,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
    ],
  };
  return operations
    ? new ApolloServer<C>({ ...settings, gateway: plannedExecution(schema, operations) })
    : new ApolloServer<C>({ ...settings, schema });
}
