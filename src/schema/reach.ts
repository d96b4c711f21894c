import { Field, ID, Int, ObjectType } from "type-graphql";
import type { ActivationState, Job as JobSource, SimMode, UsageKind } from "../model/reach.js";
import { graphEnum } from "./enum.js";
import { SimModeEnum } from "./sales.js";
import { BigIntText } from "./scalars.js";
import { CarrierTime, Money } from "./values.js";

const ActivationStateEnum = graphEnum<ActivationState>(
  "ActivationState",
  "How far an activation or port-in has come.",
  {
    INACTIVE: "Not asked for yet.",
    IN_PROGRESS: "Under way.",
    ACTIVE: "In service.",
    FAILED: "It failed; see `message`.",
    PORTING: "The number is on its way from the other carrier.",
    PORTING_FAILED: "The other carrier refused; correct it by `portInUpdate`.",
    PORT_CANCELLED: "Called off.",
    UNKNOWN: "A carrier's word that is not known; see `stateRaw`.",
  },
);

@ObjectType({ description: "How far the activation or port-in of a line has come." })
export class Activation {
  @Field(() => ActivationStateEnum, { description: "How far." })
  state!: ActivationState;
  @Field(() => String, { nullable: true, description: "The carrier's own word." })
  stateRaw!: string | null;
  @Field(() => String, { nullable: true, description: "The number; null until there is one." })
  msisdn!: string | null;
  @Field(() => String, { nullable: true, description: "The plan." })
  planName!: string | null;
  @Field(() => CarrierTime, { nullable: true, description: "When it came into service." })
  activatedAt!: CarrierTime | null;
  @Field(() => String, { nullable: true, description: "The carrier's own words." })
  message!: string | null;
}

const JobStateEnum = graphEnum<JobSource["state"]>("JobState", "How far a job of the carrier has come.", {
  RUNNING: "Under way.",
  COMPLETED: "Done.",
  FAILED: "Not done.",
  UNKNOWN: "A carrier's word that is not known; see `stateRaw`.",
});

@ObjectType({ description: "A job of the carrier." })
export class Job {
  @Field(() => JobStateEnum, { description: "How far it has come." })
  state!: JobSource["state"];
  @Field(() => String, { nullable: true, description: "The carrier's own word." })
  stateRaw!: string | null;
}

export const UsageKindEnum = graphEnum<UsageKind>("UsageKind", "What was used.", {
  DATA: "Data.",
  ILD: "Calls abroad from home.",
  IR: "Use while abroad.",
});

@ObjectType({
  description:
    "What is used and left of an allowance in the current cycle. Amounts are bytes for data, seconds for calls; null where the unit is not known.",
})
export class AllowanceUse {
  @Field(() => BigIntText, { nullable: true, description: "Used." })
  used!: bigint | null;
  @Field(() => BigIntText, { nullable: true, description: "The whole." })
  total!: bigint | null;
  @Field(() => BigIntText, { nullable: true, description: "Left." })
  remaining!: bigint | null;
  @Field(() => Boolean, { nullable: true, description: "There is no limit." })
  isUnlimited!: boolean | null;
  @Field(() => String, { nullable: true, description: "The carrier's own unit." })
  unitRaw!: string | null;
  @Field(() => String, { nullable: true, description: "As the carrier prints it." })
  usedRaw!: string | null;
  @Field(() => String, { nullable: true, description: "As the carrier prints it." })
  totalRaw!: string | null;
  @Field(() => String, { nullable: true, description: "As the carrier prints it." })
  remainingRaw!: string | null;
  @Field(() => CarrierTime, { nullable: true, description: "When the cycle began." })
  from!: CarrierTime | null;
  @Field(() => CarrierTime, { nullable: true, description: "When it ends." })
  to!: CarrierTime | null;
}

@ObjectType({ description: "Calls to one destination." })
export class IldUse {
  @Field(() => String, { nullable: true, description: "The carrier's name for it." })
  destination!: string | null;
  @Field(() => String, { nullable: true, description: "As the carrier prints them." })
  minutes!: string | null;
  @Field(() => Money, { nullable: true, description: "What they cost." })
  cost!: Money | null;
}

