import { Field, ID, InputType, Int } from "type-graphql";
import { Decimal } from "./scalars.js";
import { SubscriberActionInput } from "./subscriber-mutations.js";

@InputType({ description: "Makes a page of the carrier at which a person gives a card." })
export class CardLinkCreateInput extends SubscriberActionInput {
  @Field(() => String, { description: "Where the person comes back to; begins with https://." })
  redirectUrl!: string;
}

@InputType({ description: "An action on a payment card." })
export class CardInput extends SubscriberActionInput {
  @Field(() => ID, { description: "The card (`Card.id`)." })
  card!: string;
}

@InputType({ description: "Changes a payment card. What is left out stays." })
export class CardUpdateInput extends CardInput {
  @Field(() => Int, { nullable: true, description: "1 to 12." })
  expiryMonth?: number | null;
  @Field(() => Int, { nullable: true, description: "Four digits." })
  expiryYear?: number | null;
  @Field(() => Int, { nullable: true, description: "The smallest is used first." })
  priority?: number | null;
}

@InputType({ description: "Charges a bill to a card." })
export class BillPayInput extends SubscriberActionInput {
  @Field(() => ID, { description: "The bill (`Bill.id`)." })
  bill!: string;
  @Field(() => ID, { description: "The card (`Card.id`)." })
  card!: string;
  @Field(() => Decimal, { description: "What the bill says now, in major units: another amount is refused." })
  amount!: string;
}

@InputType({ description: "Has an invoice sent by e-mail." })
export class InvoiceSendInput extends SubscriberActionInput {
  @Field(() => ID, { description: "The invoice (`Invoice.id`)." })
  invoice!: string;
  @Field(() => String, { description: "Where to. Never stored." })
  email!: string;
}
