import { Field, ID, ObjectType } from "type-graphql";
import type { BalanceSource, BalanceStatus } from "../model/balance.js";
import type { BalanceKind } from "../model/quantity.js";
import { graphEnum } from "./enum.js";
import { Node } from "./node.js";
import { Plan } from "./plan.js";
import { BalanceKindEnum, Limit, Moment } from "./values.js";

const BalanceSourceEnum = graphEnum<BalanceSource>("BalanceSource", "Where a balance comes from.", {
  PLAN_PERIOD: "Granted by the base plan.",
  ADDON: "Granted by an add-on.",
  TOP_UP: "Topped up.",
  MAIN_ACCOUNT: "The money account of the line.",
  POOL: "Shared with other lines.",
  UNKNOWN: "A carrier's word that is not known; see `sourceRaw`.",
});

const BalanceStatusEnum = graphEnum<BalanceStatus>("BalanceStatus", "Whether a balance can be used.", {
  ACTIVE: "It can be used.",
  EXHAUSTED: "Nothing is left.",
  EXPIRED: "Its time is over.",
  SUSPENDED: "Blocked for now.",
  PENDING: "It has not started yet.",
  UNKNOWN: "The carrier does not say.",
});

@ObjectType({ description: "The zone of networks in which a balance counts." })
export class RateZone {
  @Field(() => ID, { description: "The carrier's own id." })
  id!: string;
  @Field(() => String, { nullable: true, description: "The carrier's name for it." })
  name!: string | null;
}

@ObjectType({
  description: "What is left of one allowance, or of the money account. One per source.",
  implements: Node,
})
export class Balance extends Node {
  @Field(() => ID, { description: "Opaque and stable while the carrier lists the balance." })
  declare id: string;
  @Field(() => ID, { nullable: true, description: "The carrier's own id of the benefit; not unique on a line." })
  carrierBalanceId!: string | null;
  @Field(() => String, { nullable: true, description: "The carrier's name for it." })
  name!: string | null;
  @Field(() => BalanceKindEnum, { description: "What is counted." })
  kind!: BalanceKind;
  @Field(() => BalanceSourceEnum, { description: "Where it comes from." })
  source!: BalanceSource;
  @Field(() => String, { nullable: true, description: "The carrier's own word for the type of balance." })
  sourceRaw!: string | null;
  @Field(() => BalanceStatusEnum, { description: "Whether it can be used." })
  status!: BalanceStatus;
  @Field(() => Limit, { description: "What is left." })
  remaining!: Limit;
  @Field(() => Limit, { description: "What it began with. No upper bound: a carrier may adjust `remaining` above it." })
  initial!: Limit;
  @Field(() => String, {
    nullable: true,
    description: "The carrier's own unit, which may differ from the unit it counts in.",
  })
  unitRaw!: string | null;
  @Field(() => Moment, { description: "From when it counts." })
  validFrom!: Moment;
  @Field(() => Moment, { description: "Until when it counts." })
  validTo!: Moment;
  @Field(() => Plan, { nullable: true, description: "The plan that grants it." })
  plan!: Plan | null;
  @Field(() => String, { nullable: true, description: "The carrier's own word for the category of that plan." })
  planCategoryRaw!: string | null;
  @Field(() => ID, { nullable: true, description: "The carrier's id of the add-on subscription that grants it." })
  addonInstanceId!: string | null;
  @Field(() => RateZone, {
    nullable: true,
    description: "Where it counts; null is everywhere the plan reaches, or unknown.",
  })
  rateZone!: RateZone | null;
}

@ObjectType({ description: "A usage counter with a threshold at which something happens." })
export class Counter {
  @Field(() => ID, { description: "The carrier's own id." })
  carrierCounterId!: string;
  @Field(() => String, { nullable: true, description: "The carrier's name for it." })
  name!: string | null;
  @Field(() => Limit, { description: "What is left before the threshold acts, in bytes." })
  remaining!: Limit;
  @Field(() => Limit, { description: "The threshold, in bytes." })
  threshold!: Limit;
  @Field(() => String, { nullable: true, description: "The carrier's own unit of the threshold." })
  thresholdUnitRaw!: string | null;
  @Field(() => Limit, { description: "The whole allowance, in bytes, where the carrier tells it." })
  allowance!: Limit;
  @Field(() => String, { nullable: true, description: "What happens at the threshold, in the carrier's words." })
  action!: string | null;
  @Field(() => String, { nullable: true, description: "How often it starts anew, in the carrier's words." })
  frequency!: string | null;
  @Field(() => String, { nullable: true, description: "How many of these periods it spans, as the carrier prints it." })
  factor!: string | null;
  @Field(() => Moment, { description: "When it starts anew." })
  resetsAt!: Moment;
  @Field(() => Plan, { nullable: true, description: "The plan that sets it." })
  plan!: Plan | null;
  @Field(() => Plan, { nullable: true, description: "The add-on's plan, where an add-on sets it." })
  addonPlan!: Plan | null;
  @Field(() => ID, { nullable: true, description: "The carrier's id of the add-on subscription that sets it." })
  addonInstanceId!: string | null;
}
