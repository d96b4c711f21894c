import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Callback, CallbackResult } from "../model/callback.js";
import { bodyOf, keptHeaders } from "./callback-body.js";

export interface CallbackOptions {
  /** Keeps a callback; it is answered once this resolves. */
  readonly receive: (callback: Callback) => Promise<CallbackResult>;
  readonly count: (account: string, result: CallbackResult) => void;
}

type Params = Readonly<Record<"account" | "token", string>>;

/**
 * `/callbacks/:account/:token`: where carriers call back. By which method and with what is documented nowhere, so all
 * is taken, by a hook that runs before anything looks at the body. All are answered alike: who guesses learns nothing.
 */
export function callbacksRoute(app: FastifyInstance, options: CallbackOptions): void {
  app.all<{ Params: Params }>("/callbacks/:account/:token", {
    onRequest: async (request, reply) => answer(options, request, reply),
    handler: () => {},
  });
}

async function answer(
  { receive, count }: CallbackOptions,
  request: FastifyRequest<{ Params: Params }>,
  reply: FastifyReply,
) {
  const { body, isRead } = await bodyOf(request.raw);
  // What is not read any more ends with the connection, once it has been answered.
  if (!isRead) reply.header("connection", "close");
  const { account, token } = request.params;
  const query = request.url.split("?").slice(1).join("?");
  const { method } = request;
  const result = await receive({ account, token, method, query, headers: keptHeaders(request), body }).catch(
    () => "unavailable" as const,
  );
  count(account, result);
  return result === "unavailable" ? reply.code(503).header("retry-after", "10").send() : reply.code(204).send();
}
