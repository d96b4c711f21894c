/** Keeps the last value for at most `lifeMs`. What fails to be read is not kept, and nothing old is told instead. */
export class Kept<T> {
  #kept: { readonly value: T; readonly until: number } | null = null;

  constructor(
    readonly lifeMs: number,
    /** Epoch milliseconds. */
    readonly now: () => number = Date.now,
  ) {}

  async get(read: () => Promise<T>): Promise<T> {
    return this.#kept !== null && this.now() < this.#kept.until ? this.#kept.value : this.keep(await read());
  }

  keep(value: T): T {
    this.#kept = { value, until: this.now() + this.lifeMs };
    return value;
  }
}
