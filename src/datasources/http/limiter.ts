export interface Limits {
  /** Calls under way at once. */
  readonly concurrency: number;
  /** Calls started in any second; below one it spaces them: 0.5 is one in two seconds. Absent is unlimited. */
  readonly perSecond?: number | undefined;
}

interface Waiter {
  readonly start: () => void;
}

/** The program itself. No caller is called so. */
const OURSELVES = "";

/**
 * Bounds the calls of one account. Those who have to wait are served by turns, one caller after the other, and of each the
 * first that came. A waiter whose signal aborts leaves the queue without having used a place.
 */
export class Limiter {
  readonly #whole: Limits;
  #limits: Limits;
  /** By caller; whose turn it is stands first. */
  readonly #queues = new Map<string, Set<Waiter>>();
  #waiting = 0;
  #running = 0;
  #started: number[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(limits: Limits) {
    this.#whole = limits;
    this.#limits = limits;
  }

  /** Takes one of so many equal parts of the limits. */
  share(parts: number): void {
    const { concurrency, perSecond } = this.#whole;
    this.#limits = {
      concurrency: Math.max(1, Math.floor(concurrency / parts)),
      perSecond: perSecond === undefined ? undefined : perSecond / parts,
    };
    this.#admit();
  }

  get load(): { running: number; waiting: number } {
    return { running: this.#running, waiting: this.#waiting };
  }

  /** Runs the task when there is a place; rejects with the signal's reason when it aborts while waiting. */
  async run<T>(task: () => Promise<T>, signal: AbortSignal, caller = OURSELVES): Promise<T> {
    signal.throwIfAborted();
    if (this.#isFree()) this.#running += 1;
    else await this.#place(signal, caller);
    try {
      return await task();
    } finally {
      this.#running -= 1;
      this.#admit();
    }
  }

  /** Whether a call may start at once; then it counts as started. */
  #isFree(): boolean {
    return this.#waiting === 0 && this.#running < this.#limits.concurrency && this.#pauseMs() === 0;
  }

  #place(signal: AbortSignal, caller: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#leave(caller, waiter);
        reject(signal.reason);
      };
      const waiter: Waiter = {
        start: () => {
          signal.removeEventListener("abort", leave);
          resolve();
        },
      };
      signal.addEventListener("abort", leave, { once: true });
      const queue = this.#queues.get(caller);
      if (queue) queue.add(waiter);
      else this.#queues.set(caller, new Set([waiter]));
      this.#waiting += 1;
      this.#admit();
    });
  }

  #leave(caller: string, waiter: Waiter): void {
    const queue = this.#queues.get(caller);
    if (!queue?.delete(waiter)) return;
    this.#waiting -= 1;
    if (queue.size === 0) this.#queues.delete(caller);
  }

  #admit(): void {
    // A caller who has had a turn stands last again, and is met again at the end.
    for (const [caller, queue] of this.#queues) {
      if (this.#running >= this.#limits.concurrency) return;
      const pauseMs = this.#pauseMs();
      if (pauseMs > 0) {
        this.#admitIn(pauseMs);
        return;
      }
      this.#queues.delete(caller);
      const [waiter] = queue;
      if (waiter === undefined) continue;
      queue.delete(waiter);
      if (queue.size > 0) this.#queues.set(caller, queue);
      this.#waiting -= 1;
      this.#running += 1;
      waiter.start();
    }
  }

  /** How long the next call must wait; 0 counts it as started. */
  #pauseMs(): number {
    const { perSecond } = this.#limits;
    if (perSecond === undefined) return 0;
    const now = performance.now();
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
