import { Failure, type FailureCode } from "../../errors.js";
import type { Operation } from "./operation.js";

const MAX_ATTEMPTS = 3;
const BASE_DELAY_MS = 200;

const WORTH_REPEATING: ReadonlySet<FailureCode> = new Set(["CARRIER_UNAVAILABLE", "TOO_MANY_REQUESTS"]);

export interface Attempt {
  readonly operation: Pick<Operation, "name" | "repeat">;
  /** 1 for the first. */
  readonly number: number;
  readonly failure: unknown;
  /** What is left until nobody waits any more. */
  readonly remainingMs: number;
  /** 0 to 1, spreads the attempts of many callers. */
  readonly jitter: number;
}

/**
 * Milliseconds to wait before the same call is sent again, or null to give up. Pure.
 * Only operations that declare a repeat as safe are ever sent again, and only after a failure of their own: the call
 * that could not obtain the token has been repeated already.
 */
export function retryDelayMs({ operation, number, failure, remainingMs, jitter }: Attempt): number | null {
  if (operation.repeat !== "safe" || number >= MAX_ATTEMPTS) return null;
  if (!(failure instanceof Failure) || !WORTH_REPEATING.has(failure.code)) return null;
  if (failure.details.carrierOperation !== operation.name) return null;
  const backOffMs = BASE_DELAY_MS * 2 ** (number - 1) * (0.5 + jitter);
  const delayMs = failure.details.retryAfterMs ?? backOffMs;
  return delayMs < remainingMs ? delayMs : null;
}
