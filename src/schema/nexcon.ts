import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "A member of something whose shape the carrier does not document." })
export class KeyValue {
  @Field(() => String, {
    description: "Its name; below the first level the names on the way to it, divided by dots.",
  })
  key!: string;
  @Field(() => String, {
    nullable: true,
    description: "A number or a boolean as text; null where the carrier prints null.",
  })
  value!: string | null;
}

@ObjectType({ description: "Something that NexCon describes in an undocumented shape." })
export class NexconItem {
  @Field(() => String, { nullable: true, description: "Its name, or the whole of it where it is a single word." })
  name!: string | null;
  @Field(() => [KeyValue], {
    description: "All that is told of it, the name too; empty where it is a single word.",
  })
  entries!: KeyValue[];
}

@ObjectType({ description: "What NexCon tells of a SIM beyond the common model." })
export class NexconSim {
  @Field(() => String, { nullable: true, description: "Country, in a form that is not documented." })
  countryCode!: string | null;
  @Field(() => String, { nullable: true, description: "The number as the carrier prints it, in whatever form." })
  msisdnRaw!: string | null;
  @Field(() => [NexconItem], { description: "Tags." })
  tags!: NexconItem[];
  @Field(() => NexconItem, { nullable: true, description: "The product that it is on." })
  product!: NexconItem | null;
  @Field(() => NexconItem, { nullable: true, description: "The pool that it draws from." })
  pool!: NexconItem | null;
}
