import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import { type FastifyError, type FastifyInstance, fastify } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import { PlannedOperations } from "./execution/planned-operations.js";
import { createApollo, type FormatError } from "./http/apollo.js";
import { type CallbackOptions, callbacksRoute } from "./http/callbacks-route.js";
import { graphiqlRoute } from "./http/graphiql-route.js";
import { graphqlRoute } from "./http/graphql-route.js";
import { healthRoutes, type Readiness } from "./http/health-routes.js";
import { Metrics, metricsRoute } from "./http/metrics.js";
import { type NotificationOptions, notificationsRoute } from "./http/notifications-route.js";
import { OperationObserver } from "./http/operation-facts.js";
import { DEFAULT_QUERY_LIMITS, type QueryLimits } from "./http/query-limits.js";
import { REQUEST_ID_HEADER, type RequestFacts, requestIdOf } from "./http/request-facts.js";
import { requestLog } from "./http/request-log.js";
import { socketRoute } from "./http/socket-route.js";
import { streamRoute } from "./http/stream-route.js";
import { StreamedExecution } from "./http/streamed-execution.js";

export interface ServerOptions<C extends BaseContext> {
  /** A federation subgraph schema. */
  readonly schema: GraphQLSchema;
  /** Called once for each GraphQL request. */
  readonly contextOf: (request: RequestFacts) => C;
  readonly formatError?: FormatError;
  /** Where GraphiQL's bundle is, or will be once it is built. */
  readonly graphiql: { readonly directory: string | undefined };
  readonly health: { readonly ready: () => Readiness };
  /** Where what carriers call back with goes; without it there is no such address. */
  readonly callbacks?: CallbackOptions;
  /** The same for what comes to the addresses that carriers have fixed. */
  readonly notifications?: NotificationOptions;
  readonly log: Logger;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly limits?: Partial<QueryLimits & { readonly bodyBytes: number }>;
  /** How long requests in flight may take once the server is told to close. */
  readonly graceMs?: number;
  /** Shared with what counts elsewhere in the process; its own where it is not given. */
  readonly metrics?: Metrics;
  /** False: graphql-js executes. For comparing, and for looking for faults. */
  readonly isPlanned?: boolean;
  /** What else is to be done with requests that have a header, by its name in small letters. */
  readonly plugins?: Readonly<Record<string, ApolloServerPlugin<C>>>;
}

export interface Server {
  readonly app: FastifyInstance;
  listen(): Promise<{ readonly url: string }>;
  /** Takes no more requests, lets those in flight finish, for a bounded time, and stops. Safe to call twice. */
  close(): Promise<void>;
}

/** Papers of a person are what is largest: 4 MB, in base64. */
const BODY_BYTES = 6 * 1024 * 1024;
const GRACE_MS = 10_000;

/** The program's HTTP side. Sockets and streams do not pass through Apollo: they share its limits, contexts and errors, and none of its plugins. */
export async function createServer<C extends BaseContext>(options: ServerOptions<C>): Promise<Server> {
  const { schema, contextOf, formatError, log, health, graphiql, host, port, isPlanned = true, plugins = {} } = options;
  const { bodyBytes = BODY_BYTES, ...queryLimits } = options.limits ?? {};
  const limits = { ...DEFAULT_QUERY_LIMITS, ...queryLimits };
  const metrics = options.metrics ?? new Metrics();
  const observer = new OperationObserver();
  const operations = new PlannedOperations();
  const apollo = createApollo<C>({
    schema,
    formatError,
    limits,
    observer,
    log,
    operations: isPlanned ? operations : null,
    plugins: Object.values(plugins),
  });
  const stop = { isStopping: false };
  const app = createApp(log, stop);
  const pluginHeaders = Object.keys(plugins);
  await graphqlRoute(app, { apollo, observer, metrics, operations, pluginHeaders, contextOf, bodyBytes });
  const execution = new StreamedExecution({ schema, limits, formatError });
  const streamed = { execution, pluginHeaders, contextOf, bodyBytes };
  const streams = [socketRoute(app, streamed), streamRoute(app, streamed)];
  await graphiqlRoute(app, graphiql.directory);
  healthRoutes(app, () => (stop.isStopping ? { ok: false, detail: { stopping: true } } : health.ready()));
  metricsRoute(app, metrics);
  if (options.callbacks) callbacksRoute(app, options.callbacks);
  if (options.notifications) notificationsRoute(app, options.notifications);
  await apollo.start();

  const close = once(async () => {
    stop.isStopping = true;
    await Promise.all(streams.map((end) => end()));
    const grace = setTimeout(() => app.server.closeAllConnections(), options.graceMs ?? GRACE_MS);
    await app.close();
    clearTimeout(grace);
    await apollo.stop();
  });
  return { app, close, listen: async () => ({ url: await app.listen({ host, port }) }) };
}

/** What holds for every route: ids, one log line, small JSON for errors, and no new work while stopping. */
function createApp(log: Logger, stop: { readonly isStopping: boolean }): FastifyInstance {
  const app = fastify({
    logger: false,
    genReqId: ({ headers }) => requestIdOf(headers),
    // The hook below refuses in its place: health must still be told over a connection that is open already.
    return503OnClosing: false,
  });
  app.addHook("onRequest", (request, reply, done) => {
    reply.header(REQUEST_ID_HEADER, request.id);
    if (!stop.isStopping || request.url.startsWith("/health/")) return done();
    reply.code(503).header("connection", "close").send(errorBody("UNAVAILABLE", "The server is stopping."));
  });
  app.addHook("onSend", (_request, reply, _payload, done) => {
    if (stop.isStopping) reply.header("connection", "close");
    done();
  });
  requestLog(app, log);
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(errorBody("NOT_FOUND", "There is nothing here.")));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send(errorBody("BAD_REQUEST", error.message));
    log.error({ err: error, requestId: request.id }, "request failed");
    return reply.code(500).send(errorBody("INTERNAL", "Something went wrong here; it has been logged."));
  });
  return app;
}

const errorBody = (code: string, message: string) => ({ error: { code, message } });

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= run();
    return running;
  };
}
