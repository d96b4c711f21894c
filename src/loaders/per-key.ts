import DataLoader from "dataloader";
import type { CallContext } from "../datasources/carrier.js";

/** A key may bring what its read is made under, in place of what all of the request is; it is no part of the key. */
export interface Under {
  readonly call?: CallContext;
}

/** A loader that also tells what it was asked before, and asks nothing for it. */
export type KeyLoader<Key, Value> = DataLoader<Key, Value, string> & {
  asked(key: Key): Promise<Value> | undefined;
};

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
  const cacheKeyFn = (key: Key) => partsOf(key).join(SEPARATOR);
  const cacheMap = new Map<string, Promise<Value>>();
  const loader = new DataLoader<Key, Value, string>((keys) => Promise.all(keys.map(settle)), {
    batch: false,
    cacheKeyFn,
    cacheMap,
  });
  return Object.assign(loader, { asked: (key: Key) => cacheMap.get(cacheKeyFn(key)) });
}

/** Failures of one key travel as values, beside the others' results. */
export const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
