import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { CreationStep } from "../model/endpoint-actions.js";
import type { ActionName, OperationState } from "../model/operation.js";
import { Account } from "./account.js";
import { PageInfo } from "./connection.js";
import { graphEnum } from "./enum.js";
import { CarrierFailure } from "./failure.js";
import { Node } from "./node.js";
import { DateTime } from "./scalars.js";

export const ActionEnum = graphEnum<ActionName>("Action", "A lifecycle verb.", {
  ENDPOINT_CREATE: "Make an endpoint, with a SIM and in service if so asked.",
  ENDPOINTS_CREATE: "Make many endpoints with their SIMs at once, all or none.",
  ENDPOINTS_UPDATE: "Change many endpoints in the same way at once; it may be done for some of them only.",
  ENDPOINT_ACTIVATE: "Put an endpoint into service for the first time. Billing starts.",
  ENDPOINT_SUSPEND: "Take an endpoint out of service for now.",
  ENDPOINT_RESUME: "Put a suspended endpoint back into service.",
  ENDPOINT_STOCK: "Put an endpoint under test into inventory, where it stays until it is used. OEM accounts only.",
  ENDPOINT_COMMISSION: "Put an endpoint under test or in inventory into full service. OEM accounts only.",
  ENDPOINT_UPDATE: "Change name, IMEI lock, tags, barring, APN group, features or the dynamic benefit.",
  ENDPOINT_DELETE: "Remove an endpoint for good; ends its charges.",
  SIM_ACTIVATE: "Put a SIM into service.",
  SIM_SUSPEND: "Take a SIM out of service until it is resumed.",
  SIM_RESUME: "Put a suspended SIM back into service.",
  SIM_TERMINATE: "End a SIM for good.",
  SIM_LINK: "Give an endpoint its SIM.",
  SIM_UNLINK: "Take the SIM from an endpoint; plan and charges stay.",
  PLAN_CHANGE: "Change the base plan.",
  ADDON_SUBSCRIBE: "Add an add-on. Each time adds one more, and charges for it.",
  ADDONS_ADD: "Add several add-ons at once. Each time adds one more of each, and charges for it.",
  ADDONS_REMOVE: "Remove add-ons.",
  ROAMING_PROFILES_CHANGE: "Replace all roaming profiles.",
  THRESHOLD_SET: "Set the threshold of an add-on's usage counter.",
  NETWORK_BLACKLIST_UPDATE: "Put networks on the black list, or take them off it.",
  SUBSCRIBER_ACTIVATE: "Put a line into service on a SIM, with a number of its own if so asked.",
  SUBSCRIBER_SUSPEND: "Take a subscriber out of service until it is resumed.",
  SUBSCRIBER_RESUME: "Put a suspended subscriber back into service.",
  SUBSCRIBER_TERMINATE: "Disconnect a subscriber; the number is released.",
  SUBSCRIBER_RECONNECT: "Bring a disconnected subscriber back.",
  SUBSCRIBER_UPDATE: "Change name, e-mail or address of a person.",
  SUBSCRIBER_LEAVE: "Record that somebody leaves.",
  SUBSCRIBER_RESET: "Reset the account of a subscriber at the carrier.",
  PORT_IN_UPDATE: "Correct a port-in that has failed, or call it off.",
  NUMBER_SWAP: "Give a line another number.",
  SIM_SWAP: "Give a line another SIM.",
  SIM_SWAP_OTP_SEND: "Have a one-time password sent for a SIM swap.",
  SIM_SWAP_BY_OTP: "Give a line another SIM by a one-time password.",
  PRIMARY_LINE_SET: "Make a line the primary one of its group.",
  SMS_SEND: "Send a message to a line.",
  VOICEMAIL_PIN_RESET: "Set the PIN of the voicemail.",
  DATA_CUT_OFF: "Cut the data of a line off.",
  DATA_RESTORE: "Give a line its data back.",
  SHIPMENT_CANCEL: "Call off the shipment of a SIM.",
  ROAMING_PACK_RENEWAL_SET: "Have a roaming pack renew itself, or not.",
  CARD_LINK_CREATE: "Make a page at which a person gives a card.",
  CARD_DEFAULT_SET: "Have a card used where none is named.",
  CARD_UPDATE: "Change expiry or priority of a card.",
  CARD_DELETE: "Delete a card.",
  BILL_PAY: "Charge a bill to a card.",
  INVOICE_SEND: "Have an invoice sent by e-mail.",
  PURCHASE: "Buy for somebody new, by a quote. It makes a subscriber.",
  PURCHASE_SUBSEQUENT: "Buy for a subscriber, by a quote: a renewal, another line, an add-on.",
  TOP_UP_PURCHASE: "Buy a data pack, by a quote.",
  ILD_PURCHASE: "Buy credit for calls abroad, by a quote.",
  ROAMING_PACK_PURCHASE: "Buy a roaming pack, by a quote.",
  SUBSCRIBER_PLAN_CHANGE: "Change the plan, by a quote.",
  SUBSCRIBER_CREATE: "Put a SIM into service for a person. The plan is charged.",
  SUBSCRIBERS_CREATE: "Put many SIMs into service, each on its own.",
  DOCUMENTS_UPLOAD: "Send papers of people.",
  RECHARGE: "Recharge a number. Each time charges once more.",
  PLAN_EXPIRY_SET: "Move the day on which the plan of a number ends.",
});

