import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "../log.js";
import type { Store } from "../store/sql.js";
import { isAway } from "./store-watch.js";

/** Time between two rounds, at least. */
const PAUSE_MS = 500;
/** And at most: where nobody else works on the store, this is for clocks alone that are put forward. */
const LONGEST_PAUSE_MS = { own: 60_000, shared: 3_000 } as const;

/** Something that is to be done again and again, in pieces. */
export interface Chore {
  /** Most pieces under way at once. */
  readonly most: number;
  /** What is due now, `room` pieces at most, and when it is to be asked again. */
  due(room: number): Promise<Due>;
}

export interface Due {
  readonly pieces: readonly (() => Promise<unknown>)[];
  /** Milliseconds until more of it may be due, as things stand. */
  readonly nextMs: number;
}

/**
 * Goes round for as long as the process lives: what is due is done. This alone brings back, after a restart of any
 * kind, everything that was under way: what is kept says itself when it is due.
 *
 * Until then nobody asks: a round is made when something falls due, and after this process has used the store, for it
 * may have put something there. What another process puts there is found a little later.
 */
export class Rounds {
  readonly #stop = new AbortController();
  /** Ends the pause: something may be due by now that was not when the store was asked. */
  #alarm = new AbortController();
  #ended: Promise<void> | null = null;
  /** What was begun and has not come to an end: a carrier that hangs keeps its own pieces waiting, not the others. */
  readonly #inHand = new Map<Chore, Set<Promise<void>>>();

  constructor(
    readonly log: Logger,
    readonly storeIs: keyof typeof LONGEST_PAUSE_MS,
  ) {}

  /** The same store, for everybody but the chores when they ask what is due: using it brings a round. */
  heeding(store: Store): Store {
    const heeded = <T>(asked: Promise<T>): Promise<T> => asked.finally(() => this.#alarm.abort());
    return {
      ...store,
      run: (text, values) => heeded(store.run(text, values)),
      transaction: (work) => heeded(store.transaction(work)),
    };
  }

  start(chores: readonly Chore[]): void {
    for (const chore of chores) this.#inHand.set(chore, new Set());
    this.#ended = this.#go();
  }

  /** Begins nothing any more, and waits for what it has begun. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#alarm.abort();
    await this.#ended;
    await Promise.all([...this.#inHand.values()].flatMap((pieces) => [...pieces]));
  }

  async #go(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      // Made before the store is asked, so that nothing falls between.
      const alarm = new AbortController();
      this.#alarm = alarm;
      let nextMs: number = LONGEST_PAUSE_MS[this.storeIs];
      for (const [chore, pieces] of this.#inHand) nextMs = Math.min(nextMs, await this.#begin(chore, pieces));
      await sleep(PAUSE_MS, undefined, { signal: this.#stop.signal }).catch(() => {});
      await sleep(Math.max(0, Math.ceil(nextMs - PAUSE_MS)), undefined, { signal: alarm.signal }).catch(() => {});
    }
  }

  /** Begins what is due of a chore; milliseconds until it is to be asked again. */
  async #begin(chore: Chore, inHand: Set<Promise<void>>): Promise<number> {
    const room = chore.most - inHand.size;
    if (room <= 0) return PAUSE_MS;
    try {
      const { pieces, nextMs } = await chore.due(room);
      for (const piece of pieces) this.#hold(piece(), inHand);
      return nextMs;
    } catch (error) {
      this.#report(error);
      return PAUSE_MS;
    }
  }

  #hold(piece: Promise<unknown>, inHand: Set<Promise<void>>): void {
    const run: Promise<void> = piece
      .then(() => {})
      .catch((error: unknown) => this.#report(error))
      .finally(() => inHand.delete(run));
    inHand.add(run);
  }

  /** A store that is away is told by who watches it, once. */
  #report(error: unknown): void {
    if (!isAway(error)) this.log.error({ err: error }, "a round failed");
  }
}
