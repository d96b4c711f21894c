import { type FailureCode, isFailureCode, isOutage } from "../errors.js";
import type { HealthStatus } from "../model/carrier.js";
import type { CallRecord } from "./call.js";

const DOWN_AFTER = 3;

export interface Health {
  readonly status: HealthStatus;
  readonly lastSuccessAt: Date | null;
  readonly lastFailureAt: Date | null;
  readonly lastFailureCode: FailureCode | null;
}

/**
 * How an account has been answering lately, judged by the carrier's meaning: a refusal is an answer,
 * an outage inside HTTP 200 is an outage.
 */
export class HealthTracker {
  #failuresInRow = 0;
  /** Epoch milliseconds. */
  #lastSuccessAt: number | null = null;
  #lastFailureAt: number | null = null;
  #lastFailureCode: FailureCode | null = null;

  observe({ result }: Pick<CallRecord, "result">): void {
    // Nothing was sent, so nothing was learned.
    if (result === "CIRCUIT_OPEN") return;
    if (!isFailureCode(result) || !isOutage(result)) {
      this.#failuresInRow = 0;
      this.#lastSuccessAt = Date.now();
      return;
    }
    this.#failuresInRow += 1;
    this.#lastFailureAt = Date.now();
    this.#lastFailureCode = result;
  }

  get health(): Health {
    return {
      status: this.#status(),
      lastSuccessAt: dateOf(this.#lastSuccessAt),
      lastFailureAt: dateOf(this.#lastFailureAt),
      lastFailureCode: this.#lastFailureCode,
    };
  }

  #status(): HealthStatus {
    if (this.#failuresInRow >= DOWN_AFTER) return "DOWN";
    if (this.#failuresInRow > 0) return "DEGRADED";
    return this.#lastSuccessAt === null ? "UNKNOWN" : "OK";
  }
}

const dateOf = (at: number | null): Date | null => (at === null ? null : new Date(at));
