import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { FastifyReply, FastifyRequest } from "fastify";
import { callerOf } from "./headers.js";

/** What the rest of the program may know of an HTTP request. */
export interface RequestFacts {
  readonly requestId: string;
  readonly headers: IncomingHttpHeaders;
  /** Who asks. */
  readonly caller: string;
  /** Aborted when the client goes away before it has its answer. */
  readonly signal: AbortSignal;
}

export const REQUEST_ID_HEADER = "x-request-id";
const SANE_REQUEST_ID = /^[A-Za-z0-9._-]{1,128}$/;

/** The caller's own request id where it is harmless in logs and headers, else a new one. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers[REQUEST_ID_HEADER];
  return typeof given === "string" && SANE_REQUEST_ID.test(given) ? given : randomUUID();
}

/** Throws BadRequest for headers that are not answered. */
export function requestFacts(request: FastifyRequest, reply: FastifyReply): RequestFacts {
  const { headers } = request;
  const caller = callerOf(headers);
  const client = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) client.abort(new Error("The client has gone away"));
  });
  return { requestId: request.id, headers, caller, signal: client.signal };
}
