import type { CallContext } from "../../carrier.js";

/** Keeps the last value for at most `lifeMs`. What fails to be read is not kept, and nothing old is told instead. */
export class Kept<T> {
  #kept: { readonly value: T; readonly since: number } | null = null;

  constructor(
    readonly lifeMs: number,
    /** Epoch milliseconds. */
    readonly now: () => number = Date.now,
  ) {}

  async get(read: () => Promise<T>, { note }: Pick<CallContext, "note">): Promise<T> {
    const kept = this.#kept;
    if (kept === null || this.now() >= kept.since + this.lifeMs) return this.keep(await read());
    note?.("CACHED", kept.since);
    return kept.value;
  }

  keep(value: T): T {
    this.#kept = { value, since: this.now() };
    return value;
  }
}
