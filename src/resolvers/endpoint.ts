import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from "type-graphql";
import type { Account as AccountSource, CallContext, Context, EndpointQuery } from "../context.js";
import { Failure } from "../errors.js";
import type { RowSource } from "../listing/account-rows.js";
import type { EndpointSummary } from "../model/endpoint.js";
import type { LineState } from "../model/line.js";
import { Account } from "../schema/account.js";
import { Endpoint, EndpointBy, EndpointConnection, EndpointFilter } from "../schema/endpoint.js";
import { Connectivity, Location, Network } from "../schema/network.js";
import { IsoDate } from "../schema/scalars.js";
import { Usage } from "../schema/usage.js";
import { filled } from "./checks.js";
import { accountsOf, type ConnectionSource, connect } from "./connection.js";
import { endpointAt } from "./endpoint-at.js";
import { accountsFor, firstFound, isAsked, isGiven, requireAccount } from "./look-up.js";
import { numberOf } from "./numbers.js";
import { checkPeriod } from "./period.js";
import { refusedAs } from "./refused-as.js";

@Resolver(() => Endpoint)
export class EndpointResolver {
  @Query(() => Endpoint, { nullable: true, description: "One endpoint; null when no asked account has it." })
  async endpoint(
    @Arg("by", () => EndpointBy, { description: "What identifies it." }) by: EndpointBy,
    @Arg("account", () => ID, { nullable: true, description: "Only in this account (`Account.id`)." }) account:
      | string
      | null,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<EndpointSummary | null> {
    const { loaders, ids } = context;
    if (isGiven(by.id)) {
      const key = ids.require("Endpoint", by.id, ["by", "id"]);
      return isAsked(context, key, account) ? endpointAt(key, context, info) : null;
    }
    if (isGiven(by.carrierEndpointId)) {
      const key = { account: requireAccount(account, "carrierEndpointId"), native: by.carrierEndpointId };
      return refusedAs(["by", "carrierEndpointId"], endpointAt(key, context, info));
    }
    const number = numberOf(by);
    if (number === null) return null;
    return firstFound(accountsFor(context, ["ENDPOINTS"], number, account), context, ({ id }, call) =>
      loaders.endpointByNumber.load({ ...number, account: id, call }),
    );
  }

  @Query(() => EndpointConnection, {
    description:
      "Endpoints over accounts. One carrier call per account and page as long as only fields of the listing are asked.",
  })
  endpoints(
    @Arg("first", () => Int, { defaultValue: 50, description: "Most rows, 1 to 2000." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Go on behind this cursor." }) after:
      | string
      | null
      | undefined,
    @Arg("filter", () => EndpointFilter, { nullable: true, description: "Which ones." }) filter:
      | EndpointFilter
      | null
      | undefined,
    @Ctx() context: Context,
  ): Promise<ConnectionSource<EndpointSummary>> {
    const query = tagQuery(filter);
    return connect({
      ids: context.ids,
      subject: `endpoints ${JSON.stringify(query)}`,
      accounts: accountsOf(context, "ENDPOINTS", filter?.accounts),
      first,
      after,
      call: context.call,
      sourceOf: (account, call) => rowsOf(account, query, filter?.states, call, context),
    });
  }

  @FieldResolver(() => ID)
  id(@Root() { key }: EndpointSummary, @Ctx() { ids }: Context): string {
    return ids.encode("Endpoint", key);
  }

  @FieldResolver(() => Account, { description: "The account it belongs to." })
  account(@Root() { key }: EndpointSummary, @Ctx() { accounts }: Context): AccountSource {
    return accounts.get(key.account);
  }

  @FieldResolver(() => ID)
  carrierEndpointId(@Root() { key }: EndpointSummary): string {
    return key.native;
  }

  @FieldResolver(() => String, { nullable: true })
  iccid(@Root() { sim }: EndpointSummary): string | null {
    return sim?.iccid ?? null;
  }

  @FieldResolver(() => String, { nullable: true })
  imsi(@Root() { sim }: EndpointSummary): string | null {
    return sim?.imsi ?? null;
  }

  @FieldResolver(() => String, { nullable: true })
  eid(@Root() { sim }: EndpointSummary): string | null {
    return sim?.eid ?? null;
  }

  @FieldResolver(() => Usage, {
    nullable: true,
    description: "What was used in a period of at most 366 days. One carrier call.",
  })
  usage(
    @Root() { key }: EndpointSummary,
    @Arg("from", () => IsoDate, { description: "First day, as the carrier counts days." }) from: string,
    @Arg("to", () => IsoDate, { description: "Last day." }) to: string,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.usage.load({ key, period: checkPeriod({ from, to }) });
  }

  @FieldResolver(() => Location, { nullable: true, description: "Where it was last known to be. One carrier call." })
  location(@Root() { key }: EndpointSummary, @Ctx() { loaders }: Context) {
    return loaders.location.load(key);
  }

  @FieldResolver(() => Connectivity, {
    nullable: true,
    description: "Whether it is on a network now. One carrier call.",
  })
  connectivity(@Root() { key }: EndpointSummary, @Ctx() { loaders }: Context) {
    return loaders.connectivity.load(key);
  }

  @FieldResolver(() => [Network], { nullable: true, description: "The networks it may meet. One carrier call." })
  networks(
    @Root() { key }: EndpointSummary,
    @Arg("isBlacklisted", () => Boolean, {
      nullable: true,
      description: "Only the blacklisted ones, or only the others.",
    })
    isBlacklisted: boolean | null | undefined,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.networks.load({ key, isBlacklisted: isBlacklisted ?? null });
  }
}

function rowsOf(
  account: AccountSource,
  query: EndpointQuery,
  states: readonly LineState[] | null | undefined,
  call: CallContext,
  { origins }: Context,
): RowSource<EndpointSummary> {
  const endpoints = account.read("endpoints");
  return {
    maxPageSize: endpoints.maxPageSize,
    fetch: (page) => origins.note(call, (noted) => endpoints.list(page, query, noted)),
    holds: states ? ({ state }) => states.includes(state) : undefined,
  };
}

function tagQuery(filter: EndpointFilter | null | undefined): EndpointQuery {
  const tagId = isGiven(filter?.tagId) ? filled("filter.tagId", filter.tagId) : null;
  if (!filter?.isUntagged) return tagId === null ? {} : { tagId };
  if (tagId === null) return { tagId: null };
  throw new Failure("INVALID_ARGUMENT", "filter.isUntagged: cannot be combined with filter.tagId.", {
    field: ["filter", "isUntagged"],
    hint: "Ask for one of the two.",
  });
}
