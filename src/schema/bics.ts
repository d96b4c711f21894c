import { Field, ID, Int, ObjectType } from "type-graphql";
import type { BicsBulkState } from "../model/bics.js";
import { graphEnum } from "./enum.js";
import { NamedRef } from "./network.js";
import { CarrierTime, Limit, Moment } from "./values.js";

@ObjectType({
  description: "Which services the enterprise has, in the carrier's words (`Active`, `Disabled`, `Enabled`).",
})
export class BicsEnterpriseServices {
  @Field(() => String, { nullable: true, description: "Status of the enterprise account." })
  accountStatus!: string | null;
  @Field(() => String, { nullable: true, description: "Data." })
  data!: string | null;
  @Field(() => String, { nullable: true, description: "SMS." })
  sms!: string | null;
  @Field(() => String, { nullable: true, description: "NB-IoT." })
  nbIot!: string | null;
  @Field(() => String, { nullable: true, description: "LTE-M." })
  lteM!: string | null;
}

@ObjectType({ description: "What an OEM account's endpoint passes through before it is active." })
export class BicsOem {
  @Field(() => NamedRef, { nullable: true, description: "Plan of the test state." })
  testPlan!: NamedRef | null;
  @Field(() => NamedRef, { nullable: true, description: "Plan of the inventory state." })
  inventoryPlan!: NamedRef | null;
  @Field(() => NamedRef, { nullable: true, description: "Roaming profile of the test state." })
  testRoamingProfile!: NamedRef | null;
}

@ObjectType({ description: "One part of a dynamic benefit." })
export class BicsDynamicBenefitPart {
  @Field(() => ID, { nullable: true, description: "The carrier's own id." })
  id!: string | null;
  @Field(() => String, { nullable: true, description: "The carrier's own code of what is granted; 1 is data." })
  kindRaw!: string | null;
  @Field(() => ID, { nullable: true, description: "The rate zone in which it counts." })
  rateZoneId!: string | null;
  @Field(() => Limit, { description: "What was granted, in bytes." })
  granted!: Limit;
  @Field(() => Limit, { description: "What is left, in bytes." })
  remaining!: Limit;
  @Field(() => String, { nullable: true, description: "The smallest is used first." })
  priority!: string | null;
}

@ObjectType({ description: "A dynamic benefit that an endpoint is subscribed to." })
export class BicsDynamicBenefit {
  @Field(() => ID, { description: "The carrier's own id." })
  id!: string;
  @Field(() => String, { nullable: true, description: "Its name." })
  name!: string | null;
  @Field(() => String, { nullable: true, description: "The carrier's own code of the category; 2 is not pooled." })
  categoryRaw!: string | null;
  @Field(() => Boolean, { nullable: true, description: "Shared with other endpoints." })
  isPooled!: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "It renews itself." })
  isAutoRenewed!: boolean | null;
  @Field(() => Moment, { description: "Since when it counts." })
  activatedAt!: Moment;
  @Field(() => Moment, { description: "When it expires, or renews itself." })
  endsAt!: Moment;
  @Field(() => String, { nullable: true, description: "The smallest is used first." })
  priority!: string | null;
  @Field(() => [BicsDynamicBenefitPart], { description: "Its parts." })
  benefits!: BicsDynamicBenefitPart[];
}

@ObjectType({
  description:
    "What the BICS profile tells of an endpoint beyond the common model. Codes and words are the carrier's own.",
})
export class BicsEndpoint {
  @Field(() => String, { nullable: true, description: "Name of the endpoint's status." })
  statusName!: string | null;
  @Field(() => String, { nullable: true, description: "Status of the SIM." })
  simStatus!: string | null;
  @Field(() => String, { nullable: true, description: "Name of the billing type." })
  subscriberTypeName!: string | null;
  @Field(() => String, { nullable: true, description: "Status of the endpoint, where told apart from the SIM's." })
  endpointStatus!: string | null;
  @Field(() => ID, { nullable: true, description: "The enterprise it belongs to." })
  parentEntityId!: string | null;
  @Field(() => ID, { nullable: true, description: "Level in the customer hierarchy; 5 is an endpoint." })
  tierId!: string | null;
  @Field(() => String, { nullable: true, description: "Type of the customer." })
  customerType!: string | null;
  @Field(() => Moment, { description: "When the customer expires." })
  customerExpiresAt!: Moment;
  @Field(() => Limit, { description: "Monthly limit of a postpaid endpoint." })
  creditLimit!: Limit;
  @Field(() => Limit, { description: "The main account." })
  mainBalance!: Limit;
  @Field(() => ID, { nullable: true, description: "The carrier's own id of the currency." })
  currencyId!: string | null;
  @Field(() => ID, { nullable: true, description: "The carrier's own id of the time zone." })
  timeZoneId!: string | null;
  @Field(() => String, { nullable: true, description: "Name of the time zone." })
  timeZoneName!: string | null;
  @Field(() => NamedRef, { nullable: true, description: "Language." })
  language!: NamedRef | null;
  @Field(() => String, { nullable: true, description: "IMSI in use." })
  currentActiveImsi!: string | null;
  @Field(() => [String], {
    description: "Codes of dependent radio access; another code list than `Endpoint.radioAccess`.",
  })
  dependentRatCodes!: string[];
  @Field(() => Boolean, { nullable: true, description: "5G as a secondary carrier." })
  isNrSecondary!: boolean | null;
  @Field(() => String, { nullable: true, description: "Name of the PDP profile." })
  pdpProfileName!: string | null;
  @Field(() => String, { nullable: true, description: "Type of the SIM, such as UICC." })
  simType!: string | null;
  @Field(() => String, { nullable: true, description: "Manufacturer of the SIM." })
  simManufacturer!: string | null;
  @Field(() => String, { nullable: true, description: "Applet on the SIM." })
  simApplet!: string | null;
  @Field(() => CarrierTime, { nullable: true, description: "When the SIM last changed its state." })
  lastSimStateChangeAt!: CarrierTime | null;
  @Field(() => Boolean, { nullable: true, description: "SMS services are available." })
  isReadyForSms!: boolean | null;
  @Field(() => BicsEnterpriseServices, { description: "What the enterprise has." })
  enterprise!: BicsEnterpriseServices;
  @Field(() => Boolean, { nullable: true, description: "Dynamic benefits are switched on." })
  isDynamicBenefitEnabled!: boolean | null;
  @Field(() => [NamedRef], { description: "Dynamic benefits, pooled or not, by id and name." })
  dynamicBenefitNames!: NamedRef[];
  @Field(() => [BicsDynamicBenefit], { description: "Dynamic benefits that are not pooled, in full." })
  dynamicBenefits!: BicsDynamicBenefit[];
  @Field(() => BicsOem, { nullable: true, description: "Only of OEM accounts." })
  oem!: BicsOem | null;
}

