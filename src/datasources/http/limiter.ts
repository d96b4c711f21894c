export interface Limits {
  /** Calls under way at once. */
  readonly concurrency: number;
  /** Calls started in any second; below one it spaces them: 0.5 is one in two seconds. Absent is unlimited. */
  readonly perSecond?: number | undefined;
}

interface Waiter {
  readonly start: () => void;
}

/**
 * Bounds the calls of one account: first come, first served.
 * A waiter whose signal aborts leaves the queue without having used a place.
 */
export class Limiter {
  readonly #limits: Limits;
  readonly #waiting = new Set<Waiter>();
  #running = 0;
  #started: number[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  get load(): { running: number; waiting: number } {
    return { running: this.#running, waiting: this.#waiting.size };
  }

  /** Runs the task when there is a place; rejects with the signal's reason when it aborts while waiting. */
  async run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> {
    await this.#place(signal);
    try {
      return await task();
    } finally {
      this.#running -= 1;
      this.#admit();
    }
  }

  #place(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.delete(waiter);
        reject(signal.reason);
      };
      const waiter: Waiter = {
        start: () => {
          signal.removeEventListener("abort", leave);
          resolve();
        },
      };
      signal.addEventListener("abort", leave, { once: true });
      this.#waiting.add(waiter);
      this.#admit();
    });
  }

  #admit(): void {
    for (const waiter of this.#waiting) {
      if (this.#running >= this.#limits.concurrency) return;
      const pauseMs = this.#pauseMs(performance.now());
      if (pauseMs > 0) {
        this.#admitIn(pauseMs);
        return;
      }
      this.#waiting.delete(waiter);
      this.#running += 1;
      waiter.start();
    }
  }

  /** How long the next call must wait; 0 counts it as started. */
  #pauseMs(now: number): number {
    const { perSecond } = this.#limits;
    if (perSecond === undefined) return 0;
    const windowMs = Math.max(1000, 1000 / perSecond);
    this.#started = this.#started.filter((at) => at > now - windowMs);
    if (this.#started.length < Math.max(1, Math.floor(perSecond))) {
      this.#started.push(now);
      return 0;
    }
    return (this.#started[0] ?? now) + windowMs - now;
  }

  #admitIn(pauseMs: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#admit();
    }, Math.ceil(pauseMs));
  }
}
