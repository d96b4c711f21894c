import type { FastifyRequest } from "fastify";
import { type Answer, fail, missing } from "./answer.js";
import type { Enterprise, World } from "./state.js";
import type { Reading, Tokens } from "./tokens.js";

/** Who is calling, as far as the headers say. */
export interface Caller {
  enterprise: Enterprise | null;
  /** The refusal that the headers alone lead to. */
  refusal: Answer | null;
}

const header = (request: FastifyRequest, name: string): string => {
  const value = request.headers[name];
  return typeof value === "string" ? value : "";
};

/** An unauthorised call: inner 401 at HTTP 200 for a token that has expired; the outer code is seen as "401" and as "1". */
export const authorizationFailed = (turn: number, status = 200): Answer => ({
  ...fail("401", "Authorization Failed"),
  outer: turn % 2 === 0 ? "1" : "401",
  status,
});

/** Checks the three headers that every call but login carries. */
export function admit(request: FastifyRequest, world: World, tokens: Tokens, turn: number, isRefresh: boolean): Caller {
  const authorization = header(request, "x-authorization");
  const match = /^Bearer (\S+)$/.exec(authorization);
  const reading: Reading = match?.[1] ? tokens.read(match[1], isRefresh ? "refresh" : "access") : { state: "invalid" };
  if (reading.state === "invalid") return { enterprise: null, refusal: authorizationFailed(turn, 401) };
  const enterprise = world.enterprises.find((candidate) => candidate.account === reading.account) ?? null;
  if (reading.state === "expired") return { enterprise, refusal: authorizationFailed(turn) };
  return { enterprise, refusal: isRefresh ? null : formal(request) };
}

function formal(request: FastifyRequest): Answer | null {
  if (header(request, "x-requested-with") !== "XMLHttpRequest") return missing("X-Requested-With");
  return jsonType(request);
}

/** The content type is asked of every call, also of those without a body. */
export const jsonType = (request: FastifyRequest): Answer | null =>
  /^application\/json\b/i.test(header(request, "content-type")) ? null : missing("Content-Type");
