import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "../log.js";
import { isAway } from "./store-watch.js";

const PAUSE_MS = 500;

/** Something that is to be done again and again, in pieces. */
export interface Chore {
  /** Most pieces under way at once. */
  readonly most: number;
  /** What is due now, `room` pieces at most. */
  due(room: number): Promise<readonly (() => Promise<unknown>)[]>;
}

/**
 * Goes round for as long as the process lives: what is due is done. This alone brings back, after a restart of any
 * kind, everything that was under way: what is kept says itself when it is due.
 */
export class Rounds {
  readonly #stop = new AbortController();
  readonly #ended: Promise<void>;
  /** What was begun and has not come to an end: a carrier that hangs keeps its own pieces waiting, not the others. */
  readonly #inHand: ReadonlyMap<Chore, Set<Promise<void>>>;

  constructor(
    readonly chores: readonly Chore[],
    readonly log: Logger,
  ) {
    this.#inHand = new Map(chores.map((chore) => [chore, new Set()]));
    this.#ended = this.#go();
  }

  /** Begins nothing any more, and waits for what it has begun. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#ended;
    await Promise.all([...this.#inHand.values()].flatMap((pieces) => [...pieces]));
  }

  async #go(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      for (const [chore, pieces] of this.#inHand)
        await this.#begin(chore, pieces).catch((error) => this.#report(error));
      await sleep(PAUSE_MS, undefined, { signal: this.#stop.signal }).catch(() => {});
    }
  }

  async #begin(chore: Chore, inHand: Set<Promise<void>>): Promise<void> {
    const room = chore.most - inHand.size;
    if (room <= 0) return;
    for (const piece of await chore.due(room)) {
      const run: Promise<void> = piece()
        .then(() => {})
        .catch((error: unknown) => this.#report(error))
        .finally(() => inHand.delete(run));
      inHand.add(run);
    }
  }

  /** A store that is away is told by who watches it, once. */
  #report(error: unknown): void {
    if (!isAway(error)) this.log.error({ err: error }, "a round failed");
  }
}
