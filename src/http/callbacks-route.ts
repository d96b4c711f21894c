import type { IncomingMessage } from "node:http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Callback, CallbackResult } from "../model/callback.js";

export interface CallbackOptions {
  /** Keeps a callback; it is answered once this resolves. */
  readonly receive: (callback: Callback) => Promise<CallbackResult>;
  readonly count: (account: string, result: CallbackResult) => void;
}

/** More of a body is not kept. */
const KEPT_BYTES = 64 * 1024;
/** More of it is not even read. */
const READ_BYTES = 1024 * 1024;

/** Headers that help to understand a body, and carry no secret. */
const KEPT_HEADERS = ["content-type", "content-length", "user-agent"] as const;

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
  const result = await receive({ account, token, method, query, headers: keptOf(request), body }).catch(
    () => "unavailable" as const,
  );
  count(account, result);
  return result === "unavailable" ? reply.code(503).header("retry-after", "10").send() : reply.code(204).send();
}

function keptOf({ headers }: FastifyRequest): Record<string, string> {
  return Object.fromEntries(KEPT_HEADERS.flatMap((name) => (headers[name] ? [[name, headers[name]]] : [])));
}

/** The body, or its beginning where it is too long, or where its sender went away. */
async function bodyOf(message: IncomingMessage): Promise<{ readonly body: Buffer; readonly isRead: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of message.iterator({ destroyOnReturn: false })) {
      if (size < KEPT_BYTES) chunks.push(chunk);
      size += chunk.length;
      if (size > READ_BYTES) break;
    }
  } catch {
    // Its sender went away: what has come is kept all the same.
  }
  return { body: Buffer.concat(chunks).subarray(0, KEPT_BYTES), isRead: size <= READ_BYTES };
}
