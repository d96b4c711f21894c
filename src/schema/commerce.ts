import { Field, ID, Int, ObjectType } from "type-graphql";
import type { PurchaseState } from "../model/commerce.js";
import { graphEnum } from "./enum.js";
import { CarrierTime, Money } from "./values.js";

@ObjectType({
  description:
    "A page of the carrier at which a person pays or gives a card. Secret: whoever has the address may use it.",
})
export class PaymentLink {
  @Field(() => String, { description: "Send the person there." })
  url!: string;
  @Field(() => CarrierTime, {
    nullable: true,
    description: "Until when it works; null where the carrier does not say.",
  })
  expiresAt!: CarrierTime | null;
}

@ObjectType({ description: "A payment card as the carrier keeps it. Never a card number." })
export class Card {
  @Field(() => ID, { description: "The carrier's own id." })
  id!: string;
  @Field(() => Boolean, { description: "It is used where none is named." })
  isDefault!: boolean;
  @Field(() => String, { nullable: true, description: "Its brand, in the carrier's words." })
  brand!: string | null;
  @Field(() => String, { nullable: true, description: "The last four digits." })
  lastFour!: string | null;
  @Field(() => Int, { nullable: true, description: "1 to 12." })
  expiryMonth!: number | null;
  @Field(() => Int, { nullable: true, description: "Four digits." })
  expiryYear!: number | null;
  @Field(() => Int, { nullable: true, description: "The smallest is used first." })
  priority!: number | null;
}

@ObjectType({ description: "A part of a bill." })
export class BillItem {
  @Field(() => String, { nullable: true, description: "The carrier's words for it." })
  description!: string | null;
  @Field(() => Money, { nullable: true, description: "What it costs." })
  amount!: Money | null;
}

@ObjectType({ description: "What a bill is made of." })
export class BillDetail {
  @Field(() => Money, { nullable: true, description: "The sum." })
  amount!: Money | null;
  @Field(() => Money, { nullable: true, description: "The tax in it." })
  tax!: Money | null;
  @Field(() => CarrierTime, { nullable: true, description: "When it is due." })
  dueOn!: CarrierTime | null;
  @Field(() => String, { nullable: true, description: "The carrier's own word." })
  statusRaw!: string | null;
  @Field(() => [BillItem], { description: "Its parts." })
  items!: BillItem[];
}

@ObjectType({ description: "A bill." })
export class Bill {
  @Field(() => ID, { description: "The carrier's own id." })
  id!: string;
  @Field(() => Money, { nullable: true, description: "The sum." })
  amount!: Money | null;
  @Field(() => CarrierTime, { nullable: true, description: "When it is due." })
  dueOn!: CarrierTime | null;
  @Field(() => String, { nullable: true, description: "The carrier's own word." })
  statusRaw!: string | null;
}

@ObjectType({ description: "An invoice." })
export class Invoice {
  @Field(() => ID, { description: "The carrier's own id." })
  id!: string;
  @Field(() => ID, { nullable: true, description: "The bill that it is for." })
  billId!: string | null;
  @Field(() => Money, { nullable: true, description: "The sum." })
  amount!: Money | null;
  @Field(() => CarrierTime, { nullable: true, description: "When it was issued." })
  issuedOn!: CarrierTime | null;
  @Field(() => String, { nullable: true, description: "The carrier's own word." })
  statusRaw!: string | null;
}

const PurchaseStateEnum = graphEnum<PurchaseState>("PurchaseState", "How far a purchase has come.", {
  PENDING: "The carrier works on it.",
  PAYMENT_PENDING: "The person has to pay: see `link`.",
  PAYMENT_PROCESSING: "The payment is being made.",
  COMPLETED: "Done.",
  FAILED: "It came to nothing; quote again.",
  UNKNOWN: "A carrier's word that is not known; see `stateRaw`.",
});

@ObjectType({ description: "A purchase as the carrier tells it while it goes on." })
export class Purchase {
  @Field(() => ID, { description: "The carrier's own id." })
  transactionId!: string;
  @Field(() => PurchaseStateEnum, { description: "How far it has come." })
  state!: PurchaseState;
  @Field(() => String, { nullable: true, description: "The carrier's own word." })
  stateRaw!: string | null;
  @Field(() => String, { nullable: true, description: "The carrier's own word for the payment." })
  paymentStatusRaw!: string | null;
  @Field(() => String, { nullable: true, description: "Why the payment failed, in words for the person." })
  paymentStatusText!: string | null;
  @Field(() => PaymentLink, { nullable: true, description: "Where the person pays; null until there is one." })
  link!: PaymentLink | null;
  @Field(() => ID, { nullable: true, description: "The brand's own reference." })
  clientAccountId!: string | null;
  @Field(() => String, { nullable: true, description: "The carrier's own word for the shipment." })
  shipmentStatusRaw!: string | null;
  @Field(() => Money, { nullable: true, description: "The sum." })
  total!: Money | null;
  @Field(() => Money, { nullable: true, description: "The tax in it." })
  tax!: Money | null;
}

@ObjectType({ description: "A SIM or kit on its way." })
export class Shipment {
  @Field(() => ID, { nullable: true, description: "The carrier's own id." })
  orderId!: string | null;
  @Field(() => String, { nullable: true, description: "The carrier's own word." })
  statusRaw!: string | null;
  @Field(() => String, { nullable: true, description: "Who brings it." })
  courier!: string | null;
  @Field(() => String, { nullable: true, description: "The courier's number." })
  trackingNumber!: string | null;
  @Field(() => String, { nullable: true, description: "Where it can be followed." })
  trackingUrl!: string | null;
  @Field(() => CarrierTime, { nullable: true, description: "When it was ordered." })
  orderedAt!: CarrierTime | null;
  @Field(() => CarrierTime, { nullable: true, description: "When it left." })
  shippedAt!: CarrierTime | null;
}

@ObjectType({ description: "A part of a price." })
export class Charge {
  @Field(() => String, { description: "The carrier's name for it." })
  name!: string;
  @Field(() => Money, { description: "What it costs." })
  amount!: Money;
}

@ObjectType({ description: "What an order would cost." })
export class Price {
  @Field(() => Money, { nullable: true, description: "Due now; null where the carrier tells no sum." })
  total!: Money | null;
  @Field(() => [Charge], { description: "Its parts." })
  charges!: Charge[];
  @Field(() => Money, { nullable: true, description: "Per month from now on; null where it does not apply." })
  monthly!: Money | null;
  @Field(() => CarrierTime, { nullable: true, description: "When it would take effect; null for at once." })
  effectiveOn!: CarrierTime | null;
}
