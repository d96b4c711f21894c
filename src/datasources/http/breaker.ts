import type { Standing } from "../../model/carrier.js";
import type { Operation } from "./operation.js";

/** When calls to a carrier in trouble are held back, and for how long. */
export interface BreakerPolicy {
  /** So many outages in a row, with no answer between them. */
  readonly failures?: number | undefined;
  /** They count together only within so many seconds. */
  readonly windowSeconds?: number | undefined;
  /** How long the carrier is left alone before it is tried again. */
  readonly restSeconds?: number | undefined;
}

type Effect = Operation["effect"];

/** What a call says of its carrier: that it is there, that it is not, or nothing. */
export type Sign = "there" | "away" | "none";

const FAILURES = 20;
const WINDOW_SECONDS = 60;
const REST_SECONDS = 10;

const CLOSED: Standing = { state: "CLOSED", until: null };
const HALF_OPEN: Standing = { state: "HALF_OPEN", until: null };

/** Calls of one class: held back after too many outages in a row. */
class Circuit {
  #outages = 0;
  #firstAt = 0;
  /** Null for closed. */
  #openUntil: number | null = null;

  constructor(readonly policy: BreakerPolicy) {}

  /** The clock is not asked while it is closed, as it nearly always is. */
  standing(now: () => number): Standing {
    if (this.#openUntil === null) return CLOSED;
    return now() < this.#openUntil ? { state: "OPEN", until: this.#openUntil } : HALF_OPEN;
  }

  close(): void {
    this.#outages = 0;
    this.#openUntil = null;
  }

  outage(now: number): void {
    const { failures = FAILURES, windowSeconds = WINDOW_SECONDS, restSeconds = REST_SECONDS } = this.policy;
    if (this.#outages === 0 || now - this.#firstAt > windowSeconds * 1000) {
      this.#outages = 0;
      this.#firstAt = now;
    }
    this.#outages += 1;
    const isDue = this.#openUntil === null ? this.#outages >= failures : now >= this.#openUntil;
    if (isDue) this.#openUntil = now + restSeconds * 1000;
  }
}

/**
 * Spares a carrier that is away, and those who would wait for it: reads and writes are held back apart. What is tried
 * after a rest is one read; a write is sent again only when a read has been answered.
 */
export class Breaker {
  readonly #circuits: Readonly<Record<Effect, Circuit>>;
  #isTrying = false;

  constructor(
    policy: BreakerPolicy = {},
    /** Epoch milliseconds. */
    readonly now: () => number = Date.now,
  ) {
    this.#circuits = { read: new Circuit(policy), write: new Circuit(policy) };
  }

  standing(effect: Effect): Standing {
    return this.#circuits[effect].standing(this.now);
  }

  /** How long a call would be held back that came now; null for not at all. 0 while another one is being tried. */
  heldBackMs(effect: Effect): number | null {
    const { state, until } = this.standing(effect);
    if (until !== null) return until - this.now();
    return state === "HALF_OPEN" && (effect === "write" || this.#isTrying) ? 0 : null;
  }

  /** A call that is not held back is being sent. True for the one read that is tried. */
  sends(effect: Effect): boolean {
    const isTried = effect === "read" && this.standing(effect).state === "HALF_OPEN";
    if (isTried) this.#isTrying = true;
    return isTried;
  }

  /** A call has ended. */
  ended(effect: Effect, sign: Sign, isTried: boolean): void {
    if (isTried) this.#isTrying = false;
    if (sign === "away") this.#circuits[effect].outage(this.now());
    if (sign !== "there") return;
    this.#circuits[effect].close();
    if (effect === "read" && this.standing("write").state === "HALF_OPEN") this.#circuits.write.close();
  }
}
