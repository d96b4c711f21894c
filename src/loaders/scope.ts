import type { Account, Accounts } from "../datasources/accounts.js";
import type { CallContext } from "../datasources/carrier.js";
import type { ObjectKey } from "../model/carrier.js";
import type { Subscriber } from "../model/subscriber.js";
import type { Engine } from "../operations/engine.js";
import type { Made, Origins } from "./origins.js";
import { nameOfKey, type Source, sourceOf, type Under } from "./per-key.js";

/** What the reads of one request are made with. */
export interface Scope {
  readonly accounts: Accounts;
  readonly call: CallContext;
  readonly origins: Origins;
  readonly operations: () => Promise<Engine>;
  /** Keeps that a subscriber was met; nobody waits for it. */
  met(subscriber: Subscriber): void;
}

/** One read of an account that is asked by the native part of a key alone. */
type ReadByKey<Value> = (account: Account, native: string, call: CallContext) => Promise<Value>;

export const byKey = <Value>(read: ReadByKey<Value>): Source<ObjectKey, Value, Scope> =>
  sourceOf(({ account, native }, { accounts, call }) => read(accounts.get(account), native, call), nameOfKey);

/** The same for what tells its origin. */
export const notedByKey = <Value extends Made>(read: ReadByKey<Value>): Source<ObjectKey & Under, Value, Scope> =>
  sourceOf(
    ({ account, native, call: own }: ObjectKey & Under, { accounts, origins, call }: Scope) =>
      origins.note(own ?? call, (noted) => read(accounts.get(account), native, noted)),
    nameOfKey,
  );
