import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.js";
import { Failure } from "../errors.js";
import { addonsBefore } from "../lifecycle/endpoint-addons.js";
import type { ObjectKey } from "../model/carrier.js";
import type { EndpointProfile } from "../model/endpoint.js";
import { Endpoint } from "../schema/endpoint.js";
import {
  AddonSubscribeInput,
  type BenefitAdjustmentInput,
  EndpointActionInput,
  EndpointConfirmedInput,
  EndpointPayload,
  PlanChangeInput,
  SimLinkInput,
} from "../schema/endpoint-mutations.js";
import type { Acted } from "./act.js";
import { actOnEndpoint } from "./act-on-endpoint.js";
import { confirmed, planOf, refusal } from "./checks.js";
import { lineNumber } from "./numbers.js";

const INPUT = { description: "What to do." };
const PLAIN = () => ({ asked: {}, wishOf: () => ({}) });

const onceConfirmed =
  ({ confirm }: EndpointConfirmedInput) =>
  () => ({ asked: {}, wishOf: (profile: EndpointProfile) => confirmed(confirm, profile) });

@Resolver(() => EndpointPayload)
export class EndpointMutations {
  @Mutation(() => EndpointPayload, { description: "Puts an endpoint into service for the first time. Billing starts." })
  endpointActivate(
    @Arg("input", () => EndpointActionInput, INPUT) input: EndpointActionInput,
    @Ctx() context: Context,
  ) {
    return actOnEndpoint({ action: "ENDPOINT_ACTIVATE", input, understand: PLAIN }, context);
  }

  @Mutation(() => EndpointPayload, { description: "Takes an endpoint out of service for now." })
  endpointSuspend(@Arg("input", () => EndpointActionInput, INPUT) input: EndpointActionInput, @Ctx() context: Context) {
    return actOnEndpoint({ action: "ENDPOINT_SUSPEND", input, understand: PLAIN }, context);
  }

  @Mutation(() => EndpointPayload, { description: "Puts a suspended endpoint back into service." })
  endpointResume(@Arg("input", () => EndpointActionInput, INPUT) input: EndpointActionInput, @Ctx() context: Context) {
    return actOnEndpoint({ action: "ENDPOINT_RESUME", input, understand: PLAIN }, context);
  }

  @Mutation(() => EndpointPayload, {
    description: "Puts an endpoint under test into inventory, where it stays until it is used. OEM accounts only.",
  })
  endpointStock(
    @Arg("input", () => EndpointConfirmedInput, INPUT) input: EndpointConfirmedInput,
    @Ctx() context: Context,
  ) {
    return actOnEndpoint({ action: "ENDPOINT_STOCK", input, understand: onceConfirmed(input) }, context);
  }

  @Mutation(() => EndpointPayload, {
    description:
      "Puts an endpoint under test or in inventory into full service. OEM accounts only; its add-ons begin with it.",
  })
  endpointCommission(
    @Arg("input", () => EndpointConfirmedInput, INPUT) input: EndpointConfirmedInput,
    @Ctx() context: Context,
  ) {
    return actOnEndpoint({ action: "ENDPOINT_COMMISSION", input, understand: onceConfirmed(input) }, context);
  }

  @Mutation(() => EndpointPayload, {
    description: "Removes an endpoint for good, which ends its charges. Unlink its SIM before.",
  })
  endpointDelete(
    @Arg("input", () => EndpointConfirmedInput, INPUT) input: EndpointConfirmedInput,
    @Ctx() context: Context,
  ) {
    return actOnEndpoint({ action: "ENDPOINT_DELETE", input, understand: onceConfirmed(input) }, context);
  }

  @Mutation(() => EndpointPayload, { description: "Gives an endpoint its SIM." })
  simLink(@Arg("input", () => SimLinkInput, INPUT) input: SimLinkInput, @Ctx() context: Context) {
    const understand = () => {
      const iccid = lineNumber("iccid", input.iccid, ["input", "iccid"]).value;
      return { asked: { iccid }, wishOf: () => ({ iccid }) };
    };
    return actOnEndpoint({ action: "SIM_LINK", input, understand }, context);
  }

  @Mutation(() => EndpointPayload, { description: "Takes the SIM from an endpoint. Its plan and charges stay." })
  simUnlink(@Arg("input", () => EndpointActionInput, INPUT) input: EndpointActionInput, @Ctx() context: Context) {
    return actOnEndpoint({ action: "SIM_UNLINK", input, understand: PLAIN }, context);
  }

  @Mutation(() => EndpointPayload, { description: "Changes the base plan of an endpoint." })
  planChange(@Arg("input", () => PlanChangeInput, INPUT) input: PlanChangeInput, @Ctx() context: Context) {
    const understand = (endpoint: ObjectKey) => {
      const plan = planOf(input.plan, endpoint.account, context);
      const wishOf = ({ plan: now }: EndpointProfile) => {
        if (now?.key.native === plan) throw refusal("plan", "is the present plan.", undefined, "ALREADY_EXISTS");
        return { plan };
      };
      return { asked: { plan }, wishOf };
    };
    return actOnEndpoint({ action: "PLAN_CHANGE", input, understand }, context);
  }

  @Mutation(() => EndpointPayload, { description: "Adds an add-on to an endpoint, and charges for it." })
  addonSubscribe(@Arg("input", () => AddonSubscribeInput, INPUT) input: AddonSubscribeInput, @Ctx() context: Context) {
    const understand = (endpoint: ObjectKey) => {
      const asked = {
        plan: planOf(input.plan, endpoint.account, context),
        adjustments: input.adjustments.map(adjustmentOf),
      };
      return { asked, wishOf: (profile: EndpointProfile) => ({ ...asked, before: addonsBefore(profile) }) };
    };
    return actOnEndpoint({ action: "ADDON_SUBSCRIBE", input, understand }, context);
  }

  @FieldResolver(() => Endpoint, { nullable: true })
  endpoint(@Root() { target: endpoint }: Acted, @Ctx() { loaders }: Context) {
    return endpoint && loaders.endpointProfile.clear(endpoint).load(endpoint);
  }
}

function adjustmentOf({ benefitId, bytes, count }: BenefitAdjustmentInput) {
  if (typeof bytes === "string" && typeof count !== "string") return { benefitId, bytes };
  if (typeof count === "string" && typeof bytes !== "string") return { benefitId, count };
  throw new Failure("INVALID_ARGUMENT", "input.adjustments: each needs exactly one of bytes and count.", {
    field: ["input", "adjustments"],
  });
}
