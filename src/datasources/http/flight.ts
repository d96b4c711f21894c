import type { CallContext } from "../call.js";
import { type Leaver, patienceUnder } from "./patience.js";
import { Term } from "./term.js";

/** One who waits for an answer, and for how long. */
export interface Wait<Answer, Given> {
  /** Its signal is aborted when he has gone. First-hand: no answer will do that somebody else has asked for before. */
  readonly context: Pick<CallContext, "signal" | "isFirstHand">;
  /** Epoch milliseconds. */
  readonly givesUpAt: number;
  /** What is thrown to him when he leaves while others go on waiting. */
  left(reason: unknown): unknown;
  /** What he is given of the answer. */
  take(answer: Answer): Given;
}

/**
 * An answer may have been made when it was asked for: one that has been under way for longer is not good enough for who
 * comes now. And a call that hangs does not hold everybody who comes after it.
 */
const JOINABLE_MS = 10_000;

interface Later<Given> {
  readonly promise: Promise<Given>;
  resolve(given: Given): void;
  reject(failure: unknown): void;
}

/** One of those who wait for a flight's answer. */
export class Waiter<Answer, Given> implements Leaver {
  readonly #given: Later<Given> = Promise.withResolvers<Given>();

  constructor(
    readonly flight: Flight<Answer>,
    readonly wait: Wait<Answer, Given>,
  ) {}

  get given(): Promise<Given> {
    return this.#given.promise;
  }

  get givesUpAt(): number {
    return this.wait.givesUpAt;
  }

  leave(reason: unknown): void {
    this.flight.leave(this, reason);
  }

  resolve(answer: Answer): void {
    this.#stop();
    try {
      this.#given.resolve(this.wait.take(answer));
    } catch (error) {
      this.#given.reject(error);
    }
  }

  reject(failure: unknown): void {
    this.#stop();
    this.#given.reject(failure);
  }

  #stop(): void {
    patienceUnder(this.wait.context.signal).remove(this);
  }
}

/** A call for all who wait for its answer. It goes on until it is answered or the last of them has left. */
export class Flight<Answer> extends Term {
  #waiters: Waiter<Answer, unknown>[] = [];

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

  wait<Given>(wait: Wait<Answer, Given>): Promise<Given> {
    this.givesUpAt = Math.max(this.givesUpAt, wait.givesUpAt);
    const waiter = new Waiter(this, wait);
    this.#waiters.push(waiter);
    patienceUnder(wait.context.signal).add(waiter);
    return waiter.given;
  }

  leave(waiter: Waiter<Answer, unknown>, reason: unknown): void {
    // The last one is told what the call itself ends with.
    if (this.#waiters.length === 1) this.end(reason);
    else {
      this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
      waiter.reject(waiter.wait.left(reason));
    }
  }

  /** The call has ended: whom to tell of it. */
  land(): readonly Waiter<Answer, unknown>[] {
    const waiters = this.#waiters;
    // A flight may be held for long after it has landed (see Flights), but not those who waited.
    this.#waiters = [];
    return waiters;
  }
}
