import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { ActionPayload } from "./action-payload.js";
import { ActionInput } from "./operation.js";
import { Decimal } from "./scalars.js";

@InputType({ description: "SIMs that follow each other: the first, the last, and how many they are." })
export class SimRangeInput {
  @Field(() => String, { description: "First ICCID, 19 digits." })
  first!: string;
  @Field(() => String, { description: "Last ICCID, 19 digits." })
  last!: string;
  @Field(() => Int, { description: "How many, at most 4000: exactly those from the first to the last." })
  quantity!: number;
}

@InputType({
  description: "Many endpoints at once, each with a SIM; all or none. Exactly one of `iccids` and `range`.",
})
export class EndpointsCreateInput extends ActionInput {
  @Field(() => ID, { description: "The account (`Account.id`) in which to make them." })
  account!: string;
  @Field(() => String, {
    description: "What their names begin with; `_` and a number follow. At most 30 letters in all.",
  })
  name!: string;
  @Field(() => Int, { defaultValue: 1, description: "The number of the first; the others count on." })
  firstNumber!: number;
  @Field(() => ID, { description: "Their base plan (`Plan.id`), of the same account." })
  plan!: string;
  @Field(() => [ID], { description: "Their roaming profiles (`BicsRoamingProfile.id`), of that plan; at least one." })
  roamingProfiles!: string[];
  @Field(() => ID, { description: "The carrier's id of their APN group." })
  apnGroup!: string;
  @Field(() => [String], { nullable: true, description: "ICCIDs of free SIMs, 19 digits each, at most 4000." })
  iccids?: string[] | null;
  @Field(() => SimRangeInput, { nullable: true, description: "A range of free SIMs." })
  range?: SimRangeInput | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: "Put them into service. Billing starts. Always told to the carrier, which would do it unless told.",
  })
  isActivated!: boolean;
  @Field(() => Boolean, { defaultValue: false, description: "Must be true where `isActivated` is: billing starts." })
  isBillingAccepted!: boolean;
  @Field(() => Decimal, {
    nullable: true,
    description: "Credit limit of each; the carrier names no unit. Without one `isCreditUnlimited` must be true.",
  })
  creditLimit?: string | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: "Postpaid endpoints have no limit; not with `creditLimit`.",
  })
  isCreditUnlimited!: boolean;
  @Field(() => ID, { nullable: true, description: "The carrier's id of their dynamic benefit." })
  dynamicBenefit?: string | null;
  @Field(() => Boolean, { nullable: true, description: "Lock each SIM to its device, or say that it is not locked." })
  isImeiLocked?: boolean | null;
  @Field(() => [ID], {
    defaultValue: [],
    description: "Add-ons (`Plan.id`), at most 15; only together with `isActivated`. They are charged for.",
  })
  addons!: string[];
  @Field(() => [ID], { defaultValue: [], description: "The carrier's ids of value-added features." })
  features!: string[];
  @Field(() => [ID], { defaultValue: [], description: "Labels (`Tag.id`), at most 10." })
  tags!: string[];
}

@ObjectType({ description: "What became of an action on many endpoints." })
export class EndpointsPayload extends ActionPayload {}
