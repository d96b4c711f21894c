import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from "type-graphql";
import type { Account as AccountSource, CallContext, Context, LineNumber } from "../context.js";
import type { RowSource } from "../listing/account-rows.js";
import type { EndpointSummary } from "../model/endpoint.js";
import type { Sim as SimSource } from "../model/sim.js";
import { Account } from "../schema/account.js";
import { Endpoint, EsimProfile } from "../schema/endpoint.js";
import { Sim, SimBy, SimConnection, SimFilter } from "../schema/sim.js";
import { Subscriber } from "../schema/subscriber.js";
import { accountsOf, type ConnectionSource, connect } from "./connection.js";
import { endpointAt } from "./endpoint-at.js";
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
      return isAsked(context, key, account) ? simIn(context.accounts.get(key.account), key.native, context) : null;
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
      call: context.call,
      sourceOf: (account, call) => rowsOf(account, filter, call, context),
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
  endpoint(
    @Root() { endpoint }: SimSource,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<EndpointSummary | null> | null {
    return endpoint && endpointAt(endpoint, context, info);
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

/** By ICCID the SIM inventory is asked where there is one, by any other number the lines. */
export function findSim(number: LineNumber, named: string | null, context: Context): Promise<SimSource | null> {
  const isInventory = number.kind === "iccid";
  const accounts = accountsFor(context, [isInventory ? "SIMS" : "ENDPOINTS", "SUBSCRIBERS"], number, named);
  return firstFound(accounts, context, async (account, call) =>
    isInventory
      ? simIn(account, number.value, context, call)
      : ((await lineOf(account, number, context, call))?.sim ?? null),
  );
}

/** A SIM of an account: from its inventory, or, where it has none, with the subscriber who was met with it. */
export async function simIn(
  account: AccountSource,
  iccid: string,
  context: Context,
  call: CallContext = context.call,
): Promise<SimSource | null> {
  if (account.reads.sims || !account.reads.subscribers) {
    return context.loaders.sims.load({ account: account.id, native: iccid, call });
  }
  return (await subscriberIn(account, { kind: "iccid", value: iccid }, context, call))?.sim ?? null;
}

const lineOf = (account: AccountSource, number: LineNumber, context: Context, call: CallContext) =>
  account.reads.subscribers
    ? subscriberIn(account, number, context, call)
    : context.loaders.endpointByNumber.load({ ...number, account: account.id, call });

function rowsOf(
  account: AccountSource,
  filter: SimFilter | null | undefined,
  call: CallContext,
  { origins }: Context,
): RowSource<SimSource> {
  const listing = account.read("simListing");
  const states = filter?.states;
  return {
    maxPageSize: listing.maxPageSize,
    fetch: (page) => origins.note(call, (noted) => listing.list(page, noted)),
    holds: states ? ({ state }) => states.includes(state) : undefined,
  };
}
