import { Field, ID, InputType } from "type-graphql";
import { BarringInput } from "./endpoint-changes.js";
import { ActionInput } from "./operation.js";

@InputType({ description: "Changes many endpoints of one account in the same way; what is left out stays as it is." })
export class EndpointsUpdateInput extends ActionInput {
  @Field(() => [ID], { description: "The endpoints (`Endpoint.id`), of one account, at most 4000." })
  endpoints!: string[];
  @Field(() => String, {
    nullable: true,
    description: "A new name, the same for all, of 5 to 30 letters, digits, blanks, colons and underscores.",
  })
  name?: string | null;
  @Field(() => ID, { nullable: true, description: "The carrier's id of another APN group." })
  apnGroup?: string | null;
  @Field(() => Boolean, { nullable: true, description: "Lock each SIM to its IMEI, or unlock it." })
  isImeiLocked?: boolean | null;
  @Field(() => [ID], { defaultValue: [], description: "Labels to add (`Tag.id`), at most 10." })
  addTags!: string[];
  @Field(() => [ID], { defaultValue: [], description: "Labels to take off (`Tag.id`)." })
  removeTags!: string[];
  @Field(() => [ID], { defaultValue: [], description: "The carrier's ids of value-added features to add." })
  addFeatures!: string[];
  @Field(() => [ID], { defaultValue: [], description: "The carrier's ids of value-added features to remove." })
  removeFeatures!: string[];
  @Field(() => ID, { nullable: true, description: "The carrier's id of a dynamic benefit to subscribe to." })
  addDynamicBenefit?: string | null;
  @Field(() => ID, { nullable: true, description: "The carrier's id of the dynamic benefit to leave." })
  removeDynamicBenefit?: string | null;
  @Field(() => BarringInput, {
    nullable: true,
    description: "Services to bar and to unbar. Not together with other changes.",
  })
  barring?: BarringInput | null;
}
