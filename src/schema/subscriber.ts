import { Directive, Field, ID, InputType, ObjectType } from "type-graphql";
import { connectionOf } from "./connection.js";
import { Line } from "./line.js";
import { NextCommSubscriber } from "./nextcomm.js";
import { Node } from "./node.js";
import { PROVENANCE_FIELD, Provenance } from "./provenance.js";
import { ReachSubscriber } from "./reach.js";
import { Moment } from "./values.js";

@Directive('@key(fields: "id")')
@ObjectType({
  description: "A line that a person uses. BICS has none: it has endpoints.",
  implements: [Line, Node],
})
export class Subscriber extends Line {
  @Field(() => ID, { description: "Opaque, stable, and showing no number." })
  declare id: string;
  @Field(() => ID, { description: "The carrier's own id of the subscriber." })
  carrierSubscriberId!: string;
  @Field(() => String, { nullable: true, description: "Name of the person, as the carrier has it." })
  name!: string | null;
  @Field(() => String, { nullable: true, description: "E-mail address of the person." })
  email!: string | null;
  @Field(() => Moment, { description: "Until when the plan runs." })
  planTo!: Moment;
  @Field(() => Moment, { description: "When it came into service." })
  activatedAt!: Moment;
  @Field(() => Moment, { description: "When it is billed next." })
  nextBillingAt!: Moment;
  @Field(() => ReachSubscriber, { nullable: true, description: "What only Reach tells of it." })
  reach!: ReachSubscriber | null;
  @Field(() => NextCommSubscriber, { nullable: true, description: "What only Next Communications tells of it." })
  nextComm!: NextCommSubscriber | null;
  @Field(() => Provenance, PROVENANCE_FIELD)
  provenance?: Provenance | null;
}

@InputType({
  description: "What identifies a subscriber; exactly one. Blanks, hyphens and a leading + of a number are ignored.",
})
@Directive("@oneOf")
export class SubscriberBy {
  @Field(() => ID, { nullable: true, description: "Id from this API." })
  id?: string;
  @Field(() => ID, { nullable: true, description: "The carrier's own id; give the `account` beside it." })
  carrierSubscriberId?: string;
  @Field(() => String, { nullable: true, description: "MSISDN, 5 to 15 digits with country code." })
  msisdn?: string;
  @Field(() => String, { nullable: true, description: "ICCID, 18 to 22 digits." })
  iccid?: string;
}

@InputType({ description: "Which subscribers; everything given must hold." })
export class SubscriberFilter {
  @Field(() => [ID], { nullable: true, description: "Only of these accounts (`Account.id`)." })
  accounts?: string[] | null;
}

export const SubscriberConnection = connectionOf("Subscriber", () => Subscriber);
