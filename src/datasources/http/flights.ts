import type { CallContext } from "../call.js";
import { type Leaver, patienceUnder } from "./patience.js";
import { Term } from "./term.js";

/** One who waits for an answer, and for how long. */
export interface Wait {
  /** Its signal is aborted when he has gone. First-hand: no answer will do that somebody else has asked for before. */
  readonly context: Pick<CallContext, "signal" | "isFirstHand">;
  /** Epoch milliseconds. */
  readonly givesUpAt: number;
  /** What is thrown to him when he leaves while others go on waiting. */
  left(reason: unknown): unknown;
}

/**
 * An answer may have been made when it was asked for: one that has been under way for longer is not good enough for who
 * comes now. And a call that hangs does not hold everybody who comes after it.
 */
const JOINABLE_MS = 10_000;

interface Later<T> {
  readonly promise: Promise<T>;
  resolve(answer: T): void;
  reject(failure: unknown): void;
}

/** One of those who wait for a flight's answer. */
class Waiter<T> implements Leaver {
  readonly #answer: Later<T> = Promise.withResolvers<T>();

  constructor(
    readonly flight: Flight<T>,
    readonly wait: Wait,
  ) {}

  get answer(): Promise<T> {
    return this.#answer.promise;
  }

  get givesUpAt(): number {
    return this.wait.givesUpAt;
  }

  leave(reason: unknown): void {
    this.flight.leave(this, reason);
  }

  resolve(answer: T): void {
    this.#stop();
    this.#answer.resolve(answer);
  }

  reject(failure: unknown): void {
    this.#stop();
    this.#answer.reject(failure);
  }

  #stop(): void {
    patienceUnder(this.wait.context.signal).remove(this);
  }
}

/** A call for all who wait for its answer. It goes on until it is answered or the last of them has left. */
class Flight<T> extends Term {
  #waiters: Waiter<T>[] = [];

  constructor(
    /** Null for a call that nobody joins. */
    readonly key: string | null,
    readonly startedAt: number,
  ) {
    super();
  }

  isJoinable(now: number): boolean {
    return !this.isOver && now < this.startedAt + JOINABLE_MS;
  }

  wait(wait: Wait): Promise<T> {
    this.givesUpAt = Math.max(this.givesUpAt, wait.givesUpAt);
    const waiter = new Waiter(this, wait);
    this.#waiters.push(waiter);
    patienceUnder(wait.context.signal).add(waiter);
    return waiter.answer;
  }

  leave(waiter: Waiter<T>, reason: unknown): void {
    // The last one is told what the call itself ends with.
    if (this.#waiters.length === 1) this.end(reason);
    else {
      this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
      waiter.reject(waiter.wait.left(reason));
    }
  }

  /** The call has ended: whom to tell of it. */
  land(): readonly Waiter<T>[] {
    const waiters = this.#waiters;
    // A flight may be held for long after it has landed (see Flights), but not those who waited.
    this.#waiters = [];
    return waiters;
  }
}

/** The calls of one account that are under way: equal reads are made once for all who wait. Nothing is kept of them. */
export class Flights {
  #underWay = new Map<string, Flight<unknown>>();

  constructor(
    /** Is told of each who waits for a call that somebody else has begun. */
    readonly joined: () => void,
    /** Epoch milliseconds. */
    readonly now: () => number = Date.now,
  ) {}

  /** The answer of the equal call under way, or of one that `start` makes. `key` tells apart calls and what they answer. */
  join<T>(key: string, wait: Wait, start: (term: Term) => Promise<T>): Promise<T> {
    // The same key is the same operation, whose answers have one type.
    const known = this.#underWay.get(key) as Flight<T> | undefined;
    const now = this.now();
    if (!wait.context.isFirstHand && known?.isJoinable(now)) {
      this.joined();
      return known.wait(wait);
    }
    const flight = new Flight<T>(key, now);
    this.#underWay.set(key, flight);
    return this.#fly(flight, wait, start);
  }

  /** The answer of a call that nobody joins. */
  alone<T>(wait: Wait, start: (term: Term) => Promise<T>): Promise<T> {
    return this.#fly(new Flight<T>(null, this.now()), wait, start);
  }

  #fly<T>(flight: Flight<T>, wait: Wait, start: (term: Term) => Promise<T>): Promise<T> {
    const answered = flight.wait(wait);
    start(flight).then(
      (answer) => {
        for (const waiter of this.#landed(flight)) waiter.resolve(answer);
      },
      (failure) => {
        for (const waiter of this.#landed(flight)) waiter.reject(failure);
      },
    );
    return answered;
  }

  #landed<T>(flight: Flight<T>): readonly Waiter<T>[] {
    if (flight.key !== null && this.#underWay.get(flight.key) === flight) this.#underWay.delete(flight.key);
    // A map holds on to the tables that it has outgrown, and these to all that ever stood in them.
    if (this.#underWay.size === 0) this.#underWay = new Map();
    return flight.land();
  }

  /** Something is being changed: who comes from now on gets an answer that was asked for from now on. */
  part(): void {
    this.#underWay.clear();
  }
}