@ObjectType({ description: "A range of SIMs that may be provisioned in bulk." })
export class BicsIccidRange {
  @Field(() => String, { nullable: true, description: "Name of the owning account." })
  accountName!: string | null;
  @Field(() => String, { description: "First ICCID." })
  from!: string;
  @Field(() => String, { nullable: true, description: "Last ICCID; null for a single one." })
  to!: string | null;
  @Field(() => Int, { nullable: true, description: "Number of SIMs as the carrier counts it; need not fit the range." })
  quantity!: number | null;
  @Field(() => String, { nullable: true, description: "The carrier's own word for the state of the SIMs." })
  simStatus!: string | null;
}

const BicsBulkStateEnum = graphEnum<BicsBulkState>("BicsBulkState", "How far a bulk creation has come.", {
  RUNNING: "It is under way.",
  SUCCEEDED: "It is done.",
  FAILED: "It failed, and was rolled back.",
  UNKNOWN: "A carrier's word that is not known; see `stateRaw`.",
});

@ObjectType({ description: "One row of the status of a bulk creation." })
export class BicsBulkCreation {
  @Field(() => ID, { nullable: true, description: "The carrier's own id of the bulk creation." })
  simProvisionId!: string | null;
  @Field(() => BicsBulkStateEnum, { description: "How far it has come." })
  state!: BicsBulkState;
  @Field(() => String, { nullable: true, description: "The carrier's own word for it." })
  stateRaw!: string | null;
  @Field(() => String, { nullable: true, description: "Why it failed, in the carrier's words." })
  reason!: string | null;
  @Field(() => String, { nullable: true, description: "First ICCID." })
  iccidFrom!: string | null;
  @Field(() => String, { nullable: true, description: "Last ICCID." })
  iccidTo!: string | null;
  @Field(() => Int, { nullable: true, description: "Number of SIMs as the carrier counts it; need not fit the range." })
  quantity!: number | null;
  @Field(() => String, { nullable: true, description: "The carrier's own word for the state of the endpoints." })
  endpointStatusRaw!: string | null;
  @Field(() => ID, { nullable: true, description: "The carrier's own id of the account." })
  accountId!: string | null;
  @Field(() => String, { nullable: true, description: "The carrier's own name of the account." })
  accountName!: string | null;
  @Field(() => CarrierTime, { nullable: true, description: "When it was asked for." })
  provisionedAt!: CarrierTime | null;
}

@ObjectType({ description: "A network that a roaming profile reaches." })
export class BicsRoamingNetwork {
  @Field(() => String, { nullable: true, description: "TADIG code." })
  tadig!: string | null;
  @Field(() => ID, { nullable: true, description: "The carrier's own id of the operator." })
  operatorId!: string | null;
  @Field(() => String, { nullable: true, description: "Name of the operator." })
  operatorName!: string | null;
  @Field(() => String, { nullable: true, description: "Name of the country." })
  countryName!: string | null;
  @Field(() => ID, { nullable: true, description: "The relation through which it is reached." })
  categoryGroupId!: string | null;
}

@ObjectType({ description: "A roaming profile of an account." })
export class BicsRoamingProfile {
  @Field(() => ID, { description: "The carrier's own id." })
  id!: string;
  @Field(() => String, { nullable: true, description: "Its name." })
  name!: string | null;
  @Field(() => [BicsRoamingNetwork], { description: "The networks it reaches." })
  networks!: BicsRoamingNetwork[];
}

export type BicsBulkEndpoints = "ACTIVE" | "PRE_ACTIVE";

export const BicsBulkEndpointState = graphEnum<BicsBulkEndpoints>(
  "BicsBulkEndpointState",
  "What bulk-created endpoints have become.",
  {
    ACTIVE: "Active.",
    PRE_ACTIVE: "Pre-active.",
  },
);

@ObjectType({ description: "What only a BICS account offers." })
export class BicsAccount {
  @Field(() => [BicsIccidRange], { nullable: true, description: "SIMs that may be provisioned in bulk." })
  iccidRanges!: BicsIccidRange[] | null;
  @Field(() => [BicsRoamingProfile], { nullable: true, description: "Roaming profiles of the account." })
  roamingProfiles!: BicsRoamingProfile[] | null;
}
