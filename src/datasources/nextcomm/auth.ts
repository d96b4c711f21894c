import { createCipheriv } from "node:crypto";
import { Failure } from "../../errors.js";
import type { CallContext } from "../carrier.js";
import type { CarrierClient } from "../http/client.js";
import { type Token, TokenCache } from "../http/token.js";
import type { NextCommConfig } from "./config.js";
import { getToken } from "./operations/login.js";

/** How long the carrier takes a token. */
const TOKEN_LIFE_MS = 15 * 60_000;
const LOGIN_TIMEOUT_MS = 30_000;

const NO_IV = Buffer.alloc(16);

type Cipher = Pick<NextCommConfig, "password" | "encryptionKey" | "cipher" | "iv">;

/** The password as it goes over the wire. Always the same: the carrier's samples show neither salt nor random IV. */
export function encryptedPassword({ password, encryptionKey, cipher, iv = NO_IV }: Cipher): string {
  const by = createCipheriv(cipher, encryptionKey, cipher === "aes-256-ecb" ? null : iv);
  return Buffer.concat([by.update(password, "utf8"), by.final()]).toString("base64");
}

/** The token of one account: kept for its life, obtained once for all who wait. */
export function tokensOf(client: CarrierClient, config: NextCommConfig): TokenCache {
  const body = { LoginId: config.loginId, Password: encryptedPassword(config) };
  const obtain = async (): Promise<Token> => {
    const askedAt = Date.now();
    const { answer } = await client.call(getToken, { body }, loginContext(askedAt));
    if (answer === null) throw new Failure("CARRIER_CONTRACT_VIOLATION", "the carrier issued no token");
    return { value: answer.MessageData, expiresAt: askedAt + TOKEN_LIFE_MS };
  };
  return new TokenCache(obtain, (error) => error instanceof Failure && error.code === "CARRIER_AUTH_FAILED");
}

/** A login belongs to nobody who waits for it. */
const loginContext = (now: number): CallContext => ({
  requestId: "token",
  signal: AbortSignal.timeout(LOGIN_TIMEOUT_MS),
  deadlineAt: now + LOGIN_TIMEOUT_MS,
});
