import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { BaseContext } from "@apollo/server";
import type { FastifyInstance } from "fastify";
import { useServer as serveSockets } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import { callerOf, checkStreamed } from "./headers.js";
import { type RequestFacts, requestIdOf } from "./request-facts.js";
import { type StreamedExecution, subscribeAnew } from "./streamed-execution.js";

const PATH = "/graphql/ws";

export interface StreamOptions {
  readonly execution: StreamedExecution;
  /** Who sends one of these wants more than a stream does. */
  readonly pluginHeaders: readonly string[];
  readonly contextOf: (request: RequestFacts) => BaseContext;
  readonly bodyBytes: number;
}

/** `/graphql/ws`: GraphQL over WebSocket, by the protocol of graphql-ws. Gives the way to end all sockets. */
export function socketRoute(
  app: FastifyInstance,
  { execution, pluginHeaders, contextOf, bodyBytes }: StreamOptions,
): () => Promise<void> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: bodyBytes });
  const server = serveSockets(
    {
      onSubscribe: ({ extra }, _id, payload) => execution.prepare(payload, () => contextOf(factsOf(extra.request))),
      subscribe: subscribeAnew,
      onNext: (_context, _id, _payload, _args, result) => {
        const { data, errors } = execution.formatted(result);
        return {
          ...(data !== undefined && { data }),
          ...(errors && { errors: errors.map((error) => error.toJSON()) }),
        };
      },
      onError: (_context, _id, _payload, errors) => execution.format(errors).map((error) => error.toJSON()),
    },
    sockets,
  );
  app.server.on("upgrade", (request, socket, head) => {
    const isOurs = request.url?.split("?")[0] === PATH;
    if (!isOurs) return refuse(socket, "404 Not Found");
    try {
      checkStreamed(request.headers, pluginHeaders);
    } catch (bad) {
      return refuse(socket, "400 Bad Request", bad instanceof Error ? bad.message : "");
    }
    return sockets.handleUpgrade(request, socket, head, (webSocket) => sockets.emit("connection", webSocket, request));
  });
  return async () => {
    await server.dispose();
  };
}

/** Answers a request for a socket that does not get one. */
function refuse(socket: Duplex, status: string, message = ""): void {
  socket.end(`HTTP/1.1 ${status}\r\ncontent-type: text/plain\r\nconnection: close\r\n\r\n${message}`);
}

/** A socket outlives any one request on it: calls of an event end by their own deadline. */
const factsOf = ({ headers }: IncomingMessage): RequestFacts => ({
  requestId: requestIdOf(headers),
  headers,
  caller: callerOf(headers),
  signal: new AbortController().signal,
});
