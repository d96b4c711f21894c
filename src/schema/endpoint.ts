import { Directive, Field, ID, InputType, ObjectType } from "type-graphql";
import type { ImeiLock, Rat, RspState } from "../model/endpoint.js";
import type { BillingType, LineState } from "../model/line.js";
import type { EsimProfileState } from "../model/sim.js";
import { Counter } from "./balance.js";
import { BicsEndpoint } from "./bics.js";
import { BillingTypeEnum } from "./billing.js";
import { connectionOf } from "./connection.js";
import { graphEnum } from "./enum.js";
import { Line, LineStateEnum } from "./line.js";
import { NamedRef, RatEnum } from "./network.js";
import { Node } from "./node.js";
import { PROVENANCE_FIELD, Provenance } from "./provenance.js";
import { EsimProfileStateEnum } from "./sim.js";
import { CarrierTime, Moment } from "./values.js";

const ImeiLockEnum = graphEnum<ImeiLock>("ImeiLock", "Whether the SIM works in one device only.", {
  LOCKED: "Only in the device with this IMEI.",
  UNLOCKED: "In any device.",
  UNKNOWN: "The carrier does not say, or uses a word that is not known.",
});

const RspStateEnum = graphEnum<RspState>("RspState", "Which profile of an eUICC is in use.", {
  GLOBAL: "The global one.",
  GLOBAL_LOCAL_DOWNLOADED: "The global one; a local one has been downloaded.",
  GLOBAL_LOCAL_SET_FALLBACK: "The global one; the local one is set as fallback.",
  LOCAL: "A local one: MSISDN, IMSI and ICCID shown are the local profile's.",
  UNKNOWN: "A carrier's word that is not known; see `rspRaw`.",
});

@ObjectType({ description: "A label that an account puts on endpoints." })
export class Tag {
  @Field(() => ID, { description: "The carrier's own id." })
  id!: string;
  @Field(() => String, { nullable: true, description: "Its name." })
  name!: string | null;
  @Field(() => String, { nullable: true, description: "What it stands for." })
  description!: string | null;
}

@ObjectType({ description: "The state of an eSIM: its profile, and which profile of the eUICC is in use." })
export class EsimProfile {
  @Field(() => EsimProfileStateEnum, { description: "How far the profile has come." })
  state!: EsimProfileState;
  @Field(() => String, { nullable: true, description: "The carrier's own word for it." })
  stateRaw!: string | null;
  @Field(() => RspStateEnum, { description: "Which profile is in use." })
  rsp!: RspState;
  @Field(() => String, { nullable: true, description: "The carrier's own words for it." })
  rspRaw!: string | null;
}

@ObjectType({ description: "The radio access that a line may use." })
export class RadioAccess {
  @Field(() => [RatEnum], { description: "The technologies." })
  rats!: Rat[];
  @Field(() => String, { description: "The carrier's own code." })
  raw!: string;
  @Field(() => String, { nullable: true, description: "The carrier's own name for the code." })
  nameRaw!: string | null;
}

@ObjectType({
  description: "Whether services of a line are blocked. BICS does not tell which; `networks` tells of networks.",
})
export class Barring {
  @Field(() => Boolean, {
    nullable: true,
    description: "Some service is blocked; null where the carrier's word is not known.",
  })
  isBarred!: boolean | null;
  @Field(() => String, { description: "The carrier's own word." })
  raw!: string;
}

@Directive('@key(fields: "id")')
@ObjectType({
  description:
    "A line that a device uses. Fields up to `sim` come with a listing; the others cost one call an endpoint, and say so if more.",
  implements: [Line, Node],
})
export class Endpoint extends Line {
  @Field(() => ID, { description: "Opaque, stable, and showing no number." })
  declare id: string;
  @Field(() => ID, { description: "The carrier's own id of the endpoint." })
  carrierEndpointId!: string;
  @Field(() => String, { nullable: true, description: "Its name." })
  name!: string | null;
  @Field(() => BillingTypeEnum, { description: "Prepaid or postpaid." })
  billing!: BillingType;
  @Field(() => String, { nullable: true, description: "The carrier's own code of the billing type." })
  billingRaw!: string | null;
  @Field(() => String, { nullable: true, description: "ICCID of the linked SIM." })
  iccid!: string | null;
  @Field(() => String, { nullable: true, description: "IMSI of the linked SIM." })
  imsi!: string | null;
  @Field(() => String, { nullable: true, description: "EID of the linked SIM's eUICC." })
  eid!: string | null;
  @Field(() => String, { nullable: true, description: "IMEI of the device, or of the lock, as the carrier prints it." })
  imei!: string | null;
  @Field(() => ImeiLockEnum, { description: "Whether the SIM works in one device only." })
  imeiLock!: ImeiLock;
  @Field(() => String, { nullable: true, description: "The carrier's own word for it." })
  imeiLockRaw!: string | null;
  @Field(() => [Tag], { description: "Its labels, each once." })
  tags!: Tag[];

