import { Field, ObjectType } from "type-graphql";
import type { FailureCode } from "../errors.js";
import { FailureCodeEnum } from "./account.js";

/** What is told of every failure, wherever one is told. */
@ObjectType()
export abstract class ToldFailure {
  @Field(() => FailureCodeEnum, { description: "The failure." })
  code!: FailureCode;
  @Field(() => String, { description: "What is wrong." })
  message!: string;
  @Field(() => String, { description: "What to do." })
  hint!: string;
}

/** The same where a carrier may have said something. */
@ObjectType()
export abstract class CarrierFailure extends ToldFailure {
  @Field(() => String, { nullable: true, description: "The carrier's own code." })
  carrierCode!: string | null;
  @Field(() => String, { nullable: true, description: "The carrier's own words." })
  carrierMessage!: string | null;
}
