import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { Account as AccountSource, CallContext, Context, LineNumber, PageRequest } from "../context.js";
import type { RowSource } from "../listing/account-rows.js";
import type { Page } from "../model/endpoint.js";
import type { Subscriber as SubscriberSource } from "../model/subscriber.js";
import { Account } from "../schema/account.js";
import { Balance } from "../schema/balance.js";
import { IsoDate } from "../schema/scalars.js";
import { Subscriber, SubscriberBy, SubscriberConnection, SubscriberFilter } from "../schema/subscriber.js";
import { Usage } from "../schema/usage.js";
import { accountsOf, type ConnectionSource, connect } from "./connection.js";
import { accountsFor, firstFound, isAsked, isGiven, requireAccount } from "./look-up.js";
import { numberOf } from "./numbers.js";
import { checkPeriod } from "./period.js";
import { refusedAs } from "./refused-as.js";

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
      const found = loaders.subscriber.load({ account: asked.id, native: by.carrierSubscriberId });
      return refusedAs(["by", "carrierSubscriberId"], found);
    }
    const number = numberOf(by);
    return number === null ? null : findSubscriber(number, account, context);
  }

  @Query(() => SubscriberConnection, {
    description:
      "Subscribers over accounts: those that this installation has met, since no carrier lists them. Who was read once, or made here, is one. One carrier call a row.",
  })
  subscribers(
    @Arg("first", () => Int, { defaultValue: 50, description: "Most rows, 1 to 2000." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Go on behind this cursor." }) after:
      | string
      | null
      | undefined,
    @Arg("filter", () => SubscriberFilter, { nullable: true, description: "Which ones." }) filter:
      | SubscriberFilter
      | null
      | undefined,
    @Ctx() context: Context,
  ): Promise<ConnectionSource<SubscriberSource>> {
    return connect({
      ids: context.ids,
      subject: "subscribers",
      accounts: accountsOf(context, "SUBSCRIBERS", filter?.accounts),
      first,
      after,
      call: context.call,
      sourceOf: (account, call) => knownRowsOf(account, call, context),
    });
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
  firstFound(accountsFor(context, ["SUBSCRIBERS"], number, named), context, (account, call) =>
    subscriberIn(account, number, context, call),
  );

/** The subscriber of a number in one account: as its carrier finds it, or else among those that were met. */
export async function subscriberIn(
  account: AccountSource,
  { kind, value }: LineNumber,
  { loaders, known, call: whole }: Context,
  call: CallContext = whole,
): Promise<SubscriberSource | null> {
  const { findsBy } = account.read("subscribers");
  if (kind !== "msisdn" && kind !== "iccid") return null;
  if (findsBy.includes(kind)) return loaders.subscriberByNumber.load({ account: account.id, kind, value, call });
  const natives = await (await known()).find(account.id, { kind, value });
  const met = await Promise.all(
    natives.map((native) => loaders.subscriber.load({ account: account.id, native, call })),
  );
  return met.find((subscriber) => subscriber !== null && hasNumber(subscriber, kind, value)) ?? null;
}

/** A national number is the end of the one with its country code. */
const hasNumber = ({ msisdn, sim }: SubscriberSource, kind: "msisdn" | "iccid", value: string): boolean =>
  kind === "iccid" ? sim?.iccid === value : msisdn !== null && (value.endsWith(msisdn) || msisdn.endsWith(value));

/** Most subscribers that are read for one page, and how often it is made anew without those who are gone. */
export const PAGE = 200;
export const TRIES = 3;

/** Those that were met, each read again. Who is gone is forgotten, and the page is made anew without them. */
function knownRowsOf(account: AccountSource, call: CallContext, context: Context): RowSource<SubscriberSource> {
  const { reads } = account;
  if (!reads.subscribers) account.read("subscribers");
  const fetch = async (page: PageRequest, triesLeft = TRIES): Promise<Page<SubscriberSource>> => {
    const known = await context.known();
    const { natives, total } = await known.list(account.id, page);
    const keys = natives.map((native) => ({ account: account.id, native }));
    const found = await Promise.all(keys.map((key) => context.loaders.subscriber.load({ ...key, call })));
    const rows = found.filter((row) => row !== null);
    if (rows.length === found.length || triesLeft === 0) return { rows, total };
    await Promise.all(keys.flatMap(({ native }, index) => (found[index] ? [] : known.forget(account.id, native))));
    return fetch(page, triesLeft - 1);
  };
  return { maxPageSize: PAGE, fetch };
}
