import type { Account, Context } from "../context.js";
import type { ReadMethod } from "../datasources/carrier.js";
import { checkFirst } from "../listing/across-accounts.js";
import { mostFetches } from "../listing/most-fetches.js";
import { accountsOf } from "../resolvers/connection.js";
import type { EndpointResolver } from "../resolvers/endpoint.js";
import { type PlanResolver, partsOf } from "../resolvers/plan.js";
import type { SimResolver } from "../resolvers/sim.js";
import { PAGE, type SubscriberResolver, TRIES } from "../resolvers/subscriber.js";
import { objectsIn, timesOver } from "./objects.js";
import { by, type Field, type Rule } from "./rule.js";

/** The arguments of a listing; those that have a default are always there. */
interface Page {
  readonly first: number;
  readonly after?: string | null;
}

interface Listing {
  readonly accounts: readonly Account[];
  readonly method: ReadMethod;
  readonly isFiltered: boolean;
  maxPageSize(account: Account): number;
}

/** Pages of carriers, one account after the other; a total that is asked for costs an account no more than its rows would. */
function pagesOf({ accounts, method, isFiltered, maxPageSize }: Listing, field: Field<Page>) {
  const { args, path, ledger } = field;
  const first = checkFirst(args.first);
  const asked = accounts.map((account) => {
    const isContinued = (args.after ?? null) !== null;
    const times = mostFetches({ first, isContinued, isFiltered, maxPageSize: maxPageSize(account) });
    return times * ledger.ask({ account, method, key: path, times });
  });
  return { objects: [objectsIn(accounts, path, first)], ms: sum(asked) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

export const endpoints = by<Page & { filter?: Parameters<EndpointResolver["endpoints"]>[2] }>((field) => {
  const { args, context } = field;
  const listing: Listing = {
    accounts: accountsOf(context, "ENDPOINTS", args.filter?.accounts),
    method: "endpoints.list",
    isFiltered: Boolean(args.filter?.states),
    maxPageSize: ({ reads }) => reads.endpoints?.maxPageSize ?? 1,
  };
  return pagesOf(listing, field);
});

export const sims = by<Page & { filter?: Parameters<SimResolver["sims"]>[2] }>((field) => {
  const { args, context } = field;
  const listing: Listing = {
    accounts: accountsOf(context, "SIM_LISTING", args.filter?.accounts),
    method: "simListing.list",
    isFiltered: Boolean(args.filter?.states),
    maxPageSize: ({ reads }) => reads.simListing?.maxPageSize ?? 1,
  };
  const { objects, ms } = pagesOf(listing, field);
  return { objects: objects.map((rows) => ({ ...rows, isWhole: true as const })), ms };
});

type PlanFilter = Parameters<PlanResolver["plans"]>[2];

/** A catalogue comes whole, in parts that are read once a request. */
export const plans = by<Page & { filter?: PlanFilter }>((field) => {
  const { args, path, context } = field;
  const first = checkFirst(args.first);
  const rechargeOf = args.filter?.rechargeOf;
  const accounts = accountsOf(context, rechargeOf ? "RECHARGE_PLANS" : "PLANS", args.filter?.accounts);
  const asked = accounts.map((account) =>
    rechargeOf
      ? field.ledger.ask({ account, method: "rechargePlans.forNumber", key: JSON.stringify(rechargeOf) })
      : catalogueOf(account, args.filter, field),
  );
  return { objects: [objectsIn(accounts, path, first)], ms: sum(asked) };
});

const catalogueOf = (account: Account, filter: PlanFilter, { ledger }: Pick<Field, "ledger">): number =>
  sum(
    partsOf(account, filter).map((part) =>
      ledger.ask({ account, method: "plans.list", key: JSON.stringify(part), kind: part.kind }),
    ),
  );

/** Those that were met, each read again, and others in the place of those who are gone. */
export const subscribers = by<Page & { filter?: Parameters<SubscriberResolver["subscribers"]>[2] }>((field) => {
  const { args, path, context, ledger } = field;
  const first = checkFirst(args.first);
  const accounts = accountsOf(context, "SUBSCRIBERS", args.filter?.accounts);
  const isContinued = (args.after ?? null) !== null;
  const fetches = mostFetches({ first, isContinued, isFiltered: false, maxPageSize: PAGE }) * (TRIES + 1);
  const rows = fetches * (isContinued ? PAGE : Math.min(first, PAGE));
  const asked = accounts.map(
    (account) => fetches * ledger.ask({ account, method: "subscribers.byId", key: path, times: rows }),
  );
  return { objects: [objectsIn(accounts, path, first)], ms: sum(asked) };
});

interface OfStore extends Page {
  readonly filter?: { readonly accounts?: readonly string[] | null } | null;
}

/** What is kept here: costs no carrier call. */
export const kept: Rule = by<OfStore>(({ args, path, context }) => ({
  objects: [objectsIn(keptAccounts(context, args), path, Math.max(0, args.first))],
  ms: 0,
}));

const keptAccounts = ({ accounts }: Context, { filter }: OfStore): readonly Account[] =>
  accounts.all.filter(({ id }) => filter?.accounts?.includes(id) ?? true);

/** The rows of a bulk. */
export const children = by<Page>(({ parent, path, args: { first } }) => {
  const counts = timesOver(parent.counts, Math.max(0, first));
  return { objects: [{ key: `${path} of ${parent.key}`, counts, times: counts }], ms: 0 };
});
