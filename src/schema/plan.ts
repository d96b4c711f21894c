import { Directive, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { BillingType } from "../model/line.js";
import type { PlanKind, Validity as ValiditySource } from "../model/plan.js";
import { Account } from "./account.js";
import { BillingTypeEnum } from "./billing.js";
import { connectionOf } from "./connection.js";
import { graphEnum } from "./enum.js";
import { NextCommPlan } from "./nextcomm.js";
import { Node } from "./node.js";
import { PayuPlan } from "./payu.js";
import { PROVENANCE_FIELD, Provenance } from "./provenance.js";
import { ReachPlan } from "./reach.js";
import { Money } from "./values.js";

const PlanKindEnum = graphEnum<PlanKind>("PlanKind", "What a plan is for.", {
  BASE: "The plan that a line lives on.",
  ADDON: "Added to a line for a while.",
  TEST: "For test traffic before activation (OEM).",
  INVENTORY: "For the time on the shelf (OEM).",
  RECHARGE: "A recharge pack.",
  ROAMING: "A roaming pack.",
  UNKNOWN: "A carrier's word that is not known; see `kindRaw`.",
});

const ValidityUnitEnum = graphEnum<ValiditySource["unit"]>("ValidityUnit", "What the time of a plan is counted in.", {
  HOUR: "Hours.",
  DAY: "Days.",
  MONTH: "Months.",
  YEAR: "Years.",
  UNKNOWN: "The carrier's text cannot be read; see `text`.",
});

@ObjectType({ description: "How long a plan lasts." })
export class Validity {
  @Field(() => ValidityUnitEnum, { description: "The unit." })
  unit!: ValiditySource["unit"];
  @Field(() => Int, { nullable: true, description: "How many of them; null where it cannot be read." })
  value!: number | null;
  @Field(() => String, { nullable: true, description: "The carrier's own text." })
  text!: string | null;
}

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
  @Field(() => Money, { nullable: true, description: "What it costs; null where the catalogue does not tell." })
  price?: Money | null;
  @Field(() => Validity, { nullable: true, description: "How long it lasts; null where the catalogue does not tell." })
  validity?: Validity | null;
  @Field(() => String, { nullable: true, description: "What it is, in the carrier's words." })
  description?: string | null;
  @Field(() => ReachPlan, { nullable: true, description: "What only Reach tells of it." })
  reach?: ReachPlan | null;
  @Field(() => NextCommPlan, { nullable: true, description: "What only Next Communications tells of it." })
  nextComm?: NextCommPlan | null;
  @Field(() => PayuPlan, { nullable: true, description: "What only PayU tells of it." })
  payu?: PayuPlan | null;
  @Field(() => Provenance, PROVENANCE_FIELD)
  provenance?: Provenance | null;
}

@InputType({ description: "A number whose operator decides which recharge plans there are." })
export class RechargeNumber {
  @Field(() => String, { description: "MSISDN, as its country dials it." })
  msisdn!: string;
  @Field(() => ID, { description: "The carrier's id of the operator." })
  operatorId!: string;
  @Field(() => ID, { description: "The carrier's id of the telecom circle." })
  circleId!: string;
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
  @Field(() => RechargeNumber, {
    nullable: true,
    description: "Recharge plans for one number. Only accounts whose carrier asks for one are asked (PayU).",
  })
  rechargeOf?: RechargeNumber | null;
}

export const PlanConnection = connectionOf("Plan", () => Plan);