  @Field(() => CarrierTime, { nullable: true, description: "When it was created." })
  createdAt!: CarrierTime | null;
  @Field(() => Moment, { nullable: true, description: "When the platform moves it on to its next state." })
  expiresAt!: Moment | null;
  @Field(() => Moment, { nullable: true, description: "When it is billed next; postpaid only." })
  nextBillingAt!: Moment | null;
  @Field(() => Moment, { nullable: true, description: "Since when it is on its plan." })
  planFrom!: Moment | null;
  @Field(() => Moment, { nullable: true, description: "Until when it is on its plan." })
  planTo!: Moment | null;
  @Field(() => String, { nullable: true, description: "ISO 4217 code of its money." })
  currency!: string | null;
  @Field(() => [Counter], { nullable: true, description: "Its usage counters." })
  counters!: Counter[] | null;
  @Field(() => [String], { nullable: true, description: "Its APNs." })
  apns!: string[] | null;
  @Field(() => ID, { nullable: true, description: "The carrier's own id of its APN group." })
  apnGroupId!: string | null;
  @Field(() => String, { nullable: true, description: "Its fixed IP address." })
  staticIp!: string | null;
  @Field(() => [String], { nullable: true, description: "Its framed IP addresses." })
  framedIps!: string[] | null;
  @Field(() => [NamedRef], { nullable: true, description: "Its roaming profiles." })
  roamingProfiles!: NamedRef[] | null;
  @Field(() => RadioAccess, { nullable: true, description: "The radio access it may use." })
  radioAccess!: RadioAccess | null;
  @Field(() => Barring, {
    nullable: true,
    description: "Whether services are blocked; null where the carrier does not tell.",
  })
  barring!: Barring | null;
  @Field(() => Boolean, { nullable: true, description: "Some networks are on its black list." })
  hasBlacklistedNetworks!: boolean | null;
  @Field(() => EsimProfile, { nullable: true, description: "The state of its eSIM; null for a SIM that is none." })
  esimProfile!: EsimProfile | null;
  @Field(() => BicsEndpoint, { nullable: true, description: "What only BICS tells of it." })
  bics!: BicsEndpoint | null;
  @Field(() => Provenance, PROVENANCE_FIELD)
  provenance?: Provenance | null;
}

@InputType({
  description: "What identifies an endpoint; exactly one. Blanks, hyphens and a leading + of a number are ignored.",
})
@Directive("@oneOf")
export class EndpointBy {
  @Field(() => ID, { nullable: true, description: "Id from this API." })
  id?: string;
  @Field(() => ID, { nullable: true, description: "The carrier's own id; give the `account` beside it." })
  carrierEndpointId?: string;
  @Field(() => String, { nullable: true, description: "ICCID, 18 to 22 digits." })
  iccid?: string;
  @Field(() => String, { nullable: true, description: "IMSI, 14 or 15 digits. BICS is walked page by page for it." })
  imsi?: string;
  @Field(() => String, {
    nullable: true,
    description: "MSISDN, 5 to 15 digits with country code. BICS is walked page by page for it.",
  })
  msisdn?: string;
  @Field(() => String, { nullable: true, description: "EID, 32 digits. BICS is walked page by page for it." })
  eid?: string;
}

@InputType({ description: "Which endpoints; everything given must hold." })
export class EndpointFilter {
  @Field(() => [ID], { nullable: true, description: "Only of these accounts (`Account.id`)." })
  accounts?: string[] | null;
  @Field(() => ID, { nullable: true, description: "Only with this tag. Filtered by the carrier." })
  tagId?: string | null;
  @Field(() => Boolean, { nullable: true, description: "Only without any tag. Not together with `tagId`." })
  isUntagged?: boolean | null;
  @Field(() => [LineStateEnum], {
    nullable: true,
    description: "Only in these states. Carriers do not filter by it: pages are read until enough rows fit.",
  })
  states?: LineState[] | null;
}

export const EndpointConnection = connectionOf("Endpoint", () => Endpoint);
