import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Account as AccountSource, Context, LineNumber } from "../context.js";
import type { Subscriber as SubscriberSource } from "../model/subscriber.js";
import { Account } from "../schema/account.js";
import { Balance } from "../schema/balance.js";
import { IsoDate } from "../schema/scalars.js";
import { Subscriber, SubscriberBy } from "../schema/subscriber.js";
import { Usage } from "../schema/usage.js";
import { accountsFor, firstFound, isAsked, isGiven, requireAccount } from "./look-up.js";
import { numberOf } from "./numbers.js";
import { checkPeriod } from "./period.js";

@Resolver(() => Subscriber)
export class SubscriberResolver {
  @Query(() => Subscriber, {
    nullable: true,
    description: "One subscriber; null when no asked account has it. BICS has none.",
  })
  async subscriber(
    @Arg("by", () => SubscriberBy, { description: "What identifies it." }) by: SubscriberBy,
    @Arg("account", () => ID, { nullable: true, description: "Only in this account (`Account.id`)." }) account:
      | string
      | null,
    @Ctx() context: Context,
  ): Promise<SubscriberSource | null> {
    const { ids, loaders } = context;
    if (isGiven(by.id)) {
      const key = ids.require("Subscriber", by.id, ["by", "id"]);
      return isAsked(context, key, account) ? loaders.subscriber.load(key) : null;
    }
    if (isGiven(by.carrierSubscriberId)) {
      const asked = context.accounts.get(requireAccount(account, "carrierSubscriberId"));
      return loaders.subscriber.load({ account: asked.id, native: by.carrierSubscriberId });
    }
    const number = numberOf(by);
    return number === null ? null : findSubscriber(number, account, context);
  }

  @FieldResolver(() => ID)
  id(@Root() { key }: SubscriberSource, @Ctx() { ids }: Context): string {
    return ids.encode("Subscriber", key);
  }

  @FieldResolver(() => Account, { description: "The account it belongs to." })
  account(@Root() { key }: SubscriberSource, @Ctx() { accounts }: Context): AccountSource {
    return accounts.get(key.account);
  }

  @FieldResolver(() => ID)
  carrierSubscriberId(@Root() { key }: SubscriberSource): string {
    return key.native;
  }

  @FieldResolver(() => [Balance], {
    nullable: true,
    description: "What is left, one balance per source. Reach: one carrier call for each kind.",
  })
  balances(@Root() { key, balances }: SubscriberSource, @Ctx() { accounts, loaders }: Context) {
    if (balances !== null) return balances;
    return accounts.get(key.account).reads.allowances ? loaders.allowanceBalances.load(key) : null;
  }

  @FieldResolver(() => Usage, {
    nullable: true,
    description: "What was used in a period. No carrier of subscribers tells it: see `cycleUse` for the current cycle.",
  })
  usage(
    @Root() { key }: SubscriberSource,
    @Arg("from", () => IsoDate, { description: "First day, as the carrier counts days." }) from: string,
    @Arg("to", () => IsoDate, { description: "Last day." }) to: string,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.usage.load({ key, period: checkPeriod({ from, to }) });
  }
}

/** The first account that has a subscriber of the number. */
const findSubscriber = (number: LineNumber, named: string | null, context: Context): Promise<SubscriberSource | null> =>
  firstFound(accountsFor(context, ["SUBSCRIBERS"], number, named), (account) => subscriberIn(account, number, context));

/** The subscriber of a number in one account; null where its carrier finds nobody by such a number. */
export async function subscriberIn(
  account: AccountSource,
  { kind, value }: LineNumber,
  { loaders }: Context,
): Promise<SubscriberSource | null> {
  const { findsBy } = account.read("subscribers");
  const isFound = (kind === "msisdn" || kind === "iccid") && findsBy.includes(kind);
  return isFound ? loaders.subscriberByNumber.load({ account: account.id, kind, value }) : null;
}
