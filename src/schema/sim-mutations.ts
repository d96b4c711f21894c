import { Field, ID, InputType, ObjectType } from "type-graphql";
import { Preview } from "./endpoint-mutations.js";
import { ActionInput, Operation, UserError } from "./operation.js";
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
export class SimPayload {
  @Field(() => Sim, { nullable: true, description: "The SIM as it is after the wait. One carrier call." })
  sim!: Sim | null;
  @Field(() => Operation, {
    nullable: true,
    description:
      "The operation as it stands after the wait; null when it was refused before anything was done, and in a dry run.",
  })
  operation!: Operation | null;
  @Field(() => [UserError], { description: "Why it was refused or failed; empty when it was not." })
  userErrors!: UserError[];
  @Field(() => Preview, {
    nullable: true,
    description: "In a dry run that nothing stands against: what would be done.",
  })
  preview!: Preview | null;
}
