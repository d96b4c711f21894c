import type { Stoppable, Term } from "./term.js";

export interface Limits {
  /** Calls under way at once. */
  readonly concurrency: number;
  /** Calls started in any second; below one it spaces them: 0.5 is one in two seconds. Absent is unlimited. */
  readonly perSecond?: number | undefined;
}

interface Waiter extends Stoppable {
  start(): void;
}

/** The program itself. No caller is called so. */
const OURSELVES = "";

/**
 * Bounds the calls of one account. Those who have to wait are served by turns, one caller after the other, and of each the
 * first that came. A waiter whose term ends leaves the queue without having used a place.
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

  /**
   * Takes a place: null where one is free, otherwise a wait for it, which rejects with the term's reason when that ends
   * before. Throws the reason of a term that has ended. Who has taken a place must leave it.
   */
  enter(term: Term, caller = OURSELVES): Promise<void> | null {
    term.throwIfOver();
    if (!this.#isFree()) return this.#place(term, caller);
    this.#running += 1;
    return null;
  }

  /** Frees a place. */
  leave(): void {
    this.#running -= 1;
    if (this.#waiting > 0) this.#admit();
  }

  /** Whether a call may start at once; then it counts as started. */
  #isFree(): boolean {
    return this.#waiting === 0 && this.#running < this.#limits.concurrency && this.#pauseMs() === 0;
  }

  #place(term: Term, caller: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        start: () => {
          term.stops(null);
          resolve();
        },
        stop: (reason) => {
          this.#remove(caller, waiter);
          reject(reason);
        },
      };
      term.stops(waiter);
      const queue = this.#queues.get(caller);
      if (queue) queue.add(waiter);
      else this.#queues.set(caller, new Set([waiter]));
      this.#waiting += 1;
      this.#admit();
    });
  }

  #remove(caller: string, waiter: Waiter): void {
    const queue = this.#queues.get(caller);
    if (!queue?.delete(waiter)) return;
    this.#waiting -= 1;
    if (queue.size === 0) this.#queues.delete(caller);
  }

  #admit(): void {
    for (const [caller, queue] of this.#queues) {
      for (const waiter of queue) {
        if (this.#running >= this.#limits.concurrency) return;
        const pauseMs = this.#pauseMs();
        if (pauseMs > 0) {
          this.#admitIn(pauseMs);
          return;
        }
        this.#remove(caller, waiter);
        this.#running += 1;
        waiter.start();
        if (this.#queues.size > 1) {
          this.#standLast(caller);
          break;
        }
      }
    }
  }

  /** A caller who has had a turn stands last again. */
  #standLast(caller: string): void {
    const queue = this.#queues.get(caller);
    this.#queues.delete(caller);
    if (queue) this.#queues.set(caller, queue);
  }

  /** How long the next call must wait; 0 counts it as started. */
  #pauseMs(): number {
    const { perSecond } = this.#limits;
    if (perSecond === undefined) return 0;
    const now = performance.now();
    const windowMs = Math.max(1000, 1000 / perSecond);
    while ((this.#started[0] ?? now) <= now - windowMs) this.#started.shift();
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
