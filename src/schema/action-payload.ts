import { Field, ObjectType } from "type-graphql";
import type { ActionName } from "../model/operation.js";
import { ActionEnum, Operation, UserError } from "./operation.js";

@ObjectType({ description: "What would be done." })
export class Preview {
  @Field(() => ActionEnum, { description: "The action." })
  action!: ActionName;
  @Field(() => String, {
    nullable: true,
    description: "The one write that would be sent, by the carrier's own name for it; see docs/operations.md.",
  })
  carrierOperation!: string | null;
  @Field(() => Boolean, { description: "It cannot be undone." })
  isIrreversible!: boolean;
  @Field(() => Boolean, { description: "The carrier may only take it on, and finish it later." })
  isAsynchronous!: boolean;
}

@ObjectType()
export abstract class ActionPayload {
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
