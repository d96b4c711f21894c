import { Field, InputType } from "type-graphql";

/** Where something is in the United States. */
@InputType()
export abstract class StreetAddress {
  @Field(() => String, { description: "Street and number." })
  line1!: string;
  @Field(() => String, { nullable: true, description: "More of it." })
  line2?: string | null;
  @Field(() => String, { description: "City." })
  city!: string;
  @Field(() => String, { description: "State, two letters." })
  state!: string;
  @Field(() => String, { description: "ZIP code, 5 digits." })
  zip!: string;
}
