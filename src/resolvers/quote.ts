import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Context, Order, OrderOf } from "../context.js";
import { SUBSCRIBER_MAKING_TABLE } from "../lifecycle/subscriber-table.js";
import type { ObjectKey } from "../model/carrier.js";
import type { Subscriber } from "../model/subscriber.js";
import { OrderInput, Quote, QuoteAcceptInput } from "../schema/orders.js";
import { SubscriberPayload } from "../schema/subscriber-mutations.js";
import { act, type Subject } from "./act.js";
import { writable } from "./act-on-endpoint.js";
import { subjectOf } from "./act-on-subscriber.js";
import { orderOf } from "./orders.js";
import { checkPrice, openQuote, type Quoted, sealQuote, shownOf } from "./quote-token.js";

@Resolver()
export class QuoteResolver {
  @Query(() => Quote, {
    nullable: true,
    description: "What an order would cost. Buys nothing. One carrier call, and those that check what is ordered.",
  })
  async quote(
    @Arg("order", () => OrderInput, { description: "What to buy." }) input: OrderInput,
    @Ctx() context: Context,
  ) {
    const { account, order } = await orderOf(input, context);
    const price = await context.accounts.get(account).read("quotes").quote(order, context.call);
    return { price, ...sealQuote({ account, order, shown: shownOf(price) }, context) };
  }

  @Mutation(() => SubscriberPayload, {
    description:
      "Buys exactly what was quoted, once. The price is asked again before: when it has changed, nothing is bought. A purchase may wait for a payment: see `Operation.purchase`.",
  })
  quoteAccept(
    @Arg("input", () => QuoteAcceptInput, { description: "What to buy." }) input: QuoteAcceptInput,
    @Ctx() context: Context,
  ) {
    return act({ input, subject: () => subjectOfQuote(openQuote(input.quote, context), context) }, context);
  }
}

function subjectOfQuote(quoted: Quoted, context: Context): Subject {
  const { account, order } = quoted;
  const check = async () => checkPrice(quoted, await priceNow(quoted, context));
  const asked = { quote: quoted.expiresAt };
  if (order.kind === "PURCHASE") return newSubscriber(quoted, order, check, context);
  const key = { account, native: order.subscriber };
  const wishOf = async (subscriber: Subscriber) => {
    await check();
    return detailsOf(order, subscriber, key, context);
  };
  return subjectOf(order.kind, key, () => ({ asked, secret: order, isOnce: true, wishOf }), context);
}

function newSubscriber(
  { account: id, expiresAt }: Quoted,
  order: OrderOf<"PURCHASE">,
  check: () => Promise<void>,
  context: Context,
): Subject {
  const account = context.accounts.get(id, ["input", "quote"]);
  const { clientAccountId } = order;
  return {
    action: "PURCHASE",
    account: id,
    target: null,
    understand: () => ({
      nature: writable(account, "PURCHASE", SUBSCRIBER_MAKING_TABLE[account.carrier]?.PURCHASE),
      conflictKey: `purchase/${clientAccountId}`,
      asked: { quote: expiresAt, clientAccountId },
      secret: order,
      isOnce: true,
      wish: async () => {
        await check();
        return { clientAccountId };
      },
    }),
  };
}

const priceNow = async ({ account, order }: Quoted, { accounts, call }: Context): Promise<string> =>
  shownOf(await accounts.get(account).read("quotes").quote(order, call));

type SubscriberOrder = Exclude<Order, { kind: "PURCHASE" }>;

/** What tells later whether it was bought. */
async function detailsOf(order: SubscriberOrder, { reach }: Subscriber, key: ObjectKey, context: Context) {
  const { accounts, call } = context;
  const group = reach?.groupId ?? null;
  const allowances = () => accounts.get(key.account).read("allowances");
  const ids = (all: readonly (string | null)[]) => all.filter((id) => id !== null);
  switch (order.kind) {
    case "ILD_PURCHASE":
      return { before: ids((await allowances().ildPurchases(key.native, call)).map(({ id }) => id)) };
    case "ROAMING_PACK_PURCHASE": {
      const packs = group === null ? [] : await allowances().roamingPacks(group, call);
      return { group, before: ids(packs.map(({ instanceId }) => instanceId)) };
    }
    case "SUBSCRIBER_PLAN_CHANGE":
      return { plan: order.planId };
    default:
      return {};
  }
}
