import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { EventKind } from "../model/event.js";
import type { LineState } from "../model/line.js";
import type { OperationState } from "../model/operation.js";
import type { SimState } from "../model/sim.js";
import { Account } from "./account.js";
import { PageInfo } from "./connection.js";
import { graphEnum } from "./enum.js";
import { LineStateEnum } from "./line.js";
import { Operation, OperationStateEnum } from "./operation.js";
import { DateTime } from "./scalars.js";
import { SimStateEnum } from "./sim.js";

const EventKindEnum = graphEnum<EventKind>("EventKind", "What an event tells of.", {
  OPERATION_CHANGED: "An operation has come to another state.",
  CALLBACK_RECEIVED: "A carrier says that something asked for has come along. Not believed: the carrier is read.",
  NOTIFICATION_RECEIVED: "A carrier says that something happened by itself. Not believed: the subscriber is read.",
  STATE_OBSERVED: "An object was read in another state than when it was last read for an operation or a notification.",
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
  @Field(() => Operation, { nullable: true, description: "The operation, as it is now; null where there is none." })
  operation!: Operation | null;
  @Field(() => ID, {
    nullable: true,
    description:
      "Id of the endpoint, SIM or subscriber that it is about; null before it exists, and where none is named.",
  })
  target!: string | null;
  @Field(() => OperationStateEnum, {
    nullable: true,
    description: "The state that the operation came to; only with `OPERATION_CHANGED`.",
  })
  state!: OperationState | null;
  @Field(() => LineStateEnum, {
    nullable: true,
    description: "The state that the endpoint or subscriber was found in; only with `STATE_OBSERVED`.",
  })
  lineState!: LineState | null;
  @Field(() => SimStateEnum, {
    nullable: true,
    description: "The state that the SIM was found in; only with `STATE_OBSERVED`.",
  })
  simState!: SimState | null;
  @Field(() => String, {
    nullable: true,
    description: "The carrier's own word for what it tells; null where it has none.",
  })
  typeRaw!: string | null;
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
  @Field(() => [EventKindEnum], { nullable: true, description: "Only of these kinds." })
  kinds?: EventKind[] | null;
  @Field(() => ID, { nullable: true, description: "Only of this endpoint (`Endpoint.id`)." })
  endpoint?: string | null;
  @Field(() => ID, { nullable: true, description: "Only of this SIM (`Sim.id`), of a carrier without lines." })
  sim?: string | null;
  @Field(() => ID, { nullable: true, description: "Only of this subscriber (`Subscriber.id`)." })
  subscriber?: string | null;
  @Field(() => ID, { nullable: true, description: "Only of this operation (`Operation.id`)." })
  operation?: string | null;
}
