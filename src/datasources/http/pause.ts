import { backOffMs, type RetryPolicy } from "./retry.js";
import type { Verdict } from "./verdict.js";

const NEVER = Number.NEGATIVE_INFINITY;

/**
 * How long the calls of an account are held back because the carrier asks for fewer. Never where the policy lets each
 * call wait for itself alone.
 */
export class Pause {
  readonly #policy: RetryPolicy;
  /** In a row, over all calls; those that were under way together count as one. */
  #refusals = 0;
  #refusedAt = NEVER;
  #until = NEVER;

  constructor(
    policy: RetryPolicy,
    /** Milliseconds of a clock that never goes back. */
    readonly now: () => number = () => performance.now(),
  ) {
    this.#policy = policy;
  }

  /** Until calls may be sent again; 0 for at once. */
  get leftMs(): number {
    return this.#until === NEVER ? 0 : Math.max(0, this.#until - this.now());
  }

  /** The carrier has refused so often in a row that nothing is to be sent again before the pause is over. */
  get isRest(): boolean {
    const { restAfter } = this.#policy;
    return restAfter !== null && this.#refusals >= restAfter && this.leftMs > 0;
  }

  /** Takes note of a verdict on what was sent at a time; a refusal tells how long to wait from now on. */
  after(verdict: Verdict, sentAt: number): Verdict {
    if (this.#policy.restAfter === null) return verdict;
    if (verdict.is !== "throttled") {
      if (sentAt >= this.#refusedAt) this.#refusals = 0;
      return verdict;
    }
    if (sentAt >= this.#refusedAt) this.#begin(verdict.retryAfterMs, this.#policy.restAfter);
    return { is: "throttled", retryAfterMs: Math.ceil(this.leftMs) };
  }

  #begin(retryAfterMs: number | undefined, restAfter: number): void {
    this.#refusals += 1;
    this.#refusedAt = this.now();
    const restMs = this.#refusals >= restAfter ? this.#policy.maxMs : 0;
    const waitMs = retryAfterMs ?? backOffMs(this.#policy, this.#refusals, Math.random());
    this.#until = this.#refusedAt + Math.max(restMs, waitMs);
  }
}
