import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { addonsBefore } from "../lifecycle/endpoint-addons.js";
import { LIMITS } from "../lifecycle/limits.js";
import type { ObjectKey } from "../model/carrier.js";
import type { EndpointProfile } from "../model/endpoint.js";
import {
  AddonsAddInput,
  AddonsRemoveInput,
  EndpointUpdateInput,
  NetworkBlacklistUpdateInput,
  RoamingProfilesChangeInput,
  ThresholdSetInput,
} from "../schema/endpoint-changes.js";
import { EndpointPayload } from "../schema/endpoint-mutations.js";
import { actOnEndpoint } from "./act-on-endpoint.js";
import { planOf, refusal, some } from "./checks.js";
import { changeOf } from "./endpoint-change.js";
import { blacklistOf, removalOf, thresholdOf } from "./endpoint-services.js";

const INPUT = { description: "What to do." };

@Resolver(() => EndpointPayload)
export class EndpointChangeMutations {
  @Mutation(() => EndpointPayload, {
    description:
      "Changes name, IMEI lock, tags, barring, APN group, value-added features or the dynamic benefit of an endpoint.",
  })
  endpointUpdate(@Arg("input", () => EndpointUpdateInput, INPUT) input: EndpointUpdateInput, @Ctx() context: Context) {
    const understand = () => {
      const asked = { change: changeOf(input) };
      return { asked, wishOf: () => asked };
    };
    return actOnEndpoint({ action: "ENDPOINT_UPDATE", input, understand }, context);
  }

  @Mutation(() => EndpointPayload, { description: "Adds several add-ons to an endpoint, and charges for them." })
  addonsAdd(@Arg("input", () => AddonsAddInput, INPUT) input: AddonsAddInput, @Ctx() context: Context) {
    const understand = ({ account }: ObjectKey) => {
      const plans = some("plans", input.plans, LIMITS.addonsPerCall).map((plan) =>
        planOf(plan, account, context, "plans"),
      );
      const wishOf = (profile: EndpointProfile) => {
        if (profile.addons.length + plans.length <= LIMITS.addons) return { plans, before: addonsBefore(profile) };
        throw refusal("plans", `an endpoint takes at most ${LIMITS.addons} add-ons.`, undefined, "QUOTA_EXCEEDED");
      };
      return { asked: { plans }, wishOf };
    };
    return actOnEndpoint({ action: "ADDONS_ADD", input, understand }, context);
  }

  @Mutation(() => EndpointPayload, { description: "Removes add-ons from an endpoint. The carrier may take its time." })
  addonsRemove(@Arg("input", () => AddonsRemoveInput, INPUT) input: AddonsRemoveInput, @Ctx() context: Context) {
    const understand = ({ account }: ObjectKey) => removalOf(input, (plan) => planOf(plan, account, context, "plans"));
    return actOnEndpoint({ action: "ADDONS_REMOVE", input, understand }, context);
  }

  @Mutation(() => EndpointPayload, { description: "Replaces all roaming profiles of an endpoint." })
  roamingProfilesChange(
    @Arg("input", () => RoamingProfilesChangeInput, INPUT) input: RoamingProfilesChangeInput,
    @Ctx() context: Context,
  ) {
    const understand = () => {
      const asked = { profiles: some("profiles", input.profiles) };
      return { asked, wishOf: () => asked };
    };
    return actOnEndpoint({ action: "ROAMING_PROFILES_CHANGE", input, understand }, context);
  }

  @Mutation(() => EndpointPayload, { description: "Sets the threshold of a usage counter that an add-on brought." })
  thresholdSet(@Arg("input", () => ThresholdSetInput, INPUT) input: ThresholdSetInput, @Ctx() context: Context) {
    return actOnEndpoint({ action: "THRESHOLD_SET", input, understand: () => thresholdOf(input) }, context);
  }

  @Mutation(() => EndpointPayload, { description: "Puts networks on an endpoint's black list, or takes them off it." })
  networkBlacklistUpdate(
    @Arg("input", () => NetworkBlacklistUpdateInput, INPUT) input: NetworkBlacklistUpdateInput,
    @Ctx() context: Context,
  ) {
    return actOnEndpoint({ action: "NETWORK_BLACKLIST_UPDATE", input, understand: () => blacklistOf(input) }, context);
  }
}
