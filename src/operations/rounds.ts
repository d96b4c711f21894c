import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "../log.js";
import * as records from "./records.js";
import type { Worker } from "./worker.js";

const PAUSE_MS = 500;
const MOST_AT_ONCE = 20;

/**
 * Goes round for as long as the process lives: what is due is taken up. This alone brings back, after a restart of any
 * kind, everything that was under way: the operations themselves say when they are due.
 */
export class Rounds {
  readonly #stop = new AbortController();
  readonly #ended: Promise<void>;
  /** What was taken up and has not come to an end: a carrier that hangs keeps its own operations waiting, not the others. */
  readonly #inHand = new Set<Promise<void>>();

  constructor(
    readonly worker: Worker,
    readonly log: Logger,
  ) {
    this.#ended = this.#go();
  }

  /** Begins nothing any more, and waits for what it has begun. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#ended;
    await Promise.all(this.#inHand);
  }

  async #go(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      await this.#round().catch((error: unknown) => this.#report(error));
      await sleep(PAUSE_MS, undefined, { signal: this.#stop.signal }).catch(() => {});
    }
  }

  async #round(): Promise<void> {
    const room = MOST_AT_ONCE - this.#inHand.size;
    if (room <= 0) return;
    for (const id of await records.dueOperations(this.worker.store, room)) this.#takeUp(id);
  }

  #takeUp(id: string): void {
    const run: Promise<void> = this.worker
      .takeUp(id)
      .catch((error: unknown) => this.#report(error))
      .finally(() => this.#inHand.delete(run));
    this.#inHand.add(run);
  }

  #report(error: unknown): void {
    this.log.error({ err: error }, "a round over operations failed");
  }
}
