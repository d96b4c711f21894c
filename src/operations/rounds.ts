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

  constructor(
    readonly worker: Worker,
    readonly log: Logger,
  ) {
    this.#ended = this.#go();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#ended;
  }

  async #go(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      await this.#round().catch((error: unknown) => this.log.error({ err: error }, "a round over operations failed"));
      await sleep(PAUSE_MS, undefined, { signal: this.#stop.signal }).catch(() => {});
    }
  }

  async #round(): Promise<void> {
    const due = await records.dueOperations(this.worker.store, MOST_AT_ONCE);
    await Promise.all(due.map((id) => this.worker.takeUp(id)));
  }
}
