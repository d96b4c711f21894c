import type { ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import { createHandler } from "graphql-sse/lib/use/fastify";
import { checkStreamed } from "./headers.js";
import { requestFacts } from "./request-facts.js";
import type { StreamOptions } from "./socket-route.js";

/** `/graphql/stream`: GraphQL over server-sent events, one connection per operation. Gives the way to end all streams. */
export function streamRoute(
  app: FastifyInstance,
  { execution, pluginHeaders, contextOf, bodyBytes }: StreamOptions,
): () => void {
  const open = new Set<ServerResponse>();
  const handler = createHandler({
    authenticate: () => null,
    onSubscribe: ({ raw, context: { reply } }, params) =>
      execution.run(params, () => contextOf(requestFacts(raw, reply))),
    onNext: (_context, _request, result) => execution.formatted(result),
  });
  app.route({
    method: ["GET", "POST"],
    url: "/graphql/stream",
    bodyLimit: bodyBytes,
    onRequest: async ({ headers }) => checkStreamed(headers, pluginHeaders),
    handler: async (request, reply) => {
      open.add(reply.raw);
      reply.raw.once("close", () => open.delete(reply.raw));
      await handler(request, reply);
    },
  });
  return () => {
    for (const response of open) response.end();
  };
}