export const OperationStateEnum = graphEnum<OperationState>("OperationState", "How far a requested action has come.", {
  ACCEPTED: "Stored, not yet begun.",
  SCHEDULED: "It begins later.",
  RUNNING: "The carrier has been asked, or has taken it on.",
  SUCCEEDED: "Done.",
  PARTIALLY_SUCCEEDED: "Done in part.",
  FAILED: "Not done.",
  CANCELLED: "Called off before anything was sent.",
  REVERSED: "Done and undone again.",
  OUTCOME_UNKNOWN:
    "Nobody knows yet whether it was done. It is never sent again; the carrier is read until it is known.",
});

@ObjectType({ description: "Why something was refused or failed." })
export class OperationError extends CarrierFailure {}

@ObjectType({ description: "One carrier call of an operation." })
export class OperationStep {
  @Field(() => Int, { description: "From 1." })
  number!: number;
  @Field(() => String, { description: "What was called." })
  name!: string;
  @Field(() => DateTime, { description: "When it was begun." })
  startedAt!: string;
  @Field(() => DateTime, { nullable: true, description: "When it ended; null while it is under way." })
  endedAt!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "`done`, `pending`, `already`, or a failure code; null while it is under way.",
  })
  outcome!: string | null;
  @Field(() => String, { nullable: true, description: "The carrier's own code." })
  carrierCode!: string | null;
  @Field(() => String, { nullable: true, description: "The carrier's own words." })
  carrierMessage!: string | null;
  @Field(() => String, { nullable: true, description: "The carrier's id of what was made or is under way." })
  reference!: string | null;
  @Field(() => String, { nullable: true, description: "Why a person settled it, when a person did." })
  note!: string | null;
}

const CreationStepEnum = graphEnum<CreationStep>("CreationStep", "How far the creation of an endpoint came.", {
  CREATED: "It is there, without a SIM.",
  LINKED: "It has its SIM.",
  ACTIVATED: "It is in service.",
});

@ObjectType({ description: "How far a creation came." })
export class OperationCreation {
  @Field(() => CreationStepEnum, { description: "The last thing that was done." })
  reached!: CreationStep;
  @Field(() => Boolean, { description: "More was asked for." })
  isPartial!: boolean;
}

@ObjectType({ description: "The durable record of one requested action: intent, calls, outcome.", implements: Node })
export class Operation extends Node {
  @Field(() => ID, { description: "Opaque and stable." })
  declare id: string;
  @Field(() => Account, { description: "The account it acts in." })
  account!: Account;
  @Field(() => ActionEnum, { description: "What was asked for." })
  action!: ActionName;
  @Field(() => Node, { nullable: true, description: "What it acts on; null when it is gone. Reads the carrier." })
  target!: Node | null;
  @Field(() => OperationStateEnum, { description: "How far it has come." })
  state!: OperationState;
  @Field(() => OperationError, { nullable: true, description: "Why it failed, or why nobody knows." })
  error!: OperationError | null;
  @Field(() => OperationCreation, {
    nullable: true,
    description: "How far a creation came; null for other actions, and while nobody knows.",
  })
  creation!: OperationCreation | null;
  @Field(() => String, { nullable: true, description: "The carrier's id of what was made or is under way." })
  reference!: string | null;
  @Field(() => ID, { description: "The key that the caller gave it." })
  idempotencyKey!: string;
  @Field(() => String, { description: "Who asked: the `x-requested-by` header of the request, or `anonymous`." })
  requestedBy!: string;
  @Field(() => DateTime, { description: "When it was asked for." })
  requestedAt!: string;
  @Field(() => DateTime, { description: "When it last moved on." })
  updatedAt!: string;
  @Field(() => DateTime, {
    nullable: true,
    description: "When the carrier is asked next; null when it has ended, or only a person can settle it.",
  })
  nextCheckAt!: string | null;
  @Field(() => DateTime, { nullable: true, description: "When the carrier last called back; null when it has not." })
  calledBackAt!: string | null;
  @Field(() => Boolean, {
    description: "It was asked for though an equal one, of unknown outcome, may have done it already.",
  })
  isDuplicateAllowed!: boolean;
  @Field(() => [OperationStep], { description: "Its carrier calls." })
  steps!: OperationStep[];
  @Field(() => Operation, { nullable: true, description: "The bulk that it is a row of; null for one by itself." })
  parent!: Operation | null;
  @Field(() => OperationConnection, {
    description: "The rows of a bulk, each an operation; none where the carrier does not tell them apart.",
  })
  children!: OperationConnection;
}

