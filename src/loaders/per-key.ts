import DataLoader from "dataloader";
import type { CallContext } from "../datasources/carrier.js";

/** A key may bring what its read is made under, in place of what all of the request is; it is no part of the key. */
export interface Under {
  readonly call?: CallContext;
}

/** A loader that also tells what it was asked before, and asks nothing for it. */
class KeyLoader<Key, Value> extends DataLoader<Key, Value, string> {
  readonly #asked: Map<string, Promise<Value>>;
  readonly #keyOf: (key: Key) => string;

  constructor(load: DataLoader.BatchLoadFn<Key, Value>, keyOf: (key: Key) => string) {
    const asked = new Map<string, Promise<Value>>();
    super(load, { batch: false, cacheKeyFn: keyOf, cacheMap: asked });
    this.#asked = asked;
    this.#keyOf = keyOf;
  }

  asked(key: Key): Promise<Value> | undefined {
    return this.#asked.get(this.#keyOf(key));
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
  return new KeyLoader<Key, Value>(
    (keys) => Promise.all(keys.map(settle)),
    (key) => partsOf(key).join(SEPARATOR),
  );
}

/** Failures of one key travel as values, beside the others' results. */
export const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
