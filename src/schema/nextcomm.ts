import { Field, ID, Int, ObjectType } from "type-graphql";
import type { NextCommRegion } from "../model/nextcomm.js";
import { NamedRef } from "./network.js";
import { CarrierTime, Moment } from "./values.js";

@ObjectType({ description: "A service of a line." })
export class Facility {
  @Field(() => String, { description: "The carrier's name for it." })
  name!: string;
  @Field(() => Boolean, { nullable: true, description: "It may be used; null where the carrier's word is not known." })
  isAllowed!: boolean | null;
  @Field(() => String, { nullable: true, description: "The carrier's own word." })
  raw!: string | null;
}

@ObjectType({ description: "Until when the plan of a number runs." })
export class PlanExpiry {
  @Field(() => CarrierTime, { nullable: true, description: "Until when." })
  expiresAt!: CarrierTime | null;
  @Field(() => ID, { nullable: true, description: "The carrier's id of what was last done." })
  lastTransactionId!: string | null;
  @Field(() => String, { nullable: true, description: "The carrier's own word for the state." })
  simStatusRaw!: string | null;
  @Field(() => String, { nullable: true, description: "The plan." })
  planName!: string | null;
}

@ObjectType({ description: "What only Next Communications tells of a subscriber." })
export class NextCommSubscriber {
  @Field(() => ID, { nullable: true, description: "The carrier's own id of the subscription." })
  subscriptionId!: string | null;
  @Field(() => String, { nullable: true, description: "The carrier's own word." })
  subscriptionStateRaw!: string | null;
  @Field(() => [String], { description: "Products in use." })
  activeProducts!: string[];
  @Field(() => [Facility], { description: "Services, and whether they may be used." })
  facilities!: Facility[];
  @Field(() => Moment, { description: "When the SIM expires by the records of the network." })
  simExpiresAt!: Moment;
}

@ObjectType({ description: "What only Next Communications tells of a plan." })
export class NextCommPlan {
  @Field(() => ID, { description: "12 tourists in South Africa, 24 voice, data and SMS, 25 data SIMs." })
  region!: NextCommRegion;
  @Field(() => NamedRef, { nullable: true, description: "Its profile." })
  profile!: NamedRef | null;
  @Field(() => NamedRef, { nullable: true, description: "Its service type." })
  serviceType!: NamedRef | null;
  @Field(() => Int, { nullable: true, description: "Days that it lasts." })
  validityDays!: number | null;
  @Field(() => String, { nullable: true, description: "In the carrier's words." })
  otherBenefits!: string | null;
  @Field(() => String, { nullable: true, description: "In the carrier's words." })
  additionalBenefit!: string | null;
}
