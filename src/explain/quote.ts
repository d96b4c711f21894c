import type { Order } from "../context.js";
import type { QuoteResolver } from "../resolvers/quote.js";
import { objectsIn } from "./objects.js";
import { planIn } from "./readings.js";
import { by } from "./rule.js";

type Input = Parameters<QuoteResolver["quote"]>[0];

const KIND = {
  purchase: "PURCHASE",
  nextPurchase: "PURCHASE_SUBSEQUENT",
  topUp: "TOP_UP_PURCHASE",
  ildCredit: "ILD_PURCHASE",
  roamingPack: "ROAMING_PACK_PURCHASE",
  planChange: "SUBSCRIBER_PLAN_CHANGE",
} as const satisfies Record<keyof Input, Order["kind"]>;

/** The price, and before it what the order is checked by: the subscriber, the cards, the plans. One after the other. */
export const quote = by<{ order: Input }>(({ args: { order }, path, context, ledger }) => {
  const { purchase, ...ofSubscriber } = order;
  const [kind] = (Object.keys(KIND) as (keyof Input)[]).filter((name) => order[name]);
  const subscriber = Object.values(ofSubscriber).find(Boolean)?.subscriber;
  const key = subscriber === undefined ? null : context.ids.require("Subscriber", subscriber, ["order"]);
  const account = context.accounts.get(key?.account ?? purchase?.account ?? "", ["order"]);
  const asked = [ledger.ask({ account, method: "quotes.quote", key: path, kind: kind ? KIND[kind] : "" })];
  if (key) {
    asked.push(ledger.ask({ account, method: "subscribers.byId", key: key.native }));
    asked.push(ledger.ask({ account, method: "billing.cards", key: key.native }));
  }
  if (order.planChange) asked.push(planIn({ account, key: "" }, ledger));
  return { objects: [objectsIn([account], path)], ms: asked.reduce((sum, ms) => sum + ms, 0) };
});
