import { Field, ID, InputType, ObjectType } from "type-graphql";
import type { CallbackKind, CallbackOutcome } from "../model/callback.js";
import { Account } from "./account.js";
import { PageInfo } from "./connection.js";
import { graphEnum } from "./enum.js";
import { Node } from "./node.js";
import { Operation, UserError } from "./operation.js";
import { DateTime } from "./scalars.js";

const CallbackKindEnum = graphEnum<CallbackKind>("CallbackKind", "What a callback came to.", {
  OPERATION: "An address of its own that the carrier was given for one operation.",
  EVENTS: "The carrier's fixed address for what happens by itself.",
  RESULTS: "The carrier's fixed address for the ends of what was asked for.",
});

const CallbackOutcomeEnum = graphEnum<CallbackOutcome>("CallbackOutcome", "What became of a callback.", {
  ACCEPTED: "What it is about was read at the carrier, or is about to be.",
  LATE: "What it is about had ended.",
  NOTED: "It names nothing that could be read.",
  MALFORMED: "It could not be read; see `callbackReplay`.",
});

@ObjectType({
  description: "Something that a carrier sent by itself. What it said is kept for some time, and is not shown.",
  implements: Node,
})
export class Callback extends Node {
  @Field(() => ID, { description: "Opaque and stable." })
  declare id: string;
  @Field(() => Account, { description: "The account that it came for." })
  account!: Account;
  @Field(() => DateTime, { description: "When it came." })
  receivedAt!: string;
  @Field(() => CallbackKindEnum, { description: "What it came to." })
  kind!: CallbackKind;
  @Field(() => CallbackOutcomeEnum, { description: "What became of it." })
  outcome!: CallbackOutcome;
  @Field(() => String, {
    nullable: true,
    description: "The carrier's own word for what it tells; null where it has none.",
  })
  typeRaw!: string | null;
  @Field(() => Operation, { nullable: true, description: "The operation that it is about, as far as that is known." })
  operation!: Operation | null;
}

@ObjectType({ description: "A row of a listing of callbacks." })
class CallbackEdge {
  @Field(() => String, { description: "Where this row lies; go on behind it with `after`." })
  cursor!: string;
  @Field(() => Callback, { description: "The row." })
  node!: Callback;
}

@ObjectType({ description: "A page of callbacks." })
export class CallbackConnection {
  @Field(() => [CallbackEdge], { description: "The rows with their cursors." })
  edges!: CallbackEdge[];
  @Field(() => [Callback], { description: "The rows alone." })
  nodes!: Callback[];
  @Field(() => PageInfo, { description: "Where the page lies." })
  pageInfo!: PageInfo;
}

@InputType({ description: "Which callbacks; everything given must hold." })
export class CallbackFilter {
  @Field(() => [ID], { nullable: true, description: "Only of these accounts (`Account.id`)." })
  accounts?: string[] | null;
  @Field(() => [CallbackKindEnum], { nullable: true, description: "Only of these kinds." })
  kinds?: CallbackKind[] | null;
  @Field(() => [CallbackOutcomeEnum], { nullable: true, description: "Only those of which this became." })
  outcomes?: CallbackOutcome[] | null;
  @Field(() => ID, { nullable: true, description: "Only those about this operation (`Operation.id`)." })
  operation?: string | null;
}

@InputType({ description: "A wish to have a callback take effect again, after a fault." })
export class CallbackReplayInput {
  @Field(() => ID, { description: "The callback (`Callback.id`)." })
  callback!: string;
  @Field(() => ID, { description: "Chosen by the caller, new for every new request. The same key never acts twice." })
  idempotencyKey!: string;
}

@ObjectType({ description: "What became of a replay." })
export class CallbackPayload {
  @Field(() => Callback, { nullable: true, description: "The callback as it is now." })
  callback!: Callback | null;
  @Field(() => [UserError], { description: "Why it was refused; empty when it was not." })
  userErrors!: UserError[];
}
