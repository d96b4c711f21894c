import { Field, ID, ObjectType } from "type-graphql";
import type { AddonStatus } from "../model/addon.js";
import { Balance, Counter } from "./balance.js";
import { graphEnum } from "./enum.js";
import { Node } from "./node.js";
import { Plan } from "./plan.js";
import { Moment } from "./values.js";

const AddonStatusEnum = graphEnum<AddonStatus>("AddonStatus", "How far an attached add-on has come.", {
  PENDING: "It starts later, often with the first use.",
  ACTIVE: "It counts.",
  EXPIRED: "Its time is over.",
  UNKNOWN: "The carrier does not say.",
});

@ObjectType({ description: "The service that an add-on provides." })
export class AddonService {
  @Field(() => ID, { nullable: true, description: "The carrier's own id." })
  id!: string | null;
  @Field(() => String, { nullable: true, description: "The carrier's name for it, such as COMBO." })
  name!: string | null;
}

@ObjectType({ description: "An add-on attached to a line. The catalogue item is its `plan`.", implements: Node })
export class Addon extends Node {
  @Field(() => ID, { description: "Opaque and stable while the carrier lists the add-on." })
  declare id: string;
  @Field(() => Plan, { description: "What was attached." })
  plan!: Plan;
  @Field(() => ID, {
    nullable: true,
    description: "The carrier's id of this very subscription; null before the carrier tells it.",
  })
  instanceId!: string | null;
  @Field(() => AddonService, { description: "The service it provides." })
  service!: AddonService;
  @Field(() => AddonStatusEnum, { description: "How far it has come." })
  status!: AddonStatus;
  @Field(() => Moment, { description: "From when it counts." })
  validFrom!: Moment;
  @Field(() => Moment, { description: "Until when it counts." })
  validTo!: Moment;
  @Field(() => [Balance], {
    nullable: true,
    description: "What is left of it. One carrier call for all add-ons of a line.",
  })
  balances!: Balance[] | null;
  @Field(() => [Counter], { nullable: true, description: "Its counters. One carrier call for all add-ons of a line." })
  counters!: Counter[] | null;
}
