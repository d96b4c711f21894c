import type { Protocol } from "../http/client.js";
import type { TokenCache } from "../http/token.js";
import { verdictOf } from "./failures.js";

/** How PayU is called: a bearer token, and a content type though nothing but an address is sent. */
export const payuProtocol = (tokens: TokenCache): Protocol => ({
  token: () => tokens.get(),
  expire: (token) => tokens.expire(token),
  headers: (_operation, token) => ({
    "Content-Type": "application/json",
    ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
  }),
  judge: verdictOf,
});
