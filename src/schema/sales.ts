import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { SimMode } from "../model/reach.js";
import { StreetAddress } from "./address.js";
import { graphEnum } from "./enum.js";
import { Plan } from "./plan.js";
import { BigIntText } from "./scalars.js";
import { CarrierTime, Money } from "./values.js";

export const SimModeEnum = graphEnum<SimMode>("SimMode", "Which kind of SIM fits.", {
  PSIM: "A physical SIM.",
  ESIM: "An eSIM.",
  BOTH: "Either.",
  UNKNOWN: "The carrier does not say, or says something else.",
});

@InputType({ description: "An address in the United States." })
export class AddressInput extends StreetAddress {
  @Field(() => String, { description: "Who lives there." })
  name!: string;
}

@ObjectType({ description: "Whether an address is served." })
export class Coverage {
  @Field(() => Boolean, {
    nullable: true,
    description: "Do not sell where it is false; null where the carrier does not say.",
  })
  isCovered!: boolean | null;
  @Field(() => String, { nullable: true, description: "The carrier's own word for 5G." })
  strength5g!: string | null;
  @Field(() => String, { nullable: true, description: "The carrier's own word for 4G." })
  strength4g!: string | null;
  @Field(() => Boolean, { nullable: true, description: "An eSIM is served there." })
  isEsimAvailable!: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Physical SIMs are served there." })
  isPhysicalSimAvailable!: boolean | null;
}

@ObjectType({ description: "What a device can do on the network." })
export class DeviceCheck {
  @Field(() => Boolean, { nullable: true, description: "Do not sell for it where it is false." })
  isValid!: boolean | null;
  @Field(() => SimModeEnum, { description: "Which SIMs it takes." })
  mode!: SimMode;
  @Field(() => Boolean, { nullable: true, description: "An eSIM can be had." })
  isEsimAvailable!: boolean | null;
  @Field(() => String, { nullable: true, description: "Its make." })
  make!: string | null;
  @Field(() => String, { nullable: true, description: "Its model." })
  model!: string | null;
}

@ObjectType({ description: "Whether a SIM can be activated." })
export class SimCheck {
  @Field(() => Boolean, { nullable: true, description: "It can be activated." })
  isValid!: boolean | null;
  @Field(() => SimModeEnum, { description: "Which kind it is." })
  mode!: SimMode;
  @Field(() => Boolean, { nullable: true, description: "It can do calls over Wi-Fi." })
  hasWifiCalling!: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "It can do calls over LTE." })
  isVolteCompatible!: boolean | null;
}

@ObjectType({ description: "Whether a number can be ported in." })
export class PortInCheck {
  @Field(() => Boolean, { nullable: true, description: "Do not order the port-in where it is false." })
  isPortable!: boolean | null;
  @Field(() => String, { nullable: true, description: "The carrier's own words." })
  message!: string | null;
}

@ObjectType({ description: "Whether a ZIP code is served." })
export class ZipCheck {
  @Field(() => Boolean, { nullable: true, description: "It is served." })
  isServed!: boolean | null;
  @Field(() => String, { nullable: true, description: "Its city." })
  city!: string | null;
  @Field(() => String, { nullable: true, description: "Its state." })
  state!: string | null;
}

@ObjectType({ description: "A coupon." })
export class Offer {
  @Field(() => ID, { description: "The carrier's own id." })
  id!: string;
  @Field(() => String, { nullable: true, description: "Its name." })
  name!: string | null;
  @Field(() => String, { nullable: true, description: "What a person enters." })
  couponCode!: string | null;
  @Field(() => String, { nullable: true, description: "The carrier's own word." })
  discountType!: string | null;
  @Field(() => String, { nullable: true, description: "As the carrier prints it." })
  discountValue!: string | null;
  @Field(() => CarrierTime, { nullable: true, description: "Until when it can be used." })
  expiresAt!: CarrierTime | null;
}

@ObjectType({ description: "A country with its prices while roaming there." })
export class RoamingCountry {
  @Field(() => String, { nullable: true, description: "Its name." })
  name!: string | null;
  @Field(() => ID, { nullable: true, description: "The carrier's own code." })
  code!: string | null;
  @Field(() => String, { nullable: true, description: "Its zone." })
  zone!: string | null;
  @Field(() => String, { nullable: true, description: "What a call abroad is counted in, as the carrier prints it." })
  ildPulse!: string | null;
  @Field(() => Money, { nullable: true, description: "A minute of a call." })
  pricePerMinute!: Money | null;
  @Field(() => Money, { nullable: true, description: "A megabyte of data." })
  pricePerMb!: Money | null;
  @Field(() => Money, { nullable: true, description: "A message." })
  pricePerSms!: Money | null;
}

@ObjectType({ description: "A roaming pack that can be bought." })
export class RoamingPackOffer {
  @Field(() => ID, { description: "The carrier's own id." })
  id!: string;
  @Field(() => String, { nullable: true, description: "Its name." })
  name!: string | null;
  @Field(() => String, { nullable: true, description: "The zone in which it counts." })
  zone!: string | null;
  @Field(() => BigIntText, { nullable: true, description: "Data in bytes." })
  dataBytes!: bigint | null;
  @Field(() => BigIntText, { nullable: true, description: "Calls in seconds." })
  voiceSeconds!: bigint | null;
  @Field(() => BigIntText, { nullable: true, description: "Messages." })
  messages!: bigint | null;
  @Field(() => Int, { nullable: true, description: "Days that it lasts." })
  validityDays!: number | null;
  @Field(() => Money, { nullable: true, description: "What it costs." })
  price!: Money | null;
}

@ObjectType({ description: "All that an account sells." })
export class Catalogue {
  @Field(() => [Plan], { description: "Base plans." })
  plans!: readonly Plan[];
  @Field(() => [Plan], { description: "What can be bought beside a plan." })
  services!: readonly Plan[];
  @Field(() => [Offer], { description: "Coupons." })
  offers!: readonly Offer[];
}

@ObjectType({ description: "What can be asked before anything is sold. Each field is one carrier call." })
export class Sales {}
