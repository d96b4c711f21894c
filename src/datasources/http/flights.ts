import type { Term } from "./attempt.js";

/** One who waits for an answer, and for how long. */
export interface Wait extends Term {
  /** No answer is good enough that somebody else has asked for before. */
  readonly isFirstHand: boolean;
  /** He waits for a call that somebody else has begun. */
  joined(): void;
  /** What is thrown to one who leaves while others go on waiting. */
  left(reason: unknown): unknown;
}

/**
 * An answer may have been made when it was asked for: one that has been under way for longer is not good enough for who
 * comes now. And a call that hangs does not hold everybody who comes after it.
 */
const JOINABLE_MS = 10_000;

/** A call for all who wait for its answer. It goes on until it is answered or the last of them has left. */
class Flight<T> implements Term {
  readonly #leaving = new AbortController();
  #answer: Promise<T> | null = null;
  #waiting = 0;
  /** When the most patient of them gives up. */
  givesUpAt = 0;

  constructor(readonly startedAt: number) {}

  get signal(): AbortSignal {
    return this.#leaving.signal;
  }

  isJoinable(now: number): boolean {
    return !this.signal.aborted && now < this.startedAt + JOINABLE_MS;
  }

  /** `start` makes the call, for the first who waits. */
  wait({ signal, givesUpAt, left }: Wait, start: (term: Term) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting += 1;
      this.givesUpAt = Math.max(this.givesUpAt, givesUpAt);
      const leave = (reason: unknown) => {
        stop();
        this.#waiting -= 1;
        // The last one is told what the call itself ends with.
        if (this.#waiting === 0) this.#leaving.abort(reason);
        else reject(left(reason));
      };
      const go = () => leave(signal.reason);
      const expire = () => leave(new DOMException("the time is up", "TimeoutError"));
      const remainingMs = givesUpAt - Date.now();
      const timer = setTimeout(expire, Math.max(0, remainingMs));
      const stop = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", go);
      };
      signal.addEventListener("abort", go, { once: true });
      if (signal.aborted) go();
      else if (remainingMs <= 0) expire();
      this.#answer ??= start(this);
      this.#answer.then(
        (answer) => {
          stop();
          resolve(answer);
        },
        (failure) => {
          stop();
          reject(failure);
        },
      );
    });
  }
}

/** The reads of one account that are under way: equal ones are made once for all who wait. Nothing is kept of them. */
export class Flights {
  readonly #underWay = new Map<string, Flight<unknown>>();

  constructor(
    /** Epoch milliseconds. */
    readonly now: () => number = Date.now,
  ) {}

  /** The answer of the equal call under way, or of one that `start` makes. `key` tells apart calls and what they answer. */
  join<T>(key: string, wait: Wait, start: (term: Term) => Promise<T>): Promise<T> {
    // The same key is the same operation, whose answers have one type.
    const known = this.#underWay.get(key) as Flight<T> | undefined;
    const now = this.now();
    if (!wait.isFirstHand && known?.isJoinable(now)) {
      wait.joined();
      return known.wait(wait, start);
    }
    const flight = new Flight<T>(now);
    this.#underWay.set(key, flight);
    const land = () => {
      if (this.#underWay.get(key) === flight) this.#underWay.delete(key);
    };
    return flight.wait(wait, (term) => {
      const answer = start(term);
      answer.then(land, land);
      return answer;
    });
  }

  /** Something is being changed: who comes from now on gets an answer that was asked for from now on. */
  part(): void {
    this.#underWay.clear();
  }
}
