import { Field, ID, InputType, ObjectType } from "type-graphql";
import type { ActionName } from "../model/operation.js";
import { ActionPayload } from "./action-payload.js";
import { Endpoint } from "./endpoint.js";
import { ToldFailure } from "./failure.js";
import { ActionEnum, ActionInput, Operation } from "./operation.js";
import { BigIntText } from "./scalars.js";

@InputType({ description: "An action on an endpoint." })
export class EndpointActionInput extends ActionInput {
  @Field(() => ID, { description: "The endpoint (`Endpoint.id`)." })
  endpoint!: string;
}

@InputType({ description: "An action on an endpoint that cannot be undone." })
export class EndpointConfirmedInput extends EndpointActionInput {
  @Field(() => String, {
    description: "The name of the endpoint, to confirm that this one is meant. It cannot be undone.",
  })
  confirm!: string;
}

@InputType({ description: "Gives an endpoint its SIM." })
export class SimLinkInput extends EndpointActionInput {
  @Field(() => String, { description: "ICCID of a free SIM, 18 to 22 digits." })
  iccid!: string;
}

@InputType({ description: "Changes the base plan." })
export class PlanChangeInput extends EndpointActionInput {
  @Field(() => ID, { description: "The new plan (`Plan.id`), of the same account and billing type." })
  plan!: string;
}

@InputType({
  description:
    "A first balance that differs from the add-on's own, until it renews. Exactly one of `bytes` and `count`.",
})
export class BenefitAdjustmentInput {
  @Field(() => ID, { description: "The carrier's id of the benefit." })
  benefitId!: string;
  @Field(() => BigIntText, { nullable: true, description: "For data, in bytes; whole MiB only." })
  bytes?: string | null;
  @Field(() => BigIntText, { nullable: true, description: "For messages." })
  count?: string | null;
}

@InputType({ description: "Adds an add-on. Each request with a new key adds one more, and charges for it." })
export class AddonSubscribeInput extends EndpointActionInput {
  @Field(() => ID, { description: "The add-on's plan (`Plan.id`), of the same account." })
  plan!: string;
  @Field(() => [BenefitAdjustmentInput], {
    defaultValue: [],
    description: "First balances that differ from the add-on's own.",
  })
  adjustments!: BenefitAdjustmentInput[];
}

@ObjectType({ description: "What became of an action on an endpoint." })
export class EndpointPayload extends ActionPayload {
  @Field(() => Endpoint, {
    nullable: true,
    description: "The endpoint as it is after the wait; null when it is gone. One carrier call.",
  })
  endpoint!: Endpoint | null;
}

@ObjectType({ description: "Why an action is not possible now, as a request would be told." })
export class ActionBlock extends ToldFailure {
  @Field(() => Operation, { nullable: true, description: "The operation that stands in the way." })
  operation!: Operation | null;
}

@ObjectType({ description: "An action, and whether it is possible now." })
export class ActionOption {
  @Field(() => ActionEnum, { description: "The action." })
  action!: ActionName;
  @Field(() => Boolean, { description: "A request now would not be refused for the state of things here." })
  available!: boolean;
  @Field(() => ActionBlock, { nullable: true, description: "Why not." })
  blockedBy!: ActionBlock | null;
  @Field(() => Boolean, { description: "It cannot be undone." })
  irreversible!: boolean;
  @Field(() => Boolean, { description: "The carrier may only take it on, and finish it later." })
  asynchronous!: boolean;
}
