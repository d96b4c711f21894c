import { Directive, Field, ID, InputType, ObjectType } from "type-graphql";
import type { CutOffEndReason, CutOffReason, LeavingType } from "../model/reach.js";
import { ActionPayload } from "./action-payload.js";
import { StreetAddress } from "./address.js";
import { graphEnum } from "./enum.js";
import { ActionInput } from "./operation.js";
import { Subscriber } from "./subscriber.js";

@InputType({ description: "An action on a subscriber." })
export class SubscriberActionInput extends ActionInput {
  @Field(() => ID, { description: "The subscriber (`Subscriber.id`)." })
  subscriber!: string;
}

@InputType({ description: "An action on a subscriber that cannot be undone." })
export class SubscriberConfirmedInput extends SubscriberActionInput {
  @Field(() => String, {
    description:
      "The last 4 digits of its MSISDN, or its carrier id while it has no number, to confirm that this one is meant.",
  })
  confirm!: string;
}

@InputType({ description: "Takes a subscriber out of service for now." })
export class SubscriberSuspendInput extends SubscriberActionInput {
  @Field(() => String, { nullable: true, description: "For the carrier, up to 100 characters." })
  reason?: string | null;
}

@InputType({ description: "Brings a disconnected subscriber back." })
export class SubscriberReconnectInput extends SubscriberActionInput {
  @Field(() => String, { nullable: true, description: "For the carrier, up to 100 characters." })
  reason?: string | null;
}

@InputType({ description: "Disconnects a subscriber. The number is released." })
export class SubscriberTerminateInput extends SubscriberConfirmedInput {
  @Field(() => String, { description: "For the carrier, up to 100 characters." })
  reason!: string;
}

const LeavingTypeEnum = graphEnum<LeavingType>("LeavingType", "How somebody leaves.", {
  PORT_OUT: "With the number, to another carrier.",
  DISCONNECT: "Without it.",
});

@InputType({ description: "Records that somebody leaves." })
export class SubscriberLeaveInput extends SubscriberConfirmedInput {
  @Field(() => LeavingTypeEnum, { description: "How." })
  type!: LeavingType;
  @Field(() => String, { nullable: true, description: "For the carrier, up to 100 characters." })
  reason?: string | null;
}

@InputType({ description: "Which SIM; exactly one." })
@Directive("@oneOf")
export class SimChoiceInput {
  @Field(() => String, { nullable: true, description: "A physical SIM, by its ICCID." })
  iccid?: string;
  @Field(() => String, { nullable: true, description: "An eSIM, by the device's IMEI." })
  imei?: string;
}

@InputType({ description: "A number to bring along, as the papers of its carrier have it. None of it is stored." })
export class PortInInput {
  @Field(() => String, { description: "10 digits." })
  msisdn!: string;
  @Field(() => String, { description: "The carrier that it is at." })
  carrier!: string;
  @Field(() => String, { description: "The account there." })
  accountNumber!: string;
  @Field(() => String, { description: "The PIN for the transfer." })
  pin!: string;
  @Field(() => String, { description: "ZIP code of the bill there." })
  zip!: string;
}

@InputType({ description: "Puts a line into service, with a number of its own if so asked." })
export class SubscriberActivateInput extends SubscriberActionInput {
  @Field(() => SimChoiceInput, { description: "The SIM." })
  sim!: SimChoiceInput;
  @Field(() => PortInInput, { nullable: true, description: "A number to bring along; a new one where it is left out." })
  portIn?: PortInInput | null;
}

@InputType({ description: "A new address." })
export class AddressChangeInput extends StreetAddress {}

@InputType({ description: "Changes what is known of a person. What is left out stays." })
export class SubscriberUpdateInput extends SubscriberActionInput {
  @Field(() => String, { nullable: true, description: "First name." })
  firstName?: string | null;
  @Field(() => String, { nullable: true, description: "Last name." })
  lastName?: string | null;
  @Field(() => String, { nullable: true, description: "E-mail address." })
  email?: string | null;
  @Field(() => AddressChangeInput, { nullable: true, description: "Address." })
  address?: AddressChangeInput | null;
}

