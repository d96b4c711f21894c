import { Field, ID, InputType } from "type-graphql";
import type { BarrableService } from "../model/endpoint-actions.js";
import { EndpointActionInput } from "./endpoint-mutations.js";
import { graphEnum } from "./enum.js";
import { BigIntText } from "./scalars.js";

const BarrableServiceEnum = graphEnum<BarrableService>("BarrableService", "A service that can be barred.", {
  RAT_2G: "2G.",
  RAT_2G_3G: "2G and 3G.",
  RAT_4G: "4G.",
  RAT_5G: "5G.",
  SMS_MT: "Messages to the line.",
  SMS_MO: "Messages from the line.",
  DATA: "Data. While it is barred no radio access can be unbarred.",
  NB_IOT: "NB-IoT.",
});

@InputType({ description: "Whether the SIM works in one device only." })
export class ImeiLockInput {
  @Field(() => Boolean, { description: "Lock it to its IMEI, or unlock it." })
  isLocked!: boolean;
  @Field(() => String, {
    nullable: true,
    description: "The IMEI to set, 14 to 16 digits. A line locked to another IMEI must be unlocked first.",
  })
  imei?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: "Forget the IMEI; not together with `imei`." })
  isImeiRemoved!: boolean;
}

@InputType({ description: "Services to bar and to unbar: all of the service profile, or some." })
export class BarringInput {
  @Field(() => Boolean, { nullable: true, description: "Bar (true) or unbar (false) all; then nothing else." })
  isAllBarred?: boolean | null;
  @Field(() => [BarrableServiceEnum], { defaultValue: [], description: "Bar these." })
  bar!: BarrableService[];
  @Field(() => [BarrableServiceEnum], { defaultValue: [], description: "Unbar these." })
  unbar!: BarrableService[];
}

@InputType({ description: "Changes an endpoint; what is left out stays as it is. One carrier call for all of it." })
export class EndpointUpdateInput extends EndpointActionInput {
  @Field(() => String, {
    nullable: true,
    description: "A new name of 5 to 30 letters, digits, blanks, colons and underscores.",
  })
  name?: string | null;
  @Field(() => ID, { nullable: true, description: "The carrier's id of another APN group." })
  apnGroup?: string | null;
  @Field(() => ImeiLockInput, { nullable: true, description: "Lock to a device." })
  imeiLock?: ImeiLockInput | null;
  @Field(() => [ID], { defaultValue: [], description: "Labels to add (`Tag.id`), at most 10." })
  addTags!: string[];
  @Field(() => [ID], { defaultValue: [], description: "Labels to take off (`Tag.id`)." })
  removeTags!: string[];
  @Field(() => [ID], { defaultValue: [], description: "The carrier's ids of value-added features to add." })
  addFeatures!: string[];
  @Field(() => [ID], { defaultValue: [], description: "The carrier's ids of value-added features to remove." })
  removeFeatures!: string[];
  @Field(() => ID, {
    nullable: true,
    description: "The carrier's id of a dynamic benefit to subscribe to; a line has one at most.",
  })
  addDynamicBenefit?: string | null;
  @Field(() => ID, { nullable: true, description: "The carrier's id of the dynamic benefit to leave." })
  removeDynamicBenefit?: string | null;
  @Field(() => BarringInput, {
    nullable: true,
    description:
      "Services to bar and to unbar. Not together with other changes: the carrier does not tell what is barred.",
  })
  barring?: BarringInput | null;
}

@InputType({
  description: "Adds add-ons. Each request with a new key adds one more of each, and charges for it.",
})
export class AddonsAddInput extends EndpointActionInput {
  @Field(() => [ID], {
    description: "The add-ons' plans (`Plan.id`), of the same account; at most 10, and 15 on an endpoint.",
  })
  plans!: string[];
}

@InputType({ description: "Removes add-ons: by instance, or by plan from an endpoint under test or in inventory." })
export class AddonsRemoveInput extends EndpointActionInput {
  @Field(() => [ID], { defaultValue: [], description: "The add-ons (`Addon.instanceId`)." })
  instances!: string[];
  @Field(() => [ID], {
    defaultValue: [],
    description: "The add-ons' plans (`Plan.id`); only of an endpoint in state `TEST` or `INVENTORY`.",
  })
  plans!: string[];
}

@InputType({ description: "Replaces all roaming profiles." })
export class RoamingProfilesChangeInput extends EndpointActionInput {
  @Field(() => [ID], { description: "All that it has from now on (`BicsRoamingProfile.id`), of its base plan." })
  profiles!: string[];
}

@InputType({ description: "Sets the threshold of an add-on's usage counter." })
export class ThresholdSetInput extends EndpointActionInput {
  @Field(() => ID, { description: "The counter (`Counter.carrierCounterId`)." })
  counter!: string;
  @Field(() => ID, { description: "The add-on that it counts for (`Addon.instanceId`)." })
  addon!: string;
  @Field(() => BigIntText, { description: "The threshold in bytes; whole MiB (1048576 bytes) only." })
  bytes!: string;
}

@InputType({ description: "A network as `Endpoint.networks` names it." })
export class NetworkRefInput {
  @Field(() => String, { description: "TADIG code (`Network.tadig`)." })
  tadig!: string;
  @Field(() => ID, { description: "Id of its category group (`Network.categoryGroup`)." })
  categoryGroup!: string;
}

@InputType({ description: "Changes the black list of networks." })
export class NetworkBlacklistUpdateInput extends EndpointActionInput {
  @Field(() => [NetworkRefInput], { defaultValue: [], description: "Networks that the line must not use." })
  add!: NetworkRefInput[];
  @Field(() => [NetworkRefInput], { defaultValue: [], description: "Networks that it may use again." })
  remove!: NetworkRefInput[];
}