@ObjectType({
  description: "A refusal that the caller can do something about. Outages are GraphQL errors with the same codes.",
})
export class UserError extends CarrierFailure {
  @Field(() => [String], { description: "Path of the offending input; empty when none is." })
  field!: string[];
  @Field(() => Boolean, { description: "The same request may succeed later." })
  retryable!: boolean;
  @Field(() => Boolean, {
    description:
      "It can be sent again with the same key without acting twice. Always so; a new key is what may act twice.",
  })
  safeToRetryWithSameKey!: boolean;
  @Field(() => Operation, { nullable: true, description: "The operation that stands in the way." })
  operation!: Operation | null;
}

@InputType()
export abstract class ActionInput {
  @Field(() => ID, { description: "Chosen by the caller, new for every new request. The same key never acts twice." })
  idempotencyKey!: string;
  @Field(() => Int, {
    defaultValue: 10,
    description: "Seconds to wait for the end, 0 to 30; the work goes on behind it.",
  })
  waitFor!: number;
  @Field(() => Boolean, {
    defaultValue: false,
    description: "Only say what would happen: the same refusals, and no write at any carrier.",
  })
  dryRun!: boolean;
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Do it also where the same action on the same object has an unknown outcome: then it may be done twice. Refused " +
      "with `POSSIBLE_DUPLICATE` otherwise.",
  })
  allowDuplicate!: boolean;
}

@ObjectType({ description: "A row of a listing of operations." })
export class OperationEdge {
  @Field(() => String, { description: "Where this row lies; go on behind it with `after`." })
  cursor!: string;
  @Field(() => Operation, { description: "The row." })
  node!: Operation;
}

@ObjectType({ description: "A page of operations." })
export class OperationConnection {
  @Field(() => [OperationEdge], { description: "The rows with their cursors." })
  edges!: OperationEdge[];
  @Field(() => [Operation], { description: "The rows alone." })
  nodes!: Operation[];
  @Field(() => PageInfo, { description: "Where the page lies." })
  pageInfo!: PageInfo;
}

@InputType({ description: "Which operations; everything given must hold." })
export class OperationFilter {
  @Field(() => [ID], { nullable: true, description: "Only in these accounts (`Account.id`)." })
  accounts?: string[] | null;
  @Field(() => [OperationStateEnum], {
    nullable: true,
    description: "Only in these states; `OUTCOME_UNKNOWN` and `RUNNING` are what is open.",
  })
  states?: OperationState[] | null;
  @Field(() => ID, { nullable: true, description: "Only on this endpoint (`Endpoint.id`)." })
  endpoint?: string | null;
  @Field(() => ID, { nullable: true, description: "Only on this SIM (`Sim.id`), of a carrier without lines." })
  sim?: string | null;
  @Field(() => ID, { nullable: true, description: "Only on this subscriber (`Subscriber.id`)." })
  subscriber?: string | null;
}

export type Settlement = "SUCCEEDED" | "FAILED";

const SettlementEnum = graphEnum<Settlement>("Settlement", "What a person has found out about an operation.", {
  SUCCEEDED: "It was done.",
  FAILED: "It was not done.",
});

@InputType({ description: "A person's word on an operation of which nobody knows what became of it." })
export class OperationSettleInput {
  @Field(() => ID, { description: "The operation (`Operation.id`), in state `OUTCOME_UNKNOWN`." })
  operation!: string;
  @Field(() => SettlementEnum, { description: "What was found out." })
  state!: Settlement;
  @Field(() => String, { description: "How it was found out, 3 to 500 characters; kept with the operation." })
  reason!: string;
}

@ObjectType({ description: "What became of a settlement." })
export class OperationPayload {
  @Field(() => Operation, { nullable: true, description: "The operation as it is now." })
  operation!: Operation | null;
  @Field(() => [UserError], { description: "Why it was refused; empty when it was not." })
  userErrors!: UserError[];
}
