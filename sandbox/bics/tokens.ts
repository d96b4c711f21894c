import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { SandboxClock } from "../clock.js";

const ACCESS_MS = 600_000;
const REFRESH_MS = 86_400_000;

type Kind = "access" | "refresh";
export type Reading = { state: "valid" | "expired"; account: string } | { state: "invalid" };

export interface Tokens {
  issue(account: string): { AccessToken: string; RefreshToken: string };
  read(token: string, kind: Kind): Reading;
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/**
 * JWTs (HS256). Their `exp` is written for the machine's clock, since that is the one a client compares with; whether a
 * token still works is decided on the sandbox's clock, so that advancing it expires tokens a client believes in.
 */
export function createTokens(clock: SandboxClock): Tokens {
  const secret = randomBytes(32);
  const issued = new Map<string, { account: string; kind: Kind; until: number }>();
  const sign = (text: string): string => createHmac("sha256", secret).update(text).digest("base64url");
  const make = (account: string, kind: Kind, lifeMs: number): string => {
    const jti = randomBytes(12).toString("hex");
    issued.set(jti, { account, kind, until: clock.now() + lifeMs });
    const iat = Math.floor(Date.now() / 1000);
    const text = `${encode({ alg: "HS256", typ: "JWT" })}.${encode({ sub: account, typ: kind, jti, iat, exp: iat + lifeMs / 1000 })}`;
    return `${text}.${sign(text)}`;
  };
  return {
    issue: (account) => ({
      AccessToken: make(account, "access", ACCESS_MS),
      RefreshToken: make(account, "refresh", REFRESH_MS),
    }),
    read: (token, kind) => {
      const [header = "", payload = "", signature = ""] = token.split(".");
      if (!isSame(signature, sign(`${header}.${payload}`))) return { state: "invalid" };
      const known = issued.get(jtiOf(payload));
      if (!known || known.kind !== kind) return { state: "invalid" };
      return { state: known.until > clock.now() ? "valid" : "expired", account: known.account };
    },
  };
}

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

function jtiOf(payload: string): string {
  const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
  const jti = typeof claims === "object" && claims !== null ? Reflect.get(claims, "jti") : undefined;
  return typeof jti === "string" ? jti : "";
}
