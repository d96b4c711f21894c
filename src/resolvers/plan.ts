import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { Account as AccountSource, CallContext, CataloguePart, Context } from "../context.js";
import type { RowSource } from "../listing/account-rows.js";
import type { Plan as PlanSource } from "../model/plan.js";
import { Account } from "../schema/account.js";
import { Plan, PlanConnection, PlanFilter, type RechargeNumber } from "../schema/plan.js";
import { accountsOf, type ConnectionSource, connect } from "./connection.js";
import { lineNumber } from "./numbers.js";

@Resolver(() => Plan)
export class PlanResolver {
  @Query(() => PlanConnection, {
    description:
      "Plans of the carriers' catalogues. One carrier call per account, kind and billing type that is asked for.",
  })
  plans(
    @Arg("first", () => Int, { defaultValue: 50, description: "Most rows, 1 to 2000." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Go on behind this cursor." }) after:
      | string
      | null
      | undefined,
    @Arg("filter", () => PlanFilter, { nullable: true, description: "Which ones." }) filter:
      | PlanFilter
      | null
      | undefined,
    @Ctx() context: Context,
  ): Promise<ConnectionSource<PlanSource>> {
    const rechargeOf = filter?.rechargeOf ? rechargeNumberOf(filter.rechargeOf) : null;
    const accounts = accountsOf(context, rechargeOf ? "RECHARGE_PLANS" : "PLANS", filter?.accounts);
    return connect({
      ids: context.ids,
      subject: `plans ${JSON.stringify([filter?.kinds?.toSorted(), filter?.billing, rechargeOf])}`,
      accounts,
      first,
      after,
      call: context.call,
      sourceOf: (account, call) =>
        rechargeOf ? rechargeRowsOf(account, rechargeOf, call, context) : rowsOf(account, filter, call, context),
    });
  }

  @FieldResolver(() => ID)
  id(@Root() { key }: PlanSource, @Ctx() { ids }: Context): string {
    return ids.encode("Plan", key);
  }

  @FieldResolver(() => Account)
  account(@Root() { key }: PlanSource, @Ctx() { accounts }: Context): AccountSource {
    return accounts.get(key.account);
  }

  @FieldResolver(() => ID)
  carrierPlanId(@Root() { key }: PlanSource): string {
    return key.native;
  }
}

/** A catalogue comes in whole parts; pages are cut from it here. */
function rowsOf(
  account: AccountSource,
  filter: PlanFilter | null | undefined,
  call: CallContext,
  { loaders }: Context,
): RowSource<PlanSource> {
  const parts = partsOf(account, filter);
  return {
    maxPageSize: Number.MAX_SAFE_INTEGER,
    fetch: async ({ number, size }) => {
      const read = parts.map((part) => loaders.catalogue.load({ account: account.id, part, call }));
      const rows = (await Promise.all(read)).flat();
      return { rows: rows.slice((number - 1) * size, number * size), total: rows.length };
    },
  };
}

/** The parts of an account's catalogue that have the plans which are wanted. */
export const partsOf = (account: AccountSource, filter: PlanFilter | null | undefined): readonly CataloguePart[] =>
  account.read("plans").parts.filter((part) => isWanted(part, filter));

/** A carrier that does not divide its plans by billing answers whatever billing is asked. */
const isWanted = ({ kind, billing }: CataloguePart, filter: PlanFilter | null | undefined): boolean =>
  (filter?.kinds?.includes(kind) ?? true) && (billing === "UNKNOWN" || (filter?.billing ?? billing) === billing);

/** A number whose recharge plans are asked. */
const rechargeNumberOf = ({ msisdn, operatorId, circleId }: RechargeNumber): RechargeNumber => ({
  msisdn: lineNumber("msisdn", msisdn, ["filter", "rechargeOf", "msisdn"]).value,
  operatorId,
  circleId,
});

/** The recharge plans of a number come in one answer; pages are cut from it here. */
function rechargeRowsOf(
  account: AccountSource,
  of: RechargeNumber,
  call: CallContext,
  { loaders }: Context,
): RowSource<PlanSource> {
  return {
    maxPageSize: Number.MAX_SAFE_INTEGER,
    fetch: async ({ number, size }) => {
      const rows = await loaders.rechargePlans.load({ account: account.id, of, call });
      return { rows: rows.slice((number - 1) * size, number * size), total: rows.length };
    },
  };
}
