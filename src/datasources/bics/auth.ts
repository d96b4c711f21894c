import { z } from "zod";
import { Failure } from "../../errors.js";
import type { CallContext } from "../carrier.js";
import type { CarrierClient } from "../http/client.js";
import type { Operation } from "../http/operation.js";
import { type ObtainToken, type Token, TokenCache } from "../http/token.js";
import type { BicsConfig, BicsCredentials } from "./config.js";
import { login, refreshToken, type Tokens } from "./operations/login.js";

/** How long a token is used whose own expiry cannot be read. The carrier only says that it is short-lived. */
const FALLBACK_LIFE_MS = 9 * 60_000;
const RENEWAL_TIMEOUT_MS = 30_000;

const Claims = z.object({ exp: z.number(), iat: z.number().optional() });

/** The tokens of one account: logs in, renews by the refresh token, and logs in again when that is refused. */
export class Session {
  readonly #client: CarrierClient;
  readonly #tokens: TokenCache;
  #refreshToken: string | null = null;

  constructor(client: CarrierClient, { id, credentials }: Pick<BicsConfig, "id" | "credentials">) {
    this.#client = client;
    const obtain = credentials.kind === "token" ? fixedToken(id, credentials) : this.#obtainBy(credentials);
    this.#tokens = new TokenCache(obtain, (error) => error instanceof Failure && error.code === "CARRIER_AUTH_FAILED");
  }

  token(): string | Promise<string> {
    return this.#tokens.get();
  }

  expire(token: string): void {
    this.#tokens.expire(token);
  }

  /** The value of X-Authorization; the renewal alone is signed with the refresh token. */
  bearerOf(operation: Operation, token: string | null): string | null {
    return operation.name === refreshToken.name ? this.#refreshToken : token;
  }

  #obtainBy(credentials: Login): ObtainToken {
    return async (previous) => this.#kept((previous && (await this.#renewed())) ?? (await this.#loggedIn(credentials)));
  }

  async #loggedIn({ username, password, targetAccountId }: Login): Promise<Tokens> {
    const body = { username, password, ...(targetAccountId === undefined ? {} : { targetAccountId }) };
    return tokensOf(await this.#client.call(login, { body }, renewalContext()));
  }

  /** Null when there is nothing to renew with, or the carrier does not take it any more. */
  async #renewed(): Promise<Tokens | null> {
    if (this.#refreshToken === null) return null;
    try {
      return tokensOf(await this.#client.call(refreshToken, {}, renewalContext()));
    } catch (failure) {
      this.#refreshToken = null;
      if (failure instanceof Failure && failure.facts.retryable) throw failure;
      return null;
    }
  }

  #kept({ AccessToken, RefreshToken }: Tokens): Token {
    this.#refreshToken = RefreshToken ?? null;
    return { value: AccessToken, expiresAt: expiryOf(AccessToken, Date.now()) };
  }
}

type Login = Extract<BicsCredentials, { kind: "login" }>;

function tokensOf({ answer }: { readonly answer: Tokens | null }): Tokens {
  if (answer === null) throw new Failure("CARRIER_CONTRACT_VIOLATION", "the carrier issued no token");
  return answer;
}

/** A renewal belongs to nobody who waits for it. */
const renewalContext = (): CallContext => ({
  requestId: "token",
  signal: AbortSignal.timeout(RENEWAL_TIMEOUT_MS),
  deadlineAt: Date.now() + RENEWAL_TIMEOUT_MS,
});

/** A token of the configuration is used until the carrier refuses it; there is no way to renew it. */
function fixedToken(account: string, { accessToken }: Extract<BicsCredentials, { kind: "token" }>): ObtainToken {
  return async (previous) => {
    if (previous === null) return { value: accessToken, expiresAt: Number.POSITIVE_INFINITY };
    throw new Failure("CARRIER_AUTH_FAILED", `The carrier refuses the access token of ${account}.`, {
      carrier: "BICS",
      account,
      hint: "Put a new accessToken into the accounts file, or username and password, which renew themselves.",
    });
  };
}

/**
 * Epoch milliseconds at which a JWT ends. Its life is counted from now on our clock, so that a clock of the carrier
 * that runs ahead or behind does no harm.
 */
export function expiryOf(jwt: string, now: number): number {
  const claims = claimsOf(jwt);
  if (claims === null) return now + FALLBACK_LIFE_MS;
  const expiresAt = claims.iat === undefined ? claims.exp * 1000 : now + (claims.exp - claims.iat) * 1000;
  return expiresAt > now ? expiresAt : now + FALLBACK_LIFE_MS;
}

function claimsOf(jwt: string): z.output<typeof Claims> | null {
  try {
    return Claims.parse(JSON.parse(Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString("utf8")));
  } catch {
    return null;
  }
}
