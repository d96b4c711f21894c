import { Flight, type Wait, type Waiter } from "./flight.js";
import type { Term } from "./term.js";

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
  join<Answer, Given>(key: string, wait: Wait<Answer, Given>, start: (term: Term) => Promise<Answer>): Promise<Given> {
    // The same key is the same operation, whose answers have one type.
    const known = this.#underWay.get(key) as Flight<Answer> | undefined;
    const now = this.now();
    if (!wait.context.isFirstHand && known?.isJoinable(now)) {
      this.joined();
      return known.wait(wait);
    }
    const flight = new Flight<Answer>(key, now);
    this.#underWay.set(key, flight);
    return this.#fly(flight, wait, start);
  }

  /** The answer of a call that nobody joins. */
  alone<Answer, Given>(wait: Wait<Answer, Given>, start: (term: Term) => Promise<Answer>): Promise<Given> {
    return this.#fly(new Flight<Answer>(null, this.now()), wait, start);
  }

  #fly<Answer, Given>(
    flight: Flight<Answer>,
    wait: Wait<Answer, Given>,
    start: (term: Term) => Promise<Answer>,
  ): Promise<Given> {
    const given = flight.wait(wait);
    start(flight).then(
      (answer) => {
        for (const waiter of this.#landed(flight)) waiter.resolve(answer);
      },
      (failure) => {
        for (const waiter of this.#landed(flight)) waiter.reject(failure);
      },
    );
    return given;
  }

  #landed<Answer>(flight: Flight<Answer>): readonly Waiter<Answer, unknown>[] {
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