type PortInChange = "UPDATE_PIN" | "UPDATE_ACCOUNT" | "UPDATE_ZIP" | "RESUBMIT_PORT" | "CANCEL_PORT" | "CANCEL_AND_NEW";

const PortInChangeEnum = graphEnum<PortInChange>("PortInChange", "What to do about a port-in.", {
  UPDATE_PIN: "Another PIN: give `pin`.",
  UPDATE_ACCOUNT: "Another account number: give `accountNumber`.",
  UPDATE_ZIP: "Another ZIP code: give `zip`.",
  RESUBMIT_PORT: "Try again with the same papers.",
  CANCEL_PORT: "Call it off.",
  CANCEL_AND_NEW: "Call it off, and take a new number.",
});

@InputType({ description: "Corrects a port-in that has failed, or calls it off." })
export class PortInUpdateInput extends SubscriberActionInput {
  @Field(() => PortInChangeEnum, { description: "What to do." })
  change!: PortInChange;
  @Field(() => String, { nullable: true, description: "The PIN for the transfer." })
  pin?: string | null;
  @Field(() => String, { nullable: true, description: "The account at the other carrier." })
  accountNumber?: string | null;
  @Field(() => String, { nullable: true, description: "ZIP code of the bill there." })
  zip?: string | null;
}

@InputType({ description: "Gives a line another number. The old one is lost." })
export class NumberSwapInput extends SubscriberConfirmedInput {
  @Field(() => String, { description: "ZIP code of the area that the number is of." })
  zip!: string;
}

@InputType({ description: "Gives a line another SIM." })
export class SimSwapInput extends SubscriberActionInput {
  @Field(() => SimChoiceInput, { description: "The new SIM." })
  sim!: SimChoiceInput;
  @Field(() => String, {
    nullable: true,
    description: "The one-time password that `simSwapOtpSend` had sent, where the carrier asks for one.",
  })
  otp?: string | null;
}

@InputType({ description: "Sends a message to a line." })
export class SmsSendInput extends SubscriberActionInput {
  @Field(() => String, { description: "The message, 1 to 1600 characters." })
  text!: string;
}

@InputType({ description: "Sets the PIN of the voicemail." })
export class VoicemailPinResetInput extends SubscriberActionInput {
  @Field(() => String, { description: "4 to 10 digits. Never stored." })
  pin!: string;
}

const CutOffReasonEnum = graphEnum<CutOffReason>("CutOffReason", "Why data is cut off.", {
  OVERUSE: "Too much was used.",
  BILLDUE: "A bill is not paid.",
  CUSTOMER_REQUEST: "The person wants it.",
  OTHER: "Something else.",
});

@InputType({ description: "Cuts the data of a line off." })
export class DataCutOffInput extends SubscriberActionInput {
  @Field(() => CutOffReasonEnum, { description: "Why." })
  reason!: CutOffReason;
}

const CutOffEndReasonEnum = graphEnum<CutOffEndReason>("CutOffEndReason", "Why data is given back.", {
  BILLPAID: "The bill is paid.",
  CUSTOMER_REQUEST: "The person wants it.",
  OTHER: "Something else.",
});

@InputType({ description: "Gives a line its data back." })
export class DataRestoreInput extends SubscriberActionInput {
  @Field(() => CutOffEndReasonEnum, { description: "Why." })
  reason!: CutOffEndReason;
}

@InputType({ description: "Has a roaming pack renew itself, or not." })
export class RoamingPackRenewalSetInput extends SubscriberActionInput {
  @Field(() => ID, { description: "`RoamingPack.packId`." })
  pack!: string;
  @Field(() => Boolean, { description: "It renews itself." })
  isAutomatic!: boolean;
}

@ObjectType({ description: "What became of an action on a subscriber." })
export class SubscriberPayload extends ActionPayload {
  @Field(() => Subscriber, {
    nullable: true,
    description: "The subscriber as it is after the wait; null when there is none yet. One carrier call.",
  })
  subscriber!: Subscriber | null;
}
