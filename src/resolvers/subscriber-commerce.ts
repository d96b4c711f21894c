import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import type { Bill as BillSource, Invoice as InvoiceSource } from "../model/commerce.js";
import type { UsageKind } from "../model/reach.js";
import type { Subscriber as SubscriberSource } from "../model/subscriber.js";
import { Bill, BillDetail, Card, Invoice, PaymentLink, Shipment } from "../schema/commerce.js";
import { Activation, AllowanceUse, UsageKindEnum } from "../schema/reach.js";
import { Subscriber } from "../schema/subscriber.js";

@Resolver(() => Subscriber)
export class SubscriberCommerceResolver {
  @FieldResolver(() => Activation, {
    nullable: true,
    description: "How far its activation or port-in has come. One carrier call.",
  })
  activation(@Root() { key }: SubscriberSource, @Ctx() { loaders }: Context) {
    return loaders.activation.load(key);
  }

  @FieldResolver(() => AllowanceUse, {
    nullable: true,
    description: "What is used and left in the current cycle. One carrier call.",
  })
  cycleUse(
    @Root() { key }: SubscriberSource,
    @Arg("kind", () => UsageKindEnum, { description: "Of what." }) kind: UsageKind,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.cycleUse.load({ key, kind });
  }

  @FieldResolver(() => [Card], { nullable: true, description: "The payment cards. One carrier call." })
  cards(@Root() { key }: SubscriberSource, @Ctx() { loaders }: Context) {
    return loaders.cards.load(key);
  }

  @FieldResolver(() => Card, {
    nullable: true,
    description: "One payment card; null for one that is not this subscriber's. Two carrier calls.",
  })
  async card(
    @Root() { key }: SubscriberSource,
    @Arg("id", () => ID, { description: "Of a card of this subscriber (`Card.id`)." }) id: string,
    @Ctx() { loaders }: Context,
  ) {
    const own = await loaders.cards.load(key);
    return own.some((card) => card.id === id) ? loaders.card.load({ account: key.account, native: id }) : null;
  }

  @FieldResolver(() => [Bill], { nullable: true, description: "All bills. One carrier call." })
  bills(@Root() { key }: SubscriberSource, @Ctx() { loaders }: Context) {
    return loaders.bills.load(key);
  }

  @FieldResolver(() => [Invoice], { nullable: true, description: "All invoices. One carrier call." })
  invoices(@Root() { key }: SubscriberSource, @Ctx() { loaders }: Context) {
    return loaders.invoices.load(key);
  }

  @FieldResolver(() => Shipment, { nullable: true, description: "The shipment of its SIM. One carrier call." })
  shipment(@Root() { key }: SubscriberSource, @Ctx() { loaders }: Context) {
    return loaders.shipment.load(key);
  }
}

@Resolver(() => Bill)
export class BillResolver {
  @FieldResolver(() => BillDetail, { nullable: true, description: "What it is made of. One carrier call." })
  detail(@Root() { id, subscriber }: BillSource, @Ctx() { loaders }: Context) {
    return loaders.bill.load({ account: subscriber.account, native: id });
  }
}

@Resolver(() => Invoice)
export class InvoiceResolver {
  @FieldResolver(() => PaymentLink, {
    nullable: true,
    description: "Where its PDF can be fetched for a while. One carrier call.",
  })
  pdf(@Root() { id, subscriber }: InvoiceSource, @Ctx() { loaders }: Context) {
    return loaders.invoiceLink.load({ key: subscriber, invoice: id });
  }
}
