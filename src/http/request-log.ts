import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import type { OperationFacts } from "./operation-facts.js";

declare module "fastify" {
  interface FastifyRequest {
    /** Set where the request was a GraphQL request. */
    operationFacts: OperationFacts | null;
  }
}

/** One line per request. The route as it is declared, not the address: a GET carries its query in there. */
export function requestLog(app: FastifyInstance, log: Logger): void {
  app.decorateRequest("operationFacts", null);
  app.addHook("onResponse", (request, reply, done) => {
    log.info({ ...requestLine(request), status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, "request");
    done();
  });
  app.addHook("onRequestAbort", (request, done) => {
    log.info({ ...requestLine(request), status: null }, "request abandoned by the client");
    done();
  });
}

function requestLine(request: FastifyRequest) {
  const { operationName, operationType, outcome } = request.operationFacts ?? {};
  return {
    requestId: request.id,
    method: request.method,
    route: request.routeOptions.url ?? "unknown",
    operationName,
    operationType,
    outcome,
  };
}
