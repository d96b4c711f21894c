import { createHash } from "node:crypto";
import type { z } from "zod";
import { Failure } from "../errors.js";
import type { Result } from "../lifecycle/action.js";
import type { Sealer } from "../store/personal.js";

export type { Sealer };

/** Each operation's own: its seal opens for no other. */
const purposeOf = (operation: string): string => `result of ${operation}`;

export const sealResult = (sealer: Sealer, operation: string, result: Result): string =>
  sealer.seal(purposeOf(operation), JSON.stringify(result));

/** Throws INTERNAL when it was sealed under another secret of ids. */
export function openResult(sealer: Sealer, operation: string, sealed: string, schema: z.ZodType<Result>): Result {
  const text = sealer.open(purposeOf(operation), sealed);
  if (text !== null) return schema.parse(JSON.parse(text));
  throw new Failure("INTERNAL", "The result was sealed under another ID_SECRET.", {
    hint: "Ask the operator: it can be read again under the secret of then.",
  });
}

interface Hashed {
  readonly action: string;
  readonly account: string;
  readonly target: string | null;
  readonly asked: unknown;
  readonly secret?: unknown;
}

/**
 * Equal requests have equal hashes; the order of members does not matter. A secret goes in under seal: a PIN has so few
 * values that a plain hash would tell it.
 */
export function hashOf({ action, account, target, asked, secret }: Hashed, sealer: Sealer): string {
  const parts = [action, account, target, sorted(asked)];
  if (secret !== undefined) parts.push(sealer.seal("secret of a request", sha256(sorted(secret))));
  return sha256(parts);
}

const sha256 = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => [key, sorted(member)]);
}
