import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { PORT_IN_TAKES, refusalByRaw } from "../lifecycle/subscriber-table.js";
import type { ObjectKey } from "../model/carrier.js";
import type { Subscriber } from "../model/subscriber.js";
import {
  PortInUpdateInput,
  SubscriberActionInput,
  SubscriberActivateInput,
  SubscriberConfirmedInput,
  SubscriberLeaveInput,
  SubscriberPayload,
  SubscriberReconnectInput,
  SubscriberSuspendInput,
  SubscriberTerminateInput,
} from "../schema/subscriber-mutations.js";
import { actOnSubscriber, confirmedBy } from "./act-on-subscriber.js";
import { atInput } from "./field-checks.js";
import { chosenSim, portInChangeOf, reasonOf } from "./subscriber-inputs.js";

const INPUT = { description: "What to do." };

@Resolver(() => SubscriberPayload)
export class SubscriberStateMutations {
  @Mutation(() => SubscriberPayload, {
    description: "Puts a line into service on a SIM. It takes minutes; with a port-in, hours.",
  })
  subscriberActivate(
    @Arg("input", () => SubscriberActivateInput, INPUT) input: SubscriberActivateInput,
    @Ctx() context: Context,
  ) {
    const understand = () => {
      const sim = chosenSim(input.sim);
      const portIn = input.portIn ? atInput.portIn("portIn", input.portIn) : null;
      return { asked: { sim }, secret: portIn, wishOf: ({ stateRaw }: Subscriber) => ({ sim, before: stateRaw }) };
    };
    return actOnSubscriber({ action: "SUBSCRIBER_ACTIVATE", input, understand }, context);
  }

  @Mutation(() => SubscriberPayload, { description: "Takes a subscriber out of service until it is resumed." })
  subscriberSuspend(
    @Arg("input", () => SubscriberSuspendInput, INPUT) input: SubscriberSuspendInput,
    @Ctx() context: Context,
  ) {
    const understand = () => ofReason(reasonOf(input.reason));
    return actOnSubscriber({ action: "SUBSCRIBER_SUSPEND", input, understand }, context);
  }

  @Mutation(() => SubscriberPayload, { description: "Puts a suspended subscriber back into service." })
  subscriberResume(
    @Arg("input", () => SubscriberActionInput, INPUT) input: SubscriberActionInput,
    @Ctx() context: Context,
  ) {
    return actOnSubscriber({ action: "SUBSCRIBER_RESUME", input }, context);
  }

  @Mutation(() => SubscriberPayload, {
    description: "Disconnects a subscriber. The number is released; a reconnection need not bring it back.",
  })
  subscriberTerminate(
    @Arg("input", () => SubscriberTerminateInput, INPUT) input: SubscriberTerminateInput,
    @Ctx() context: Context,
  ) {
    const understand = () => {
      const reason = reasonOf(input.reason);
      return {
        asked: { reason },
        wishOf: (subscriber: Subscriber) => {
          confirmedBy(input.confirm, subscriber);
          return { reason, before: subscriber.stateRaw };
        },
      };
    };
    return actOnSubscriber({ action: "SUBSCRIBER_TERMINATE", input, understand }, context);
  }

  @Mutation(() => SubscriberPayload, {
    description: "Brings a disconnected subscriber back, within the time that the carrier allows (30 days at Reach).",
  })
  subscriberReconnect(
    @Arg("input", () => SubscriberReconnectInput, INPUT) input: SubscriberReconnectInput,
    @Ctx() context: Context,
  ) {
    const understand = () => ofReason(reasonOf(input.reason));
    return actOnSubscriber({ action: "SUBSCRIBER_RECONNECT", input, understand }, context);
  }

  @Mutation(() => SubscriberPayload, {
    description: "Records that somebody leaves. It ends nothing by itself: see `subscriberTerminate`.",
  })
  subscriberLeave(
    @Arg("input", () => SubscriberLeaveInput, INPUT) input: SubscriberLeaveInput,
    @Ctx() context: Context,
  ) {
    const understand = () => {
      const { type } = input;
      const reason = reasonOf(input.reason);
      return {
        asked: { type, reason },
        wishOf: (subscriber: Subscriber) => {
          confirmedBy(input.confirm, subscriber);
          return { type, reason };
        },
      };
    };
    return actOnSubscriber({ action: "SUBSCRIBER_LEAVE", input, understand }, context);
  }

  @Mutation(() => SubscriberPayload, { description: "Resets the account of a subscriber at the carrier." })
  subscriberReset(
    @Arg("input", () => SubscriberConfirmedInput, INPUT) input: SubscriberConfirmedInput,
    @Ctx() context: Context,
  ) {
    const understand = (key: ObjectKey) => ({
      asked: {},
      wishOf: async (subscriber: Subscriber) => {
        confirmedBy(input.confirm, subscriber);
        return { hadOne: (await context.loaders.reset.load(key)) !== null };
      },
    });
    return actOnSubscriber({ action: "SUBSCRIBER_RESET", input, understand }, context);
  }

  @Mutation(() => SubscriberPayload, {
    description:
      "Corrects a port-in that has failed, or calls it off, also while its activation is under way. A correction ends when the port-in goes on: see `Subscriber.activation` for what becomes of that.",
  })
  portInUpdate(@Arg("input", () => PortInUpdateInput, INPUT) input: PortInUpdateInput, @Ctx() context: Context) {
    const understand = () => {
      const change = portInChangeOf(input);
      const { type } = change;
      const wishOf = ({ stateRaw }: Subscriber) => {
        const against = refusalByRaw(PORT_IN_TAKES[type], stateRaw);
        if (against !== null) throw atInput.refusal("change", against, undefined, "INVALID_TRANSITION");
        return { type };
      };
      return { asked: { type }, secret: change, wishOf };
    };
    return actOnSubscriber({ action: "PORT_IN_UPDATE", input, understand }, context);
  }
}

const ofReason = (reason: string | null) => ({ asked: { reason }, wishOf: () => ({ reason }) });
