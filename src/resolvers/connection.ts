import { type ClassType, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { Account, Capability, Context } from "../context.js";
import { Failure } from "../errors.js";
import { type Listing, listAcross, type Rows, type Source } from "../listing/across-accounts.js";
import { shareOf } from "../listing/share.js";
import type { ObjectKey } from "../model/carrier.js";

interface Keyed {
  readonly key: ObjectKey;
}

/**
 * A page as the resolvers hand it on: what costs something is made when it is asked for. Its getters stand in classes, on
 * purpose: a getter in an object literal gives each object a shape of its own, which outlives it and all rows of its page.
 */
export class ConnectionSource<Row extends Keyed> {
  readonly pageInfo: PageInfo<Row>;

  constructor(
    readonly listing: Listing<Row>,
    readonly rows: Rows<Row>,
  ) {
    this.pageInfo = new PageInfo(rows);
  }

  get edges() {
    return this.rows.edges();
  }

  get nodes(): readonly Row[] {
    return this.rows.nodes;
  }

  get sources() {
    return this.rows.sources.map(statusOf);
  }

  countAll(): Promise<number | null> {
    return countAll(this.listing, this.rows.totals);
  }
}

class PageInfo<Row extends Keyed> {
  readonly hasPreviousPage = false;

  constructor(readonly rows: Rows<Row>) {}

  get hasNextPage(): boolean {
    return this.rows.hasNextPage;
  }

  get startCursor(): string | null {
    return this.rows.edges()[0]?.cursor ?? null;
  }

  get endCursor(): string {
    return this.rows.endCursor();
  }
}

/** Reads a page over accounts. */
export const connect = async <Row extends Keyed>(listing: Listing<Row>): Promise<ConnectionSource<Row>> =>
  new ConnectionSource(listing, await listAcross(listing));

function statusOf({ account, status, failure }: Source) {
  const error = failure && {
    code: failure.code,
    message: failure.message,
    hint: failure.hint,
    carrierCode: failure.details.carrierCode ?? null,
    carrierMessage: failure.details.carrierMessage ?? null,
  };
  return { account, status, error, retryAfter: failure?.details.retryAfterMs ?? null };
}

/** Null as soon as one account does not count, fails, or rows are filtered here. */
async function countAll<Row extends Keyed>(listing: Listing<Row>, known: Rows<Row>["totals"]): Promise<number | null> {
  const totals = await Promise.all(
    listing.accounts.map(
      (account) => known.get(account.id) ?? (known.has(account.id) ? null : totalOf(listing, account)),
    ),
  );
  return totals.reduce((sum, total) => (sum === null || total === null ? null : sum + total), 0);
}

async function totalOf<Row extends Keyed>(listing: Listing<Row>, account: Account): Promise<number | null> {
  try {
    const { holds, fetch } = listing.sourceOf(account, shareOf(listing.call, 1));
    return holds ? null : (await fetch({ number: 1, size: 1 })).total;
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    return null;
  }
}

/** The accounts of a listing: the named ones, else all that can answer. */
export function accountsOf(
  context: Context,
  capability: Capability,
  named: readonly string[] | null | undefined,
): readonly Account[] {
  if (named) return [...new Set(named)].map((id) => context.accounts.get(id, ["filter", "accounts"]));
  return context.accounts.all.filter((account) => account.capabilities.includes(capability));
}

/**
 * The accounts of which operations, events or callbacks are asked: the named ones, else all that are configured. What is
 * kept of an account that is not configured any more cannot be shown.
 */
export function accountIdsOf({ accounts }: Context, named: readonly string[] | null | undefined): readonly string[] {
  return named ? named.map((id) => accounts.get(id, ["filter", "accounts"]).id) : accounts.all.map(({ id }) => id);
}

/** The resolver class of a connection type. */
export function connectionResolver(connection: ClassType) {
  @Resolver(() => connection)
  class ConnectionResolver {
    @FieldResolver(() => Int, { nullable: true })
    totalCount(@Root() page: ConnectionSource<Keyed>): Promise<number | null> {
      return page.countAll();
    }
  }
  return ConnectionResolver;
}
