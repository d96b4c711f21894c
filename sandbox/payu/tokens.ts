import { randomBytes } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { Outgoing } from "../exchange.js";
import { type Refusal, tokenGranted, UNAUTHORISED } from "./answers.js";
import type { Account, World } from "./state.js";

const LIFE_S = 7200;

const PLANS_SCOPE = "read_plans";

const SCOPES = new Set([
  "read_bills",
  "create_transactions",
  "read_billers",
  "read_biller_categories",
  "read_transactions",
  "read_operators",
  "read_circles",
  "read_operator_circle",
  PLANS_SCOPE,
]);

/** The form of a token request; null when it is none. */
export const formOf = ({ headers, body }: FastifyRequest): URLSearchParams | null =>
  /^application\/x-www-form-urlencoded\b/i.test(headers["content-type"] ?? "") && typeof body === "string"
    ? new URLSearchParams(body)
    : null;

/** Gives a token for the scopes that are asked for, or says what is wrong with the request. */
export function grant(world: World, account: Account | null, form: URLSearchParams | null, now: number) {
  const scopes = form?.get("scope")?.split(" ").filter(Boolean) ?? [];
  const refused = refusal(account, form, scopes);
  if (refused || !account) return refused ?? UNAUTHORISED;
  const token = randomBytes(32).toString("hex");
  world.tokens.set(token, { account, scopes, until: now + LIFE_S * 1000 });
  return tokenGranted({
    access_token: token,
    token_type: "Bearer",
    expires_in: LIFE_S,
    scope: scopes.join(" "),
    // The machine's time, since a client compares it with that; whether a token still works is the sandbox's.
    created_at: Math.floor(Date.now() / 1000),
  }) satisfies Outgoing;
}

function refusal(account: Account | null, form: URLSearchParams | null, scopes: readonly string[]): Refusal | null {
  if (!form) return { reason: "The request is not a form", errorCode: "INVALID_REQUEST", status: 400 };
  if (!account || form.get("client_secret") !== account.clientSecret) {
    return { reason: "The client is not known", errorCode: "INVALID_CLIENT", status: 401 };
  }
  if (form.get("grant_type") !== account.grantType)
    return { reason: "Not for this client", errorCode: "INVALID_GRANT" };
  const isKnown = scopes.length > 0 && scopes.every((scope) => SCOPES.has(scope));
  return isKnown ? null : { reason: "The scope is not known", errorCode: "INVALID_SCOPE" };
}

/** Whose token it is, and the refusal of one that is not good for the plans. */
export function admit({ headers }: FastifyRequest, { tokens }: World, now: number) {
  const token = /^Bearer (\S+)$/.exec(headers.authorization ?? "")?.[1];
  const known = token === undefined ? undefined : tokens.get(token);
  if (!known || now >= known.until) return { account: known?.account ?? null, refusal: UNAUTHORISED };
  const { account, scopes } = known;
  if (scopes.includes(PLANS_SCOPE)) return { account, refusal: null };
  const refusal: Refusal = { reason: "The scope of the token is another", errorCode: "FORBIDDEN", status: 403 };
  return { account, refusal };
}
