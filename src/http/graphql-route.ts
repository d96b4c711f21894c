import { Readable } from "node:stream";
import { type ApolloServer, type BaseContext, HeaderMap, type HTTPGraphQLRequest } from "@apollo/server";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { withResult } from "../execution/planned-execution.js";
import type { PlannedOperation } from "../execution/planned-operation.js";
import type { PlannedOperations } from "../execution/planned-operations.js";
import { limitAge } from "./freshness.js";
import type { Metrics } from "./metrics.js";
import { executedFacts, type OperationFacts, type OperationObserver } from "./operation-facts.js";
import { type PlainRequest, plainRequest } from "./plain-request.js";
import { type RequestFacts, requestFacts } from "./request-facts.js";

export interface GraphqlRouteOptions<C extends BaseContext> {
  readonly apollo: ApolloServer<C>;
  readonly observer: OperationObserver;
  readonly metrics: Metrics;
  readonly operations: PlannedOperations;
  /** Whatever has one of these headers passes through Apollo. */
  readonly pluginHeaders: readonly string[];
  readonly contextOf: (request: RequestFacts) => C;
  readonly bodyBytes: number;
}

/** `/graphql`: GraphQL over HTTP, by GET (queries only) and by POST of JSON. */
export async function graphqlRoute<C extends BaseContext>(app: FastifyInstance, options: GraphqlRouteOptions<C>) {
  await app.register(async (scope) => {
    scope.removeContentTypeParser("text/plain");
    scope.setErrorHandler(refuse);
    scope.route({
      method: ["GET", "POST"],
      url: "/graphql",
      exposeHeadRoute: false,
      bodyLimit: options.bodyBytes,
      handler: (request, reply) => answer(options, request, reply),
    });
    scope.route({
      method: ["HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"],
      url: "/graphql",
      handler: (_request, reply) => {
        reply.header("allow", "GET, POST");
        return sendError(reply, 405, "METHOD_NOT_ALLOWED", "GraphQL is served by GET and POST.");
      },
    });
  });
}

async function answer<C extends BaseContext>(
  options: GraphqlRouteOptions<C>,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const facts = requestFacts(request, reply);
  const context = () => options.contextOf(facts);
  const isForPlugins = options.pluginHeaders.some((name) => name in request.headers);
  const plain = isForPlugins ? null : plainRequest(request, options.operations);
  return plain
    ? answerPlain(options, request, reply, plain, context())
    : answerByApollo(options, request, reply, context);
}

/** Apollo has found the document valid, and would only hand it on. It is left whatever has errors: it formats them. */
async function answerPlain<C extends BaseContext>(
  options: GraphqlRouteOptions<C>,
  request: FastifyRequest,
  reply: FastifyReply,
  { planned, variables, contentType }: PlainRequest,
  context: C,
) {
  if (!isAgeLimited(planned, variables, context)) return answerByApollo(options, request, reply, () => context);
  const result = await planned.execute(context, variables);
  if (result.errors) return answerByApollo(options, request, reply, () => withResult(context, result));
  request.operationFacts = executedFacts(planned.operation);
  options.metrics.graphqlRequest(request.operationFacts, reply.elapsedTime / 1_000);
  reply.header("content-type", contentType);
  return reply.send(JSON.stringify({ data: result.data }));
}

/** False for a directive whose variable is refused, which Apollo tells. */
function isAgeLimited(
  { schema, operation }: PlannedOperation,
  variables: PlainRequest["variables"],
  context: BaseContext,
): boolean {
  try {
    limitAge(schema, operation, variables, context);
    return true;
  } catch {
    return false;
  }
}

async function answerByApollo<C extends BaseContext>(
  { apollo, observer, metrics }: GraphqlRouteOptions<C>,
  request: FastifyRequest,
  reply: FastifyReply,
  context: () => C,
) {
  const httpGraphQLRequest = asApolloRequest(request);
  const response = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => context() });
  const operation = observer.of(httpGraphQLRequest);
  request.operationFacts = operation;
  metrics.graphqlRequest(operation, reply.elapsedTime / 1_000);
  for (const [name, value] of response.headers) reply.header(name, value);
  reply.code(statusOf(response.status ?? 200, response.headers.get("content-type"), operation));
  const { body } = response;
  return reply.send(body.kind === "complete" ? body.string : Readable.from(body.asyncIterator));
}

/**
 * GraphQL over HTTP: who asks for `application/json` gets 200 for any well-formed request, also when the document or
 * its variables are refused; the newer `application/graphql-response+json` tells it by the status.
 */
function statusOf(status: number, contentType: string | undefined, { isDocumentRefused }: OperationFacts): number {
  return isDocumentRefused && contentType?.startsWith("application/json") ? 200 : status;
}

function asApolloRequest(request: FastifyRequest): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const query = request.url.indexOf("?");
  return { method: request.method, headers, search: query < 0 ? "" : request.url.slice(query), body: request.body };
}

/** A request whose body could not be read: too large, no JSON, no known type. */
function refuse(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const status = error.statusCode ?? 500;
  if (status >= 500) throw error;
  const limit = request.routeOptions.bodyLimit;
  const tooLarge = `The request body is larger than the limit of ${limit} bytes: ask for less at a time.`;
  return sendError(reply, status, "BAD_REQUEST", status === 413 ? tooLarge : error.message);
}

function sendError(reply: FastifyReply, status: number, code: string, message: string) {
  return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
}