@ObjectType({ description: "Credit for calls abroad that was bought." })
export class IldPurchase {
  @Field(() => ID, { nullable: true, description: "The carrier's own id." })
  id!: string | null;
  @Field(() => Money, { nullable: true, description: "How much." })
  amount!: Money | null;
  @Field(() => CarrierTime, { nullable: true, description: "When." })
  purchasedAt!: CarrierTime | null;
  @Field(() => String, { nullable: true, description: "The carrier's own word." })
  statusRaw!: string | null;
}

@ObjectType({ description: "A roaming pack that a group of lines has." })
export class RoamingPack {
  @Field(() => ID, { description: "The carrier's own id of what was bought." })
  packId!: string;
  @Field(() => ID, { nullable: true, description: "The carrier's own id of this very one." })
  instanceId!: string | null;
  @Field(() => String, { nullable: true, description: "Its name." })
  name!: string | null;
  @Field(() => String, { nullable: true, description: "The carrier's own word." })
  statusRaw!: string | null;
  @Field(() => CarrierTime, { nullable: true, description: "From when it counts." })
  from!: CarrierTime | null;
  @Field(() => CarrierTime, { nullable: true, description: "Until when." })
  to!: CarrierTime | null;
  @Field(() => Boolean, { nullable: true, description: "It renews itself." })
  isRenewedAutomatically!: boolean | null;
}

@ObjectType({ description: "What is left of a roaming pack." })
export class RoamingPackUse {
  @Field(() => ID, { description: "The carrier's own id of what was bought." })
  packId!: string;
  @Field(() => String, { nullable: true, description: "Its name." })
  name!: string | null;
  @Field(() => BigIntText, { nullable: true, description: "Data in bytes." })
  remainingBytes!: bigint | null;
  @Field(() => BigIntText, { nullable: true, description: "Calls in seconds." })
  remainingSeconds!: bigint | null;
  @Field(() => BigIntText, { nullable: true, description: "Messages." })
  remainingMessages!: bigint | null;
  @Field(() => CarrierTime, { nullable: true, description: "Until when." })
  to!: CarrierTime | null;
}

@ObjectType({ description: "What only Reach tells of a subscriber." })
export class ReachSubscriber {
  @Field(() => ID, { nullable: true, description: "The group of lines that it belongs to." })
  groupId!: string | null;
  @Field(() => ID, { nullable: true, description: "The brand's own reference of the account." })
  clientAccountId!: string | null;
  @Field(() => Boolean, { nullable: true, description: "It is the primary line of its group." })
  isPrimary!: boolean | null;
  @Field(() => String, { nullable: true, description: "IMEI of the device." })
  imei!: string | null;
  @Field(() => SimModeEnum, { description: "Which kind of SIM it has." })
  simType!: SimMode;
  @Field(() => Boolean, { nullable: true, description: "Its data is cut off." })
  isDataCutOff!: boolean | null;
}

@ObjectType({ description: "What only Reach tells of a plan." })
export class ReachPlan {
  @Field(() => Int, { nullable: true, description: "Most lines of an account." })
  maxLines!: number | null;
  @Field(() => String, { nullable: true, description: "The broadband label. Show it to whom the plan is offered." })
  fccLabel!: string | null;
  @Field(() => [ID], { description: "`carrierPlanId` of plans that a line may move up to." })
  upgradableTo!: string[];
  @Field(() => [ID], { description: "`carrierPlanId` of plans that a line may move down to." })
  downgradableTo!: string[];
  @Field(() => Boolean, { nullable: true, description: "A line may move to another plan." })
  isChangeAllowed!: boolean | null;
  @Field(() => Money, { nullable: true, description: "Each further line." })
  additionalLinePrice!: Money | null;
  @Field(() => BigIntText, { nullable: true, description: "Data in bytes." })
  dataBytes!: bigint | null;
  @Field(() => Boolean, { nullable: true, description: "Data has no limit." })
  isUnlimited!: boolean | null;
  @Field(() => String, { nullable: true, description: "The speed when data is used up, as the carrier prints it." })
  throttleSpeed!: string | null;
}
