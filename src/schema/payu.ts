import { Field, ID, ObjectType } from "type-graphql";

@ObjectType({ description: "What only PayU tells of a prepaid plan. It tells of plans, and sells none." })
export class PayuPlan {
  @Field(() => ID, { nullable: true, description: "The operator's id." })
  operatorId!: string | null;
  @Field(() => String, { nullable: true, description: "The operator." })
  operatorName!: string | null;
  @Field(() => String, { nullable: true, description: "Talk time, as it is printed." })
  talkTimeRaw!: string | null;
  @Field(() => String, { nullable: true, description: "Validity, as it is printed." })
  validityRaw!: string | null;
  @Field(() => String, { nullable: true, description: "Price, as it is printed." })
  priceRaw!: string | null;
  @Field(() => String, { nullable: true, description: "The carrier's own word." })
  planTypeRaw!: string | null;
}
