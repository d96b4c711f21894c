import { Directive, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { StreetAddress } from "./address.js";
import { Price } from "./commerce.js";
import { graphEnum } from "./enum.js";
import { ActionInput } from "./operation.js";
import { DateTime, Decimal } from "./scalars.js";
import { PortInInput } from "./subscriber-mutations.js";

type OrderedSimType = "PSIM" | "ESIM";

const OrderedSimTypeEnum = graphEnum<OrderedSimType>("OrderedSimType", "Which kind of SIM is ordered.", {
  PSIM: "A physical SIM.",
  ESIM: "An embedded SIM.",
});

@InputType({ description: "Where a bill or a parcel goes." })
export class OrderAddressInput extends StreetAddress {
  @Field(() => Boolean, { description: "Somebody lives there." })
  isResidential!: boolean;
}

@InputType()
abstract class OrderedLine {
  @Field(() => ID, { description: "The plan (`Plan.id`)." })
  plan!: string;
  @Field(() => Boolean, { description: "The first line of the account." })
  isPrimary!: boolean;
  @Field(() => OrderedSimTypeEnum, { description: "Which SIM." })
  simType!: OrderedSimType;
}

@InputType({ description: "A line to be bought." })
export class PurchaseLineInput extends OrderedLine {
  @Field(() => String, { description: "Of who uses it." })
  firstName!: string;
  @Field(() => String, { description: "Of who uses it." })
  lastName!: string;
  @Field(() => PortInInput, { nullable: true, description: "A number to bring along." })
  portIn?: PortInInput | null;
}

@InputType({ description: "A first purchase, which makes a subscriber." })
export class PurchaseInput {
  @Field(() => ID, { description: "In which account (`Account.id`)." })
  account!: string;
  @Field(() => ID, {
    nullable: true,
    description: "The brand's own reference of the new account; made up where it is left out.",
  })
  clientAccountId?: string | null;
  @Field(() => String, { description: "Of who pays." })
  firstName!: string;
  @Field(() => String, { description: "Of who pays." })
  lastName!: string;
  @Field(() => String, { description: "Of who pays." })
  email!: string;
  @Field(() => String, { description: "Such as 1." })
  phoneCountryCode!: string;
  @Field(() => String, { description: "10 digits." })
  phone!: string;
  @Field(() => OrderAddressInput, { description: "Where bills go." })
  billingAddress!: OrderAddressInput;
  @Field(() => OrderAddressInput, { nullable: true, description: "Where a SIM goes." })
  shippingAddress?: OrderAddressInput | null;
  @Field(() => String, { nullable: true, description: "The carrier's own word, as the catalogue has it." })
  shipmentType?: string | null;
  @Field(() => [PurchaseLineInput], { description: "At least one." })
  lines!: PurchaseLineInput[];
  @Field(() => String, { nullable: true, description: "How the person was won, in the brand's words." })
  acquisitionSource?: string | null;
  @Field(() => ID, { nullable: true, description: "The brand's own id of who sold it." })
  agentId?: string | null;
  @Field(() => String, { description: "Where the person comes back to after the payment; begins with https://." })
  redirectUrl!: string;
}

@InputType({ description: "A line to be renewed or added." })
export class NextLineInput extends OrderedLine {
  @Field(() => ID, {
    nullable: true,
    description: "The line to be renewed (`Subscriber.id`); where it is left out, another line is bought.",
  })
  renews?: string | null;
}

@InputType({ description: "A renewal, another line or an add-on of a subscriber." })
export class NextPurchaseInput {
  @Field(() => ID, { description: "For whom (`Subscriber.id`)." })
  subscriber!: string;
  @Field(() => [NextLineInput], { description: "At least one." })
  lines!: NextLineInput[];
  @Field(() => ID, {
    nullable: true,
    description: "The card that pays (`Card.id`); the default one where it is left out.",
  })
  card?: string | null;
  @Field(() => String, { description: "Where the person comes back to; begins with https://." })
  redirectUrl!: string;
}

@InputType({ description: "A data pack on top." })
export class TopUpInput {
  @Field(() => ID, { description: "For whom (`Subscriber.id`)." })
  subscriber!: string;
  @Field(() => ID, { description: "The pack (`Plan.id`)." })
  plan!: string;
  @Field(() => Int, { description: "How many, 1 to 100." })
  quantity!: number;
  @Field(() => ID, { description: "The card that pays (`Card.id`)." })
  card!: string;
}

@InputType({ description: "Credit for calls abroad, for the whole group of lines." })
export class IldCreditInput {
  @Field(() => ID, { description: "Who buys (`Subscriber.id`)." })
  subscriber!: string;
  @Field(() => Decimal, { description: "How much, in major units." })
  amount!: string;
  @Field(() => ID, { description: "The card that pays (`Card.id`)." })
  card!: string;
}

@InputType({ description: "A roaming pack." })
export class RoamingPackInput {
  @Field(() => ID, { description: "For whom (`Subscriber.id`)." })
  subscriber!: string;
  @Field(() => ID, { description: "The pack (`RoamingPackOffer.id`)." })
  pack!: string;
  @Field(() => [ID], { description: "Where (`RoamingCountry.code`)." })
  countries!: string[];
  @Field(() => ID, { description: "The card that pays (`Card.id`)." })
  card!: string;
}

@InputType({ description: "Another plan." })
export class SubscriberPlanChangeInput {
  @Field(() => ID, { description: "For whom (`Subscriber.id`)." })
  subscriber!: string;
  @Field(() => ID, { description: "The plan (`Plan.id`), one that the present plan may move to." })
  plan!: string;
  @Field(() => Boolean, {
    description:
      "At once, which only a move up can be; else with the next bill. The operation has then SUCCEEDED as soon as the change is scheduled, and `Subscriber.plan` changes when its time has come.",
  })
  isImmediate!: boolean;
  @Field(() => ID, { nullable: true, description: "The card that pays (`Card.id`)." })
  card?: string | null;
}

@InputType({ description: "What to buy; exactly one." })
@Directive("@oneOf")
export class OrderInput {
  @Field(() => PurchaseInput, { nullable: true, description: "For somebody new." })
  purchase?: PurchaseInput;
  @Field(() => NextPurchaseInput, {
    nullable: true,
    description: "For a subscriber: a renewal, another line, an add-on.",
  })
  nextPurchase?: NextPurchaseInput;
  @Field(() => TopUpInput, { nullable: true, description: "A data pack." })
  topUp?: TopUpInput;
  @Field(() => IldCreditInput, { nullable: true, description: "Credit for calls abroad." })
  ildCredit?: IldCreditInput;
  @Field(() => RoamingPackInput, { nullable: true, description: "A roaming pack." })
  roamingPack?: RoamingPackInput;
  @Field(() => SubscriberPlanChangeInput, { nullable: true, description: "Another plan." })
  planChange?: SubscriberPlanChangeInput;
}

@ObjectType({ description: "What an order would cost, and the order itself, under seal." })
export class Quote {
  @Field(() => ID, {
    description:
      "Buys exactly this by `quoteAccept`. Holds the whole order, readable by nobody else; keep it as a secret of the person.",
  })
  token!: string;
  @Field(() => Price, { description: "Show it to the person before it is accepted." })
  price!: Price;
  @Field(() => DateTime, { description: "Until when it can be accepted." })
  expiresAt!: string;
}

@InputType({ description: "Buys what was quoted." })
export class QuoteAcceptInput extends ActionInput {
  @Field(() => ID, { description: "`Quote.token`." })
  quote!: string;
}
