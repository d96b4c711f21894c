import DataLoader from "dataloader";
import type { Account } from "../datasources/accounts.js";
import type { CallContext, PageRequest, ReadMethod } from "../datasources/carrier.js";
import type { Keyed } from "../listing/account-rows.js";
import { pageWeightOf } from "../listing/costs.js";
import { Scan } from "../listing/scan.js";
import type { ObjectKey } from "../model/carrier.js";
import type { EndpointSummary, Page } from "../model/endpoint.js";
import type { Sim } from "../model/sim.js";
import { nameOfKey, type Under } from "./per-key.js";
import type { Scope } from "./scope.js";

type Wanted = ObjectKey & Under;

interface Listing<Row> {
  readonly maxPageSize: number;
  list(page: PageRequest, call: CallContext): Promise<Page<Row>>;
}

/** Objects that can be looked up one by one, and found in a listing. */
interface Listed<Row> {
  readonly lookUp: ReadMethod;
  readonly listing: ReadMethod;
  /** Absent where the account lists none. */
  readonly of: (account: Account) => Listing<Row> | undefined;
}

/** Endpoints of which no more is asked than a row has. */
export const ENDPOINT_ROWS: Listed<EndpointSummary> = {
  lookUp: "endpoints.profile",
  listing: "endpoints.list",
  of: ({ reads: { endpoints } }) =>
    endpoints && {
      maxPageSize: endpoints.maxPageSize,
      list: (page, call) => endpoints.list(page, {}, call),
    },
};

/** SIMs: a row of the inventory has all that a look-up tells. */
export const SIM_ROWS: Listed<Sim> = {
  lookUp: "sims.byIccid",
  listing: "simListing.list",
  of: ({ reads: { simListing } }) => simListing,
};

/** Looks one object up, once a request. */
interface LookUps<Row> {
  load(key: Wanted): Promise<Row | null>;
  /** What was looked up before. */
  asked(key: Wanted): Promise<Row | null> | undefined;
}

/**
 * Finds objects of one request: in the listing of their account where many are wanted at once and that is cheaper by the
 * costs that the carrier has written down, and else each by itself.
 */
export class Finder<Row extends Keyed> {
  #found: Map<string, Promise<Row | null>> | null = null;
  #scans: Map<string, DataLoader<string, Row | null> | null> | null = null;

  constructor(
    readonly listed: Listed<Row>,
    readonly lookUps: LookUps<Row>,
    readonly scope: Scope,
  ) {}

  load(key: Wanted): Promise<Row | null> {
    const known = this.asked(key);
    if (known) return known;
    const finding = this.#find(key);
    this.#found ??= new Map();
    this.#found.set(nameOfKey(key), finding);
    return finding;
  }

  /** What was found or looked up before. Asks nothing. */
  asked(key: Wanted): Promise<Row | null> | undefined {
    return this.lookUps.asked(key) ?? this.#found?.get(nameOfKey(key));
  }

  async #find(key: Wanted): Promise<Row | null> {
    return (await this.#scanOf(key)?.load(key.native)) ?? this.lookUps.load(key);
  }

  #scanOf({ account: id, call = this.scope.call }: Wanted): DataLoader<string, Row | null> | null {
    const known = this.#scans?.get(id);
    if (known !== undefined) return known;
    const account = this.scope.accounts.get(id);
    const listing = this.listed.of(account);
    const scan = listing ? this.#scan(account, listing, call) : null;
    const loader = scan && new DataLoader<string, Row | null>((natives) => scan.find(natives));
    this.#scans ??= new Map();
    this.#scans.set(id, loader);
    return loader;
  }

  #scan(account: Account, { maxPageSize, list }: Listing<Row>, call: CallContext): Scan<Row> {
    return new Scan({
      maxPageSize,
      pageWeight: pageWeightOf(account, this.listed.listing, this.listed.lookUp),
      fetch: (page) => this.scope.origins.note(call, (noted) => list(page, noted)),
    });
  }
}
