import { Failure, type FailureCode } from "../../errors.js";
import type { Operation } from "./operation.js";

/** How a carrier is called again after a failure that may pass. */
export interface RetryPolicy {
  /** Attempts at one call, the first included. */
  readonly attempts: number;
  /** The wait after the first failure; each next one is twice as long, up to `maxMs`. */
  readonly firstMs: number;
  readonly maxMs: number;
  /** How far chance may shorten and lengthen a wait, so that many callers do not come back at once. */
  readonly spread: readonly [least: number, most: number];
  /**
   * For a carrier that counts the calls of the whole account: one that is refused for too many makes all of them wait,
   * and after so many refusals in a row none is sent for `maxMs`. Null where each call waits for itself alone.
   */
  readonly restAfter: number | null;
}

/** For carriers that ask for nothing else. */
export const USUAL_RETRY: RetryPolicy = {
  attempts: 3,
  firstMs: 200,
  maxMs: Number.POSITIVE_INFINITY,
  spread: [0.5, 1.5],
  restAfter: null,
};

/** Milliseconds to wait after so many failures in a row. `jitter` is 0 to 1. */
export function backOffMs({ firstMs, maxMs, spread: [least, most] }: RetryPolicy, failures: number, jitter: number) {
  return Math.min(maxMs, firstMs * 2 ** (failures - 1) * (least + (most - least) * jitter));
}

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
export function retryDelayMs(
  { operation, number, failure, remainingMs, jitter }: Attempt,
  policy: RetryPolicy = USUAL_RETRY,
): number | null {
  if (operation.repeat !== "safe" || !(failure instanceof Failure)) return null;
  if (!WORTH_REPEATING.has(failure.code) || number >= attemptsAfter(failure, policy)) return null;
  if (failure.details.carrierOperation !== operation.name) return null;
  const delayMs = failure.details.retryAfterMs ?? backOffMs(policy, number, jitter);
  return delayMs < remainingMs ? delayMs : null;
}

const attemptsAfter = ({ code }: Failure, { attempts, restAfter }: RetryPolicy): number =>
  code === "TOO_MANY_REQUESTS" ? (restAfter ?? attempts) : attempts;
