import type { Account, Accounts } from "../datasources/accounts.js";
import type { CallContext } from "../datasources/carrier.js";
import type { ObjectKey } from "../model/carrier.js";
import type { UsageKind } from "../model/reach.js";
import type { Subscriber } from "../model/subscriber.js";
import type { Origins } from "./origins.js";
import { perKey, type Under } from "./per-key.js";

interface NumberKey extends Under {
  readonly account: string;
  readonly kind: "msisdn" | "iccid";
  readonly value: string;
}

const keyParts = ({ account, native }: ObjectKey): string[] => [account, native];

interface Kept {
  met(subscriber: Subscriber): void;
  readonly origins: Origins;
}

/** The loaders of subscribers and of what belongs to them. The native part of a key is what the read is asked by. */
export function subscriberLoaders(accounts: Accounts, { met, origins }: Kept, call: CallContext) {
  const of = (account: string) => accounts.get(account);
  /** A loader over one read that is asked by a key alone. */
  const byKey = <Value>(read: (account: Account, native: string) => Promise<Value>) =>
    perKey(({ account, native }: ObjectKey) => read(of(account), native), keyParts);
  const subscriber = perKey(async ({ account, native, call: own = call }: ObjectKey & Under) => {
    const found = await origins.note(own, (noted) => of(account).read("subscribers").byId(native, noted));
    if (found) met(found);
    return found;
  }, keyParts);
  const findSubscriber = async ({ account, kind, value, call: own = call }: NumberKey): Promise<Subscriber | null> => {
    const found = await origins.note(own, (noted) => of(account).read("subscribers").find({ kind, value }, noted));
    if (found) {
      met(found);
      subscriber.prime(found.key, found);
    }
    return found;
  };
  return {
    subscriber,
    subscriberByNumber: perKey(findSubscriber, ({ account, kind, value }) => [account, kind, value]),
    activation: byKey((account, id) => account.read("progress").activation(id, call)),
    purchase: byKey((account, id) => account.read("progress").purchase(id, call)),
    planChange: byKey((account, id) => account.read("progress").planChange(id, call)),
    numberSwap: byKey((account, id) => account.read("progress").numberSwap(id, call)),
    simSwap: byKey((account, id) => account.read("progress").simSwap(id, call)),
    reset: byKey((account, id) => account.read("progress").reset(id, call)),
    cards: byKey((account, id) => account.read("billing").cards(id, call)),
    card: byKey((account, id) => account.read("billing").card(id, call)),
    bills: byKey((account, id) => account.read("billing").bills(id, call)),
    bill: byKey((account, id) => account.read("billing").bill(id, call)),
    invoices: byKey((account, id) => account.read("billing").invoices(id, call)),
    shipment: byKey((account, id) => account.read("billing").shipment(id, call)),
    cycleUse: perKey(
      ({ key: { account, native }, kind }: { readonly key: ObjectKey; readonly kind: UsageKind }) =>
        of(account).read("allowances").usage(native, kind, call),
      ({ key, kind }) => [...keyParts(key), kind],
    ),
    allowanceBalances: byKey((account, id) => account.read("allowances").balances(id, call)),
    planExpiry: byKey((account, id) => account.read("planExpiry").planExpiry(id, call)),
  };
}
