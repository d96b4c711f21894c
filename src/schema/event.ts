import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { EventKind } from "../model/event.js";
import type { OperationState } from "../model/operation.js";
import { Account } from "./account.js";
import { PageInfo } from "./connection.js";
import { graphEnum } from "./enum.js";
import { Operation, OperationStateEnum } from "./operation.js";
import { DateTime } from "./scalars.js";

const EventKindEnum = graphEnum<EventKind>("EventKind", "What an event tells of.", {
  OPERATION_CHANGED: "An operation has come to another state.",
});

@ObjectType({ description: "Something that happened. Events are kept: who was away reads on from the last cursor." })
export class Event {
  @Field(() => String, { description: "Where it lies; read on with `after`." })
  cursor!: string;
  @Field(() => DateTime, { description: "When it was noted." })
  at!: string;
  @Field(() => Account, { description: "The account it happened in." })
  account!: Account;
  @Field(() => EventKindEnum, { description: "What it tells of." })
  kind!: EventKind;
  @Field(() => Operation, { description: "The operation, as it is now." })
  operation!: Operation;
  @Field(() => ID, { nullable: true, description: "Id of the endpoint or SIM acted on; null before it exists." })
  target!: string | null;
  @Field(() => OperationStateEnum, { description: "The state that the operation came to with this event." })
  state!: OperationState;
  @Field(() => Int, { description: "Counts the events of one object from 1, without gaps." })
  objectSeq!: number;
}

@ObjectType({ description: "A page of events, oldest first." })
export class EventConnection {
  @Field(() => [Event], { description: "The events." })
  nodes!: Event[];
  @Field(() => PageInfo, { description: "Where the page lies." })
  pageInfo!: PageInfo;
}

@InputType({ description: "Which events; everything given must hold." })
export class EventFilter {
  @Field(() => [ID], { nullable: true, description: "Only of these accounts (`Account.id`)." })
  accounts?: string[] | null;
  @Field(() => ID, { nullable: true, description: "Only of this endpoint (`Endpoint.id`)." })
  endpoint?: string | null;
  @Field(() => ID, { nullable: true, description: "Only of this SIM (`Sim.id`), of a carrier without lines." })
  sim?: string | null;
  @Field(() => ID, { nullable: true, description: "Only of this operation (`Operation.id`)." })
  operation?: string | null;
}
