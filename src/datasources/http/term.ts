/** What a call waits for, when it can be cut short. */
export interface Stoppable {
  stop(reason: unknown): void;
}

/**
 * How long a call is of use to those who wait for it. It is what an AbortSignal is, for one call: that waits for one thing
 * at a time, and so needs no events.
 */
export class Term {
  /** Epoch milliseconds after which its outcome is of no use. It may be put off while the call is under way. */
  givesUpAt = 0;
  #isOver = false;
  #reason: unknown;
  #waited: Stoppable | null = null;

  /** Nobody waits any more. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Why the last one has left. */
  get reason(): unknown {
    return this.#reason;
  }

  /** The last one has left. */
  end(reason: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#reason = reason;
    this.#waited?.stop(reason);
  }

  throwIfOver(): void {
    if (this.#isOver) throw this.#reason;
  }

  /** What is to be stopped when it ends, instead of whatever was waited for before; null for nothing. */
  stops(waited: Stoppable | null): void {
    this.#waited = waited;
  }

  /** Settles as the promise does, or rejects with the reason as soon as the term ends. The promise goes on. */
  async until<T>(promise: T | Promise<T>): Promise<T> {
    const over = Promise.withResolvers<never>();
    if (this.#isOver) over.reject(this.#reason);
    else this.stops({ stop: over.reject });
    try {
      return await Promise.race([over.promise, promise]);
    } finally {
      this.stops(null);
    }
  }

  /** Rejects with the reason as soon as the term ends. */
  async sleep(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    try {
      await this.until(promise);
    } finally {
      clearTimeout(timer);
    }
  }
}
