import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { Account as AccountSource, Context, LineNumber } from "../context.js";
import type { RowSource } from "../listing/account-rows.js";
import type { EndpointSummary } from "../model/endpoint.js";
import type { Sim as SimSource } from "../model/sim.js";
import { Account } from "../schema/account.js";
import { Endpoint, EsimProfile } from "../schema/endpoint.js";
import { Sim, SimBy, SimConnection, SimFilter } from "../schema/sim.js";
import { Subscriber } from "../schema/subscriber.js";
import { accountsOf, type ConnectionSource, connect } from "./connection.js";
import { accountsFor, firstFound, isAsked, isGiven } from "./look-up.js";
import { numberOf } from "./numbers.js";
import { subscriberIn } from "./subscriber.js";

@Resolver(() => Sim)
export class SimResolver {
  @Query(() => Sim, { nullable: true, description: "One SIM; null when no asked account has it." })
  async sim(
    @Arg("by", () => SimBy, { description: "What identifies it." }) by: SimBy,
    @Arg("account", () => ID, { nullable: true, description: "Only in this account (`Account.id`)." }) account:
      | string
      | null,
    @Ctx() context: Context,
  ): Promise<SimSource | null> {
    if (isGiven(by.id)) {
      const key = context.ids.require("Sim", by.id, ["by", "id"]);
      return isAsked(context, key, account) ? context.loaders.sim.load(key) : null;
    }
    const number = numberOf(by);
    return number === null ? null : findSim(number, account, context);
  }

  @Query(() => SimConnection, {
    description:
      "SIMs over accounts, linked or free. One carrier call per account and page. Carriers without such a list are left out.",
  })
  sims(
    @Arg("first", () => Int, { defaultValue: 50, description: "Most rows, 1 to 2000." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Go on behind this cursor." }) after:
      | string
      | null
      | undefined,
    @Arg("filter", () => SimFilter, { nullable: true, description: "Which ones." }) filter:
      | SimFilter
      | null
      | undefined,
    @Ctx() context: Context,
  ): Promise<ConnectionSource<SimSource>> {
    const accounts = accountsOf(context, "SIM_LISTING", filter?.accounts);
    return connect({
      ids: context.ids,
      subject: "sims",
      accounts,
      first,
      after,
      sourceOf: (account) => rowsOf(account, filter, context),
    });
  }

  @FieldResolver(() => ID)
  id(@Root() { key }: SimSource, @Ctx() { ids }: Context): string {
    return ids.encode("Sim", key);
  }

  @FieldResolver(() => Account)
  account(@Root() { key }: SimSource, @Ctx() { accounts }: Context): AccountSource {
    return accounts.get(key.account);
  }

  @FieldResolver(() => Endpoint, {
    nullable: true,
    description: "The endpoint it is linked to; null while free. One carrier call.",
  })
  endpoint(@Root() { endpoint }: SimSource, @Ctx() { loaders }: Context): Promise<EndpointSummary | null> | null {
    return endpoint && loaders.endpointProfile.load(endpoint);
  }

  @FieldResolver(() => Subscriber, {
    nullable: true,
    description: "The subscriber who has it; null where the carrier finds none by ICCID. One carrier call.",
  })
  subscriber(@Root() { key, iccid }: SimSource, @Ctx() context: Context) {
    const account = context.accounts.get(key.account);
    return iccid && account.reads.subscribers ? subscriberIn(account, { kind: "iccid", value: iccid }, context) : null;
  }

  @FieldResolver(() => EsimProfile, {
    nullable: true,
    description: "The state of the eSIM, from the endpoint that it is linked to. One carrier call.",
  })
  async esimProfile(@Root() { endpoint }: SimSource, @Ctx() { loaders }: Context) {
    return endpoint && ((await loaders.endpointProfile.load(endpoint))?.esimProfile ?? null);
  }
}

/** By ICCID the SIM inventory is asked, by any other number the lines. */
export function findSim(number: LineNumber, named: string | null, context: Context): Promise<SimSource | null> {
  if (number.kind === "iccid") {
    const accounts = accountsFor(context, ["SIMS"], number, named);
    return firstFound(accounts, ({ id }) => context.loaders.sim.load({ account: id, native: number.value }));
  }
  const accounts = accountsFor(context, ["ENDPOINTS", "SUBSCRIBERS"], number, named);
  return firstFound(accounts, async (account) => (await lineOf(account, number, context))?.sim ?? null);
}

const lineOf = (account: AccountSource, number: LineNumber, context: Context) =>
  account.reads.subscribers
    ? subscriberIn(account, number, context)
    : context.loaders.endpointByNumber.load({ ...number, account: account.id });

function rowsOf(account: AccountSource, filter: SimFilter | null | undefined, { call }: Context): RowSource<SimSource> {
  const listing = account.read("simListing");
  const states = filter?.states;
  return {
    maxPageSize: listing.maxPageSize,
    fetch: (page) => listing.list(page, call),
    holds: states ? ({ state }) => states.includes(state) : undefined,
  };
}
