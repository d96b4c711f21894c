import { Field, ID, InputType, ObjectType } from "type-graphql";
import { ActionPayload } from "./action-payload.js";
import { ActionInput } from "./operation.js";
import { Sim } from "./sim.js";

@InputType({ description: "An action on a SIM of a carrier without lines." })
export class SimActionInput extends ActionInput {
  @Field(() => ID, { description: "The SIM (`Sim.id`)." })
  sim!: string;
}

@InputType({ description: "Ends a SIM for good." })
export class SimTerminateInput extends SimActionInput {
  @Field(() => String, {
    description: "The last 4 digits of its ICCID, to confirm that this one is meant. It cannot be undone.",
  })
  confirm!: string;
}

@ObjectType({ description: "What became of an action on a SIM." })
export class SimPayload extends ActionPayload {
  @Field(() => Sim, { nullable: true, description: "The SIM as it is after the wait. One carrier call." })
  sim!: Sim | null;
}
