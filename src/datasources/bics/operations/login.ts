import { z } from "zod";
import { operation } from "../../http/operation.js";
import { checkedBy } from "../../shapes.js";
import { TOKENS_ISSUED } from "../failures.js";

/** Both tokens stand at the top of the answer, in no envelope. */
const Tokens = z.object({ AccessToken: z.string().min(1), RefreshToken: z.string().min(1).nullish() });

export type Tokens = z.output<typeof Tokens>;

/** `targetAccountId`: reseller support access into a child account. Sent without X-Authorization. */
export const login = operation({
  name: "login",
  doc: "Authentication - Access Token",
  effect: "read",
  auth: "none",
  method: "POST",
  path: "/login",
  body: z.strictObject({
    username: z.string().min(1),
    password: z.string().min(1),
    targetAccountId: z.string().min(1).optional(),
  }),
  answers: { "2xx": checkedBy(Tokens) },
  codes: { done: [TOKENS_ISSUED] },
  timeoutMs: 30_000,
  repeat: "safe",
});

/** Signed with the refresh token; a new pair comes back. */
export const refreshToken = operation({
  name: "RefreshToken",
  doc: "Authentication - Refresh Token",
  effect: "read",
  auth: "none",
  method: "GET",
  path: "/RefreshToken",
  answers: { "2xx": checkedBy(Tokens) },
  codes: { done: [TOKENS_ISSUED] },
  timeoutMs: 30_000,
  repeat: "safe",
});
