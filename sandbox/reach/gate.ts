import type { FastifyRequest } from "fastify";
import type { Outgoing } from "../exchange.js";
import { fromGateway } from "./answers.js";
import type { Account, World } from "./state.js";

/** Who is calling, as far as the headers say, and the refusal that they alone lead to. */
export interface Caller {
  account: Account | null;
  refusal: Outgoing | null;
  /** The header of a refusal for too many calls. */
  retryAfter?: string | null;
}

/** Basic of a literal, a pipe and the JWT, in standard Base64 with padding. */
const authorizationOf = (jwt: string): string => `Basic ${Buffer.from(`clientapi|${jwt}`, "utf8").toString("base64")}`;

/** Both headers are needed, of one account, character by character. */
export function admit({ headers }: FastifyRequest, { accounts }: World): Caller {
  const account = accounts.find(({ apiKey }) => apiKey === headers["x-api-key"]) ?? null;
  if (!account || headers.authorization !== authorizationOf(account.jwt)) {
    return { account: null, refusal: fromGateway(401, "Unauthorized") };
  }
  const { isAllowed, rateLimit } = account.settings;
  if (!isAllowed) {
    return { account, refusal: fromGateway(403, "Access to this resource is denied with an explicit deny") };
  }
  if (!rateLimit) return { account, refusal: null };
  return { account, refusal: fromGateway(429, "Too Many Requests"), retryAfter: rateLimit.retryAfter };
}
