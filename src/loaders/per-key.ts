import DataLoader from "dataloader";
import type { CallContext } from "../datasources/carrier.js";

/** A key may bring what its read is made under, in place of what all of the request is; it is no part of the key. */
export interface Under {
  readonly call?: CallContext;
}

/**
 * A loader of one capability. A request has some dozens of them and uses a few: the DataLoader is made when the first key
 * comes. It also tells what it was asked before, and asks nothing for it.
 */
class KeyLoader<Key, Value> {
  readonly #asked = new Map<string, Promise<Value>>();
  #made: DataLoader<Key, Value, string> | null = null;

  constructor(
    readonly settle: (key: Key) => Promise<Value | Error>,
    readonly keyOf: (key: Key) => string,
  ) {}

  load(key: Key): Promise<Value> {
    return this.#loader.load(key);
  }

  /** What was asked before is asked anew. */
  clear(key: Key): this {
    this.#made?.clear(key);
    return this;
  }

  /** What is known from elsewhere is not asked. */
  prime(key: Key, value: Value): this {
    this.#loader.prime(key, value);
    return this;
  }

  asked(key: Key): Promise<Value> | undefined {
    return this.#asked.get(this.keyOf(key));
  }

  get #loader(): DataLoader<Key, Value, string> {
    this.#made ??= new DataLoader((keys) => Promise.all(keys.map(this.settle)), {
      batch: false,
      cacheKeyFn: this.keyOf,
      cacheMap: this.#asked,
    });
    return this.#made;
  }
}

const SEPARATOR = "\u0000";

/**
 * A loader over a source that answers one key at a time: every key is asked once per request, each failure stays with
 * its own key, and no key waits for another. The account's own limits bound how many run at once.
 */
export function perKey<Key, Value>(
  load: (key: Key) => Promise<Value>,
  partsOf: (key: Key) => readonly string[],
): KeyLoader<Key, Value> {
  // Also what is thrown at once, such as by an unknown account, must stay with its key.
  const settle = async (key: Key): Promise<Value | Error> => {
    try {
      return await load(key);
    } catch (error) {
      return asError(error);
    }
  };
  return new KeyLoader<Key, Value>(settle, (key) => partsOf(key).join(SEPARATOR));
}

/** Failures of one key travel as values, beside the others' results. */
export const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
