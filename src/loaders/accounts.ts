import type { Account } from "../datasources/accounts.js";
import type { CallContext } from "../datasources/carrier.js";
import { KeyLoader, nameOf, type Source, sourceOf } from "./per-key.js";
import type { Scope } from "./scope.js";

/** A read of an account as a whole, by the account's id. */
const whole = <Value>(read: (account: Account, call: CallContext) => Promise<Value>): Source<string, Value, Scope> =>
  sourceOf(
    (id, { accounts, call }) => read(accounts.get(id), call),
    (id) => id,
  );

/** What an account is asked, and with what. */
interface Asked<Question> {
  readonly account: string;
  readonly with: Question;
}

type ReadWith<Question, Value> = (account: Account, question: Question, call: CallContext) => Promise<Value>;

/** A read of an account that is told more than whose it is. */
const asked = <Question, Value>(read: ReadWith<Question, Value>): Source<Asked<Question>, Value, Scope> =>
  sourceOf(
    ({ account, with: question }, { accounts, call }) => read(accounts.get(account), question, call),
    ({ account, with: question }) => nameOf(account, JSON.stringify(question)),
  );

type Sales = NonNullable<Account["reads"]["sales"]>;
type Bics = NonNullable<Account["reads"]["bics"]>;
type Stock = NonNullable<Account["reads"]["stock"]>;

interface OnStock {
  readonly type: Parameters<Stock["list"]>[0];
  readonly iccid: Parameters<Stock["list"]>[1];
}

const SOLD = whole((account, call) => account.read("sales").catalogue(call));
const OFFERS = whole((account, call) => account.read("sales").offers(call));
const ROAMING_COUNTRIES = whole((account, call) => account.read("sales").roamingCountries(call));
const COVERAGE = asked((account, address: Parameters<Sales["coverage"]>[0], call) =>
  account.read("sales").coverage(address, call),
);
const DEVICE = asked((account, imei: string, call) => account.read("sales").device(imei, call));
const SIM_ON_SALE = asked((account, iccid: string, call) => account.read("sales").sim(iccid, call));
const PORT_IN = asked((account, msisdn: string, call) => account.read("sales").portIn(msisdn, call));
const ZIP = asked((account, zip: string, call) => account.read("sales").zip(zip, call));
const ROAMING_PACKS = asked((account, countries: readonly string[], call) =>
  account.read("sales").roamingPacks(countries, call),
);
const STOCK = asked((account, { type, iccid }: OnStock, call) => account.read("stock").list(type, iccid, call));
const ICCID_RANGES = whole((account, call) => account.read("bics").iccidRanges(call));
const ROAMING_PROFILES = whole((account, call) => account.read("bics").roamingProfiles(call));
const BULK_CREATIONS = asked((account, query: Parameters<Bics["bulkCreations"]>[0], call) =>
  account.read("bics").bulkCreations(query, call),
);

/** The loaders of what belongs to an account, and to none of its lines. */
export function accountLoaders(scope: Scope) {
  const of = <Key, Value>(source: Source<Key, Value, Scope>) => new KeyLoader(source, scope);
  return {
    sold: of(SOLD),
    offers: of(OFFERS),
    roamingCountries: of(ROAMING_COUNTRIES),
    coverage: of(COVERAGE),
    device: of(DEVICE),
    simOnSale: of(SIM_ON_SALE),
    portIn: of(PORT_IN),
    zip: of(ZIP),
    roamingPacks: of(ROAMING_PACKS),
    stock: of(STOCK),
    iccidRanges: of(ICCID_RANGES),
    roamingProfiles: of(ROAMING_PROFILES),
    bulkCreations: of(BULK_CREATIONS),
  };
}
