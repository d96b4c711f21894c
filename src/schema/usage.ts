import { Field, ObjectType } from "type-graphql";
import { BigIntText, IsoDate } from "./scalars.js";
import { DataVolume, Money } from "./values.js";

@ObjectType({ description: "Why there is nothing to tell, in the carrier's words." })
export class Absence {
  @Field(() => String, { description: "The carrier's own code." })
  carrierCode!: string;
  @Field(() => String, { nullable: true, description: "The carrier's own words." })
  carrierMessage!: string | null;
}

@ObjectType({ description: "Data used on one day. The parts need not add up: all are the carrier's." })
export class DataUsage {
  @Field(() => IsoDate, { nullable: true, description: "The day, as the carrier counts days; null in a total." })
  date!: string | null;
  @Field(() => DataVolume, { nullable: true, description: "Sent." })
  uplink!: DataVolume | null;
  @Field(() => DataVolume, { nullable: true, description: "Received." })
  downlink!: DataVolume | null;
  @Field(() => DataVolume, { nullable: true, description: "Both." })
  total!: DataVolume | null;
  @Field(() => Money, { nullable: true, description: "What it cost; the carrier names no currency here." })
  cost!: Money | null;
}

@ObjectType({ description: "Messages of one service on one day." })
export class SmsUsage {
  @Field(() => IsoDate, { nullable: true, description: "The day, as the carrier counts days; null in a total." })
  date!: string | null;
  @Field(() => String, { nullable: true, description: "The carrier's name of the service." })
  service!: string | null;
  @Field(() => BigIntText, { nullable: true, description: "Number of messages." })
  count!: bigint | null;
  @Field(() => Money, { nullable: true, description: "What they cost; the carrier names no currency here." })
  cost!: Money | null;
}

@ObjectType({ description: "Data used in a period." })
export class DataUsageSeries {
  @Field(() => [DataUsage], { description: "By day." })
  days!: DataUsage[];
  @Field(() => DataUsage, { nullable: true, description: "In all, as the carrier adds it up." })
  total!: DataUsage | null;
}

@ObjectType({ description: "Messages in a period." })
export class SmsUsageSeries {
  @Field(() => [SmsUsage], { description: "By day and service." })
  days!: SmsUsage[];
  @Field(() => [SmsUsage], { description: "In all, by service, as the carrier adds it up." })
  totals!: SmsUsage[];
}

@ObjectType({ description: "What a line used in a period. What is left is a `Balance`." })
export class Usage {
  @Field(() => DataUsageSeries, { description: "Data, NB-IoT apart." })
  data!: DataUsageSeries;
  @Field(() => DataUsageSeries, { description: "Data over NB-IoT." })
  nbIot!: DataUsageSeries;
  @Field(() => SmsUsageSeries, { description: "Messages." })
  sms!: SmsUsageSeries;
  @Field(() => Absence, { nullable: true, description: "Why there is none, when there is none." })
  absence!: Absence | null;
}
