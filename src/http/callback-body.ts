import type { IncomingMessage } from "node:http";
import type { FastifyRequest } from "fastify";

/** More of a body is not kept. */
const KEPT_BYTES = 64 * 1024;
/** More of it is not even read. */
const READ_BYTES = 1024 * 1024;

/** Headers that help to understand a body, and carry no secret. */
const KEPT_HEADERS = ["content-type", "content-length", "user-agent"] as const;

export function keptHeaders({ headers }: FastifyRequest): Record<string, string> {
  return Object.fromEntries(KEPT_HEADERS.flatMap((name) => (headers[name] ? [[name, headers[name]]] : [])));
}

/** The body, or its beginning where it is too long, or where its sender went away. */
export async function bodyOf(message: IncomingMessage): Promise<{ readonly body: Buffer; readonly isRead: boolean }> {
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
