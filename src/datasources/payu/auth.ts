import { Failure } from "../../errors.js";
import type { CallContext } from "../carrier.js";
import { CarrierClient, type ClientOptions } from "../http/client.js";
import { type ObtainToken, TokenCache } from "../http/token.js";
import type { PayuConfig, PayuCredentials } from "./config.js";
import { tokenVerdict } from "./failures.js";
import { getToken, type Issued } from "./operations/token.js";

/** How long a token is used that does not say how long it lives. */
const FALLBACK_LIFE_S = 600;
const TOKEN_TIMEOUT_MS = 30_000;

/** The tokens of one account for one scope: one of another scope is no good. They come from another host than the data. */
export interface Session {
  readonly tokens: TokenCache;
  close(): Promise<void>;
}

type Options = Pick<ClientOptions, "carrier" | "account" | "limits" | "observe">;

export function sessionFor(scope: string, { credentials }: PayuConfig, options: Options): Session {
  if (credentials.kind === "token") {
    return { tokens: cacheOf(fixedToken(options.account, credentials)), close: async () => {} };
  }
  // The last part of the address is the operation's path, the rest the base.
  const { href: baseUrl } = new URL(".", credentials.tokenUrl);
  const endpoint = credentials.tokenUrl.slice(credentials.tokenUrl.lastIndexOf("/") + 1);
  const client = new CarrierClient({ ...options, baseUrl }, () => ({
    token: () => null,
    expire: () => {},
    headers: () => ({ "Content-Type": "application/x-www-form-urlencoded" }),
    judge: tokenVerdict,
  }));
  const { clientId: client_id, clientSecret: client_secret, grantType: grant_type } = credentials;
  const input = { params: { endpoint }, body: { client_id, client_secret, grant_type, scope } };
  const obtain: ObtainToken = async () => {
    const askedAt = Date.now();
    const { answer } = await client.call(getToken, input, tokenContext(askedAt));
    if (answer === null) throw new Failure("CARRIER_CONTRACT_VIOLATION", "the carrier issued no token");
    return { value: answer.access_token, expiresAt: expiryOf(answer, askedAt) };
  };
  return { tokens: cacheOf(obtain), close: () => client.close() };
}

const cacheOf = (obtain: ObtainToken): TokenCache =>
  new TokenCache(obtain, (error) => error instanceof Failure && error.code === "CARRIER_AUTH_FAILED");

/** A token belongs to nobody who waits for it. */
const tokenContext = (now: number): CallContext => ({
  requestId: "token",
  signal: AbortSignal.timeout(TOKEN_TIMEOUT_MS),
  deadlineAt: now + TOKEN_TIMEOUT_MS,
});

/**
 * Epoch milliseconds at which a token ends. A token may have been created before it was asked for. Where the carrier's
 * clock runs so far behind that none would ever be good, only its life counts.
 */
export function expiryOf({ created_at, expires_in = FALLBACK_LIFE_S }: Issued, now: number): number {
  const byLife = now + expires_in * 1000;
  if (created_at === undefined) return byLife;
  const byClock = Math.min(byLife, (created_at + expires_in) * 1000);
  return byClock > now ? byClock : byLife;
}

/** A token of the configuration is used until the carrier refuses it; there is no way to renew it. */
function fixedToken(account: string, { accessToken }: Extract<PayuCredentials, { kind: "token" }>): ObtainToken {
  return async (previous) => {
    if (previous === null) return { value: accessToken, expiresAt: Number.POSITIVE_INFINITY };
    throw new Failure("CARRIER_AUTH_FAILED", `The carrier refuses the access token of ${account}.`, {
      carrier: "PAYU",
      account,
      hint: "Put a new accessToken into the accounts file, or tokenUrl, clientId and clientSecret, which renew themselves.",
    });
  };
}
