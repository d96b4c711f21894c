import { Field, ID, Int, ObjectType } from "type-graphql";
import type { Rat } from "../model/endpoint.js";
import type { ConnectivityState, SupplierCategory, TrafficPolicy } from "../model/network.js";
import { graphEnum } from "./enum.js";
import { Absence } from "./usage.js";
import { CarrierTime } from "./values.js";

export const RatEnum = graphEnum<Rat>("Rat", "Radio access technology.", {
  GSM_2G: "2G.",
  UMTS_3G: "3G.",
  LTE_4G: "4G.",
  NR_5G: "5G.",
  NB_IOT: "NB-IoT.",
  LTE_M: "LTE-M.",
  UNKNOWN: "A carrier's word that is not known; see the raw text.",
});

const SupplierCategoryEnum = graphEnum<SupplierCategory>("SupplierCategory", "How the carrier reaches a network.", {
  IR: "International roaming.",
  OC: "Own country.",
  DIRECT: "Directly.",
  UNKNOWN: "A carrier's code that is not known; see `categoryRaw`.",
});

const ConnectivityStateEnum = graphEnum<ConnectivityState>(
  "ConnectivityState",
  "Whether a line is on a network now. Not its administrative state.",
  {
    ONLINE: "Connected.",
    ATTACHED: "Registered without a data session.",
    OFFLINE: "Not connected.",
    BLOCKED: "Kept off the network.",
    UNKNOWN: "The carrier does not say, or uses a word that is not known.",
  },
);

const TrafficPolicyEnum = graphEnum<TrafficPolicy>("TrafficPolicy", "How traffic is treated while connected.", {
  DEFAULT: "Unhindered.",
  BLOCKED: "Blocked.",
  THROTTLED: "Slowed down.",
  UNKNOWN: "A carrier's word that is not known; see `policyRaw`.",
});

@ObjectType({ description: "Something of the carrier's with an id and a name." })
export class NamedRef {
  @Field(() => ID, { description: "The carrier's own id." })
  id!: string;
  @Field(() => String, { nullable: true, description: "The carrier's name for it." })
  name!: string | null;
}

@ObjectType({ description: "A mobile network code." })
export class Plmn {
  @Field(() => String, { description: "Mobile country code, three digits." })
  mcc!: string;
  @Field(() => String, { description: "Mobile network code, two or three digits." })
  mnc!: string;
}

@ObjectType({
  description:
    "A network that a line may meet, seen through one roaming profile: the same network may be listed once per profile.",
})
export class Network {
  @Field(() => String, { nullable: true, description: "TADIG code." })
  tadig!: string | null;
  @Field(() => ID, { nullable: true, description: "The carrier's own id of the operator." })
  operatorId!: string | null;
  @Field(() => String, { nullable: true, description: "Name of the operator." })
  operatorName!: string | null;
  @Field(() => String, { nullable: true, description: "Name of the country." })
  countryName!: string | null;
  @Field(() => [Plmn], { description: "Its MCC/MNC codes." })
  plmns!: Plmn[];
  @Field(() => SupplierCategoryEnum, { description: "How the carrier reaches it." })
  category!: SupplierCategory;
  @Field(() => String, { nullable: true, description: "The carrier's own code of the category." })
  categoryRaw!: string | null;
  @Field(() => NamedRef, {
    nullable: true,
    description: "The relation through which it is reached; needed to blacklist it.",
  })
  categoryGroup!: NamedRef | null;
  @Field(() => Boolean, { nullable: true, description: "Barred by the roaming profile." })
  isBarred!: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "On the line's own black list." })
  isBlacklisted!: boolean | null;
  @Field(() => [RatEnum], { description: "What the network offers." })
  rats!: Rat[];
  @Field(() => String, { nullable: true, description: "The carrier's own text of what it offers." })
  ratsRaw!: string | null;
  @Field(() => [RatEnum], { description: "What is barred of it." })
  barredRats!: Rat[];
  @Field(() => String, { nullable: true, description: "The carrier's own text of what is barred." })
  barredRatsRaw!: string | null;
  @Field(() => NamedRef, { nullable: true, description: "The roaming profile that this row is seen through." })
  roamingProfile!: NamedRef | null;
  @Field(() => Int, { nullable: true, description: "1 is the highest; null where the carrier gives none." })
  priority!: number | null;
  @Field(() => Boolean, { description: "Serves only to download the preferred IMSI." })
  isBootstrapOnly!: boolean;
  @Field(() => String, { nullable: true, description: "The carrier's own text of the priority." })
  priorityRaw!: string | null;
}

