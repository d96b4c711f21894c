import type { CallContext } from "../datasources/carrier.js";
import type { ObjectKey } from "../model/carrier.js";

/** A key may bring what its read is made under, in place of what all of the request is; it is no part of the key. */
export interface Under {
  readonly call?: CallContext;
}

/** Where the values of one capability come from, whoever asks. It answers one key at a time. */
export interface Source<Key, Value, Scope> {
  readonly load: (key: Key, scope: Scope) => Promise<Value>;
  /** A text that no other key has. */
  readonly nameOf: (key: Key) => string;
}

export const sourceOf = <Key, Value, Scope>(
  load: (key: Key, scope: Scope) => Promise<Value>,
  name: (key: Key) => string,
): Source<Key, Value, Scope> => ({ load, nameOf: name });

/** The name of a key with these parts, which may be any texts that people write. */
export const nameOf = (...parts: readonly string[]): string => parts.join("\u0000");

export const nameOfKey = ({ account, native }: ObjectKey): string => `${account}\u0000${native}`;

/**
 * A source in one request: every key is asked once, each failure stays with its own key, and no key waits for another.
 * The account's own limits bound how many run at once. A request has some dozens of these and uses a few.
 */
export class KeyLoader<Key, Value, Scope> {
  #asked: Map<string, Promise<Value>> | null = null;

  constructor(
    readonly source: Source<Key, Value, Scope>,
    readonly scope: Scope,
  ) {}

  load(key: Key): Promise<Value> {
    const name = this.source.nameOf(key);
    const asked = this.#asked?.get(name);
    if (asked) return asked;
    const loading = this.#begin(key);
    this.#keep(name, loading);
    return loading;
  }

  /** What was asked before is asked anew. */
  clear(key: Key): this {
    this.#asked?.delete(this.source.nameOf(key));
    return this;
  }

  /** What is known from elsewhere is not asked. */
  prime(key: Key, value: Value): void {
    const name = this.source.nameOf(key);
    if (!this.#asked?.has(name)) this.#keep(name, Promise.resolve(value));
  }

  /** What was asked before. Asks nothing. */
  asked(key: Key): Promise<Value> | undefined {
    return this.#asked?.get(this.source.nameOf(key));
  }

  #keep(name: string, loading: Promise<Value>): void {
    this.#asked ??= new Map();
    this.#asked.set(name, loading);
  }

  /** Also what is thrown at once, such as by an unknown account, stays with its key. */
  #begin(key: Key): Promise<Value> {
    try {
      return this.source.load(key, this.scope);
    } catch (error) {
      return Promise.reject(error);
    }
  }
}
