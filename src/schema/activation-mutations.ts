import { Field, ID, InputType } from "type-graphql";
import type { ConnectionType } from "../model/nextcomm.js";
import { graphEnum } from "./enum.js";
import { ActionInput } from "./operation.js";
import { Decimal, IsoDate, LocalDateTime } from "./scalars.js";
import { type StockType, StockTypeEnum } from "./sim.js";
import { SubscriberActionInput } from "./subscriber-mutations.js";

@InputType({ description: "Puts a SIM into service for a person. The plan is charged." })
export class SubscriberCreateInput extends ActionInput {
  @Field(() => ID, { description: "In which account (`Account.id`)." })
  account!: string;
  @Field(() => ID, { description: "The plan (`Plan.id`), of kind BASE." })
  plan!: string;
  @Field(() => String, { description: "Never stored." })
  firstName!: string;
  @Field(() => String, { description: "Never stored." })
  lastName!: string;
  @Field(() => String, { description: "Another number of the person. Never stored." })
  alternateMsisdn!: string;
  @Field(() => String, { description: "Never stored." })
  email!: string;
  @Field(() => StockTypeEnum, { description: "Which kind of SIM." })
  simType!: StockType;
  @Field(() => String, { nullable: true, description: "The SIM; may be left out for an eSIM only." })
  iccid?: string | null;
}

const ConnectionTypeEnum = graphEnum<ConnectionType>("ConnectionType", "For whom a SIM is put into service.", {
  INDIVIDUAL: "A person.",
  CORPORATE: "A company.",
  TEST_CARDS: "Tests.",
  FRIENDS: "Friends.",
  FAMILY: "Family.",
});

@InputType({ description: "One SIM of many." })
export class SimActivationRowInput {
  @Field(() => String, { description: "ICCID." })
  iccid!: string;
  @Field(() => ID, { description: "The plan (`Plan.id`), of kind BASE." })
  plan!: string;
  @Field(() => LocalDateTime, { description: "When the journey begins, by the clock of the country." })
  travelAt!: string;
  @Field(() => String, { description: "Of the person. Never stored." })
  email!: string;
  @Field(() => ConnectionTypeEnum, { description: "For whom." })
  connectionType!: ConnectionType;
  @Field(() => String, { nullable: true, description: "A promotional code." })
  referralCode?: string | null;
}

@InputType({ description: "Puts many SIMs into service. Each is done or not on its own." })
export class SubscribersCreateInput extends ActionInput {
  @Field(() => ID, { description: "In which account (`Account.id`)." })
  account!: string;
  @Field(() => [SimActivationRowInput], { description: "1 to 50." })
  sims!: SimActivationRowInput[];
}

@InputType({
  description: "Papers of the person who has a SIM. Dropped once they are sent; never stored, never logged.",
})
export class SimDocumentsInput {
  @Field(() => String, { description: "ICCID." })
  iccid!: string;
  @Field(() => String, { description: "Image or PDF of the visa, base64, up to 2 MB." })
  visa!: string;
  @Field(() => String, { description: "Front and back of the passport in one file, base64, up to 2 MB." })
  passport!: string;
}

@InputType({ description: "Sends papers of people. Each SIM is done or not on its own." })
export class DocumentsUploadInput extends ActionInput {
  @Field(() => ID, { description: "In which account (`Account.id`)." })
  account!: string;
  @Field(() => [SimDocumentsInput], { description: "1 to 10, of 4 MB together." })
  documents!: SimDocumentsInput[];
}

@InputType({ description: "Recharges a number. Each request with a new key charges once more." })
export class RechargeInput extends SubscriberActionInput {
  @Field(() => ID, { description: "The recharge plan (`Plan.id`), of kind RECHARGE." })
  plan!: string;
  @Field(() => Decimal, { description: "The price of the plan, in major units: another amount is refused." })
  amount!: string;
}

@InputType({ description: "Moves the day on which the plan ends. The time of day is lost." })
export class PlanExpirySetInput extends SubscriberActionInput {
  @Field(() => IsoDate, { description: "The new last day." })
  day!: string;
}