@ObjectType({ description: "Whether a line is on a network now, and on which." })
export class Connectivity {
  @Field(() => ConnectivityStateEnum, { description: "The verdict." })
  state!: ConnectivityState;
  @Field(() => String, { nullable: true, description: "The carrier's own words." })
  stateRaw!: string | null;
  @Field(() => CarrierTime, { nullable: true, description: "When it was last seen, if not connected." })
  lastSeenAt!: CarrierTime | null;
  @Field(() => String, { nullable: true, description: "IMSI." })
  imsi!: string | null;
  @Field(() => String, { nullable: true, description: "TADIG code of the visited network." })
  tadig!: string | null;
  @Field(() => String, { nullable: true, description: "Name of the visited operator." })
  operatorName!: string | null;
  @Field(() => String, { nullable: true, description: "Name of the visited country." })
  countryName!: string | null;
  @Field(() => String, { nullable: true, description: "Mobile country code." })
  mcc!: string | null;
  @Field(() => String, { nullable: true, description: "Mobile network code, leading zeros kept." })
  mnc!: string | null;
  @Field(() => [RatEnum], { description: "Radio access in use; several where the carrier does not tell them apart." })
  rats!: Rat[];
  @Field(() => String, { nullable: true, description: "The carrier's own text of the radio access." })
  ratRaw!: string | null;
  @Field(() => TrafficPolicyEnum, { nullable: true, description: "How traffic is treated; null while not connected." })
  policy!: TrafficPolicy | null;
  @Field(() => String, { nullable: true, description: "The carrier's own word for it." })
  policyRaw!: string | null;
  @Field(() => Absence, { nullable: true, description: "Why there is nothing to tell, when there is nothing." })
  absence!: Absence | null;
}

@ObjectType({ description: "Where a line was last known to be: a cell, not a coordinate." })
export class Location {
  @Field(() => String, {
    nullable: true,
    description: "Master IMSI; differs from the IMSI in use while a local profile is enabled.",
  })
  masterImsi!: string | null;
  @Field(() => [RatEnum], { description: "Radio access that the information comes from." })
  rats!: Rat[];
  @Field(() => String, { nullable: true, description: "The carrier's own text of it." })
  ratRaw!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Age of the information as the carrier prints it; its unit is not stated.",
  })
  ageRaw!: string | null;
  @Field(() => String, { nullable: true, description: "Mobile country code of the cell." })
  mcc!: string | null;
  @Field(() => String, { nullable: true, description: "Mobile network code of the cell, leading zeros kept." })
  mnc!: string | null;
  @Field(() => String, { nullable: true, description: "Cell id, decimal." })
  cellId!: string | null;
  @Field(() => String, { nullable: true, description: "Location area code, decimal." })
  lac!: string | null;
  @Field(() => String, { nullable: true, description: "Tracking area code as the carrier prints it, decimal." })
  tac!: string | null;
  @Field(() => String, { nullable: true, description: "Name of the country." })
  countryName!: string | null;
  @Field(() => String, { nullable: true, description: "Name of the operator." })
  operatorName!: string | null;
  @Field(() => Absence, { nullable: true, description: "Why there is nothing to tell, when there is nothing." })
  absence!: Absence | null;
}
