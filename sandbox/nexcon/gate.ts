import type { FastifyRequest } from "fastify";
import type { Outgoing } from "../exchange.js";
import { empty, json, text } from "./answers.js";
import type { Account, World } from "./state.js";

/** Who is calling, as far as the headers say, and the refusal that they alone lead to. */
export interface Caller {
  account: Account | null;
  refusal: Outgoing | null;
}

/** The two headers are taken exactly as the document prints them. */
export function admit({ headers }: FastifyRequest, { accounts }: World): Caller {
  const { authorization } = headers;
  if (authorization === undefined) return { account: null, refusal: empty(401) };
  const key = /^bearer (\S+)$/.exec(authorization)?.[1];
  if (key === undefined) return { account: null, refusal: text(401, "Expected: bearer <API key>") };
  const account = accounts.find(({ apiKey }) => apiKey === key) ?? null;
  if (!account) return { account, refusal: json(401, { message: `Invalid API key ${key}` }) };
  if (!account.isAllowed) return { account, refusal: text(403, "Forbidden") };
  const isTyped = /^application\/json; ?charset=utf-8$/i.test(headers["content-type"] ?? "");
  return { account, refusal: isTyped ? null : json(415, { error: "Unsupported media type" }) };
}
