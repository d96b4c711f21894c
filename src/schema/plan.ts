import { Directive, Field, ID, InputType, ObjectType } from "type-graphql";
import type { BillingType } from "../model/line.js";
import type { PlanKind } from "../model/plan.js";
import { Account } from "./account.js";
import { BillingTypeEnum } from "./billing.js";
import { connectionOf } from "./connection.js";
import { graphEnum } from "./enum.js";
import { Node } from "./node.js";

const PlanKindEnum = graphEnum<PlanKind>("PlanKind", "What a plan is for.", {
  BASE: "The plan that a line lives on.",
  ADDON: "Added to a line for a while.",
  TEST: "For test traffic before activation (OEM).",
  INVENTORY: "For the time on the shelf (OEM).",
  RECHARGE: "A recharge pack.",
  ROAMING: "A roaming pack.",
  UNKNOWN: "A carrier's word that is not known; see `kindRaw`.",
});

@Directive('@key(fields: "id")')
@ObjectType({
  description: "An item of a carrier's catalogue. What is attached to a line is an `Addon`.",
  implements: Node,
})
export class Plan extends Node {
  @Field(() => ID, { description: "Opaque and stable." })
  declare id: string;
  @Field(() => Account, { description: "The account in whose catalogue it is." })
  account!: Account;
  @Field(() => ID, { description: "The carrier's own id of the plan." })
  carrierPlanId!: string;
  @Field(() => String, { nullable: true, description: "The carrier's name for it." })
  name!: string | null;
  @Field(() => PlanKindEnum, { description: "What it is for." })
  kind!: PlanKind;
  @Field(() => String, { nullable: true, description: "The carrier's own word for the kind." })
  kindRaw!: string | null;
  @Field(() => BillingTypeEnum, { description: "For prepaid or postpaid lines." })
  billing!: BillingType;
}

@InputType({ description: "Which plans; everything given must hold." })
export class PlanFilter {
  @Field(() => [ID], { nullable: true, description: "Only of these accounts (`Account.id`)." })
  accounts?: string[] | null;
  @Field(() => [PlanKindEnum], {
    nullable: true,
    description: "Only of these kinds. Asking for fewer kinds makes fewer carrier calls.",
  })
  kinds?: PlanKind[] | null;
  @Field(() => BillingTypeEnum, { nullable: true, description: "Only for prepaid or only for postpaid lines." })
  billing?: BillingType | null;
}

export const PlanConnection = connectionOf("Plan", () => Plan);
