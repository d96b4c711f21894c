import { Field, ID, InputType } from "type-graphql";
import { ImeiLockInput } from "./endpoint-changes.js";
import { ActionInput } from "./operation.js";
import { Decimal } from "./scalars.js";

@InputType({ description: "A new endpoint: alone, or with a SIM, or also put into service." })
export class EndpointCreateInput extends ActionInput {
  @Field(() => ID, { description: "The account (`Account.id`) in which to make it." })
  account!: string;
  @Field(() => String, {
    description: "Its name, of 5 to 30 letters, digits, blanks, colons and underscores; better no other's.",
  })
  name!: string;
  @Field(() => ID, { description: "Its base plan (`Plan.id`), of the same account." })
  plan!: string;
  @Field(() => [ID], { description: "Its roaming profiles (`BicsRoamingProfile.id`), of that plan; at least one." })
  roamingProfiles!: string[];
  @Field(() => ID, { description: "The carrier's id of its APN group." })
  apnGroup!: string;
  @Field(() => String, { nullable: true, description: "ICCID of a free SIM to link; left out for none." })
  iccid?: string | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: "Put it into service, which needs a SIM. Billing starts. Always told to the carrier.",
  })
  isActivated!: boolean;
  @Field(() => Boolean, { defaultValue: false, description: "Must be true where `isActivated` is: billing starts." })
  isBillingAccepted!: boolean;
  @Field(() => Decimal, {
    nullable: true,
    description: "Monthly limit of a postpaid endpoint; the carrier names no unit.",
  })
  monthlyLimit?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: "The carrier's id of its dynamic benefit. Some accounts demand one for service.",
  })
  dynamicBenefit?: string | null;
  @Field(() => ImeiLockInput, { nullable: true, description: "Lock to a device." })
  imeiLock?: ImeiLockInput | null;
  @Field(() => [ID], {
    defaultValue: [],
    description: "Add-ons (`Plan.id`), at most 15; only together with `isActivated`. They are charged for.",
  })
  addons!: string[];
  @Field(() => [ID], { defaultValue: [], description: "The carrier's ids of value-added features." })
  features!: string[];
  @Field(() => [ID], { defaultValue: [], description: "Labels (`Tag.id`), at most 10." })
  tags!: string[];
}
