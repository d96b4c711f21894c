import type { ObjectKey } from "../model/carrier.js";
import type { UsageKind } from "../model/reach.js";
import type { Subscriber } from "../model/subscriber.js";
import { of, type Shared } from "./lazily.js";
import { KeyLoader, nameOf, nameOfKey, sourceOf, type Under } from "./per-key.js";
import { byKey, type Scope } from "./scope.js";

const SUBSCRIBER = sourceOf(
  async ({ account, native, call: own }: ObjectKey & Under, { accounts, origins, call, met }: Scope) => {
    const reads = accounts.get(account).read("subscribers");
    const found = await origins.note(own ?? call, (noted) => reads.byId(native, noted));
    if (found) met(found);
    return found;
  },
  nameOfKey,
);

interface NumberKey extends Under {
  readonly account: string;
  readonly kind: "msisdn" | "iccid";
  readonly value: string;
}

interface NumberScope {
  readonly scope: Scope;
  readonly subscribers: KeyLoader<ObjectKey, Subscriber | null, Scope>;
}

/** A subscriber that is found by a number is not read again by its id. */
const SUBSCRIBER_BY_NUMBER = sourceOf(
  async ({ account, kind, value, call: own }: NumberKey, { scope, subscribers }: NumberScope) => {
    const { accounts, origins, call, met } = scope;
    const reads = accounts.get(account).read("subscribers");
    const found = await origins.note(own ?? call, (noted) => reads.find({ kind, value }, noted));
    if (found) {
      met(found);
      subscribers.prime(found.key, found);
    }
    return found;
  },
  ({ account, kind, value }) => nameOf(account, kind, value),
);

const ACTIVATION = byKey((account, id, call) => account.read("progress").activation(id, call));
const PURCHASE = byKey((account, id, call) => account.read("progress").purchase(id, call));
const PLAN_CHANGE = byKey((account, id, call) => account.read("progress").planChange(id, call));
const NUMBER_SWAP = byKey((account, id, call) => account.read("progress").numberSwap(id, call));
const SIM_SWAP = byKey((account, id, call) => account.read("progress").simSwap(id, call));
const RESET = byKey((account, id, call) => account.read("progress").reset(id, call));
const CARDS = byKey((account, id, call) => account.read("billing").cards(id, call));
const CARD = byKey((account, id, call) => account.read("billing").card(id, call));
const BILLS = byKey((account, id, call) => account.read("billing").bills(id, call));
const BILL = byKey((account, id, call) => account.read("billing").bill(id, call));
const INVOICES = byKey((account, id, call) => account.read("billing").invoices(id, call));
const SHIPMENT = byKey((account, id, call) => account.read("billing").shipment(id, call));
const ALLOWANCE_BALANCES = byKey((account, id, call) => account.read("allowances").balances(id, call));
const PLAN_EXPIRY = byKey((account, id, call) => account.read("planExpiry").planExpiry(id, call));
const ILD_CREDIT = byKey((account, groupId, call) => account.read("allowances").ildCredit(groupId, call));
const ILD_USAGE = byKey((account, groupId, call) => account.read("allowances").ildUsage(groupId, call));
const ILD_PURCHASES = byKey((account, id, call) => account.read("allowances").ildPurchases(id, call));
const ROAMING_PACKS = byKey((account, groupId, call) => account.read("allowances").roamingPacks(groupId, call));
const ROAMING_PACK_USE = byKey((account, id, call) => account.read("allowances").roamingPackUse(id, call));

const INVOICE_LINK = sourceOf(
  ({ key, invoice }: { readonly key: ObjectKey; readonly invoice: string }, { accounts, call }: Scope) =>
    accounts.get(key.account).read("billing").invoiceLink(key.native, invoice, call),
  ({ key, invoice }) => nameOf(key.account, key.native, invoice),
);

const CYCLE_USE = sourceOf(
  ({ key, kind }: { readonly key: ObjectKey; readonly kind: UsageKind }, { accounts, call }: Scope) =>
    accounts.get(key.account).read("allowances").usage(key.native, kind, call),
  ({ key, kind }) => nameOf(key.account, key.native, kind),
);

/** The loaders of subscribers and of what belongs to them. The native part of a key is what the read is asked by. */
export const SUBSCRIBER_LOADERS = {
  subscriber: of(SUBSCRIBER),
  subscriberByNumber: (scope: Scope, { subscriber: subscribers }: Shared) =>
    new KeyLoader(SUBSCRIBER_BY_NUMBER, { scope, subscribers }),
  activation: of(ACTIVATION),
  purchase: of(PURCHASE),
  planChange: of(PLAN_CHANGE),
  numberSwap: of(NUMBER_SWAP),
  simSwap: of(SIM_SWAP),
  reset: of(RESET),
  cards: of(CARDS),
  card: of(CARD),
  bills: of(BILLS),
  bill: of(BILL),
  invoices: of(INVOICES),
  invoiceLink: of(INVOICE_LINK),
  shipment: of(SHIPMENT),
  cycleUse: of(CYCLE_USE),
  allowanceBalances: of(ALLOWANCE_BALANCES),
  ildCredit: of(ILD_CREDIT),
  ildUsage: of(ILD_USAGE),
  ildPurchases: of(ILD_PURCHASES),
  roamingPacks: of(ROAMING_PACKS),
  roamingPackUse: of(ROAMING_PACK_USE),
  planExpiry: of(PLAN_EXPIRY),
};
