import { Directive, Field, ID, InputType, ObjectType } from "type-graphql";
import { Line } from "./line.js";
import { Node } from "./node.js";

@ObjectType({
  description: "A line that a person uses. BICS has none: it has endpoints.",
  implements: [Line, Node],
})
export class Subscriber extends Line {
  @Field(() => ID, { description: "Opaque, stable, and showing no number." })
  declare id: string;
  @Field(() => String, { nullable: true, description: "Name of the person, as the carrier has it." })
  name!: string | null;
}

@InputType({
  description: "What identifies a subscriber; exactly one. Blanks, hyphens and a leading + of a number are ignored.",
})
@Directive("@oneOf")
export class SubscriberBy {
  @Field(() => ID, { nullable: true, description: "Id from this API." })
  id?: string;
  @Field(() => String, { nullable: true, description: "MSISDN, 5 to 15 digits with country code." })
  msisdn?: string;
  @Field(() => String, { nullable: true, description: "ICCID, 18 to 22 digits." })
  iccid?: string;
}
