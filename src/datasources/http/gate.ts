import type { Failure } from "../../errors.js";
import type { Standing } from "../../model/carrier.js";
import type { Spared } from "../call.js";
import type { Attempt } from "./attempt.js";
import { Breaker, type Sign } from "./breaker.js";
import { failer } from "./failing.js";
import type { Operation } from "./operation.js";
import { Pause } from "./pause.js";
import type { ClientOptions } from "./protocol.js";
import { USUAL_RETRY } from "./retry.js";
import type { Verdict } from "./verdict.js";

/** When an account may call: not while its carrier asks for fewer calls, nor while the carrier is away. */
export class Gate {
  readonly #pause: Pause;
  readonly #breaker: Breaker;

  constructor(
    readonly options: ClientOptions,
    readonly spared: Record<Spared, number>,
  ) {
    this.#pause = new Pause(options.retry ?? USUAL_RETRY);
    this.#breaker = new Breaker(options.breaker);
  }

  standing(effect: Operation["effect"]): Standing {
    const { isRest, leftMs } = this.#pause;
    return isRest ? { state: "OPEN", until: Date.now() + leftMs } : this.#breaker.standing(effect);
  }

  isShut(effect: Operation["effect"]): boolean {
    return this.#breaker.heldBackMs(effect) !== null;
  }

  /** Null where the call may be made at once, otherwise a wait. Fails at once where the wait is too long for the caller. */
  opens(operation: Operation, attempt: Attempt): Promise<void> | null {
    const heldBackMs = attempt.isTried || operation.auth === "none" ? null : this.#breaker.heldBackMs(operation.effect);
    if (heldBackMs !== null) throw this.#leftAlone(operation, attempt, heldBackMs);
    return this.#pause.leftMs > 0 ? this.#pauseEnds(operation, attempt) : null;
  }

  /** The call is being made. */
  passed({ auth, effect }: Operation, attempt: Attempt): void {
    if (auth !== "none") attempt.isTried ||= this.#breaker.sends(effect);
  }

  /** Takes note of a verdict on what was sent at a time; a refusal tells how long to wait from now on. */
  after(verdict: Verdict, sentAt: number): Verdict {
    return this.#pause.after(verdict, sentAt);
  }

  /** The carrier has refused so often in a row that nothing is to be sent for a while. */
  throwIfResting(operation: Operation): void {
    if (this.#pause.isRest) throw this.#heldBack(operation);
  }

  /** The call has ended. */
  ended({ auth, effect }: Operation, attempt: Attempt, sign: Sign): void {
    if (auth !== "none") this.#breaker.ended(effect, sign, attempt.isTried);
  }

  async #pauseEnds(operation: Operation, attempt: Attempt): Promise<void> {
    for (let { leftMs } = this.#pause; leftMs > 0; { leftMs } = this.#pause) {
      if (this.#pause.isRest || leftMs >= attempt.remainingMs) throw this.#heldBack(operation);
      await attempt.term.sleep(Math.ceil(leftMs));
    }
  }

  #heldBack(operation: Operation): Failure {
    const { isRest, leftMs } = this.#pause;
    const code = isRest ? "CIRCUIT_OPEN" : "TOO_MANY_REQUESTS";
    const what = "calls are held back, because the carrier asks for fewer";
    return failer(operation, this.options)(code, what, { retryAfterMs: Math.ceil(leftMs) });
  }

  #leftAlone(operation: Operation, attempt: Attempt, retryAfterMs: number): Failure {
    attempt.isHeldBack = true;
    this.spared.heldBack += 1;
    const what = "the carrier has failed too often in a row, and is left alone for a while";
    return failer(operation, this.options)("CIRCUIT_OPEN", what, { retryAfterMs: Math.ceil(retryAfterMs) });
  }
}
