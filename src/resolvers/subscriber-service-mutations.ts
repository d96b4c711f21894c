import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import type { ObjectKey } from "../model/carrier.js";
import type { Subscriber } from "../model/subscriber.js";
import {
  DataCutOffInput,
  DataRestoreInput,
  NumberSwapInput,
  RoamingPackRenewalSetInput,
  SimSwapInput,
  SmsSendInput,
  SubscriberActionInput,
  SubscriberPayload,
  SubscriberUpdateInput,
  VoicemailPinResetInput,
} from "../schema/subscriber-mutations.js";
import { actOnSubscriber, confirmedBy } from "./act-on-subscriber.js";
import { atInput } from "./field-checks.js";
import { isGiven } from "./look-up.js";
import { changeOf } from "./subscriber-change.js";
import { chosenSim } from "./subscriber-inputs.js";

const INPUT = { description: "What to do." };

@Resolver(() => SubscriberPayload)
export class SubscriberServiceMutations {
  @Mutation(() => SubscriberPayload, {
    description:
      "Changes name, e-mail or address of a person. It ends when the carrier has taken it on: nothing more is told of it.",
  })
  subscriberUpdate(
    @Arg("input", () => SubscriberUpdateInput, INPUT) input: SubscriberUpdateInput,
    @Ctx() context: Context,
  ) {
    const understand = () => {
      const secret = changeOf(input);
      return { asked: {}, secret };
    };
    return actOnSubscriber({ action: "SUBSCRIBER_UPDATE", input, understand }, context);
  }

  @Mutation(() => SubscriberPayload, { description: "Gives a line another number. The old one is lost." })
  numberSwap(@Arg("input", () => NumberSwapInput, INPUT) input: NumberSwapInput, @Ctx() context: Context) {
    const understand = (key: ObjectKey) => {
      const zip = atInput.zip("zip", input.zip);
      const wishOf = async (subscriber: Subscriber) => {
        confirmedBy(input.confirm, subscriber);
        const latest = await context.loaders.numberSwap.clear(key).load(key);
        return { zip, before: subscriber.msisdn, hadFailed: latest?.state === "FAILED" };
      };
      return { asked: { zip }, wishOf };
    };
    return actOnSubscriber({ action: "NUMBER_SWAP", input, understand }, context);
  }

  @Mutation(() => SubscriberPayload, {
    description: "Gives a line another SIM; with a one-time password where the carrier asks for one.",
  })
  simSwap(@Arg("input", () => SimSwapInput, INPUT) input: SimSwapInput, @Ctx() context: Context) {
    const understand = () => {
      const sim = chosenSim(input.sim);
      const otp = isGiven(input.otp) ? atInput.digits("otp", input.otp, /^\d{4,10}$/, "4 to 10 digits") : null;
      const wishOf = ({ sim: now, reach }: Subscriber) => {
        return { sim, before: { iccid: now?.iccid ?? null, imei: reach?.imei ?? null } };
      };
      return { asked: { sim }, wishOf, ...(otp === null ? {} : { secret: otp }) };
    };
    return actOnSubscriber({ action: isGiven(input.otp) ? "SIM_SWAP_BY_OTP" : "SIM_SWAP", input, understand }, context);
  }

  @Mutation(() => SubscriberPayload, { description: "Has the carrier send a one-time password for a SIM swap." })
  simSwapOtpSend(
    @Arg("input", () => SubscriberActionInput, INPUT) input: SubscriberActionInput,
    @Ctx() context: Context,
  ) {
    return actOnSubscriber({ action: "SIM_SWAP_OTP_SEND", input }, context);
  }

  @Mutation(() => SubscriberPayload, { description: "Makes a line the primary one of its group." })
  primaryLineSet(
    @Arg("input", () => SubscriberActionInput, INPUT) input: SubscriberActionInput,
    @Ctx() context: Context,
  ) {
    const wishOf = ({ reach }: Subscriber) => {
      if (reach === null || reach.groupId === null)
        throw atInput.refusal("subscriber", "belongs to no group of lines.");
      return { group: reach.groupId };
    };
    const understand = () => ({ asked: {}, wishOf });
    return actOnSubscriber({ action: "PRIMARY_LINE_SET", input, understand }, context);
  }

  @Mutation(() => SubscriberPayload, {
    description:
      "Sends a message to a line in service. It ends when the carrier has taken it on: nothing more is told of it.",
  })
  smsSend(@Arg("input", () => SmsSendInput, INPUT) input: SmsSendInput, @Ctx() context: Context) {
    const understand = () => {
      const text = atInput.filled("text", input.text, 1600);
      return { asked: {}, secret: text };
    };
    return actOnSubscriber({ action: "SMS_SEND", input, understand }, context);
  }

  @Mutation(() => SubscriberPayload, {
    description: "Sets the PIN of the voicemail. It ends when the carrier has taken it on: nothing more is told of it.",
  })
  voicemailPinReset(
    @Arg("input", () => VoicemailPinResetInput, INPUT) input: VoicemailPinResetInput,
    @Ctx() context: Context,
  ) {
    const understand = () => {
      const pin = atInput.digits("pin", input.pin, /^\d{4,10}$/, "4 to 10 digits");
      return { asked: {}, secret: pin };
    };
    return actOnSubscriber({ action: "VOICEMAIL_PIN_RESET", input, understand }, context);
  }

  @Mutation(() => SubscriberPayload, { description: "Cuts the data of a line off. Calls and messages may go on." })
  dataCutOff(@Arg("input", () => DataCutOffInput, INPUT) input: DataCutOffInput, @Ctx() context: Context) {
    const { reason } = input;
    const understand = () => ({ asked: { reason }, wishOf: () => ({ reason }) });
    return actOnSubscriber({ action: "DATA_CUT_OFF", input, understand }, context);
  }

  @Mutation(() => SubscriberPayload, { description: "Gives a line its data back." })
  dataRestore(@Arg("input", () => DataRestoreInput, INPUT) input: DataRestoreInput, @Ctx() context: Context) {
    const { reason } = input;
    const understand = () => ({ asked: { reason }, wishOf: () => ({ reason }) });
    return actOnSubscriber({ action: "DATA_RESTORE", input, understand }, context);
  }

  @Mutation(() => SubscriberPayload, {
    description:
      "Calls off the shipment of a SIM that is still to be sent: `Subscriber.shipment` shows whether it was.",
  })
  shipmentCancel(
    @Arg("input", () => SubscriberActionInput, INPUT) input: SubscriberActionInput,
    @Ctx() context: Context,
  ) {
    return actOnSubscriber({ action: "SHIPMENT_CANCEL", input }, context);
  }

  @Mutation(() => SubscriberPayload, { description: "Has a roaming pack renew itself, or not." })
  roamingPackRenewalSet(
    @Arg("input", () => RoamingPackRenewalSetInput, INPUT) input: RoamingPackRenewalSetInput,
    @Ctx() context: Context,
  ) {
    const { pack, isAutomatic } = input;
    const wishOf = async ({ key, reach }: Subscriber) => {
      const group = reach?.groupId ?? null;
      const { accounts, call } = context;
      const own = group && (await accounts.get(key.account).read("allowances").roamingPacks(group, call));
      if (own && !own.some(({ packId }) => packId === pack)) {
        throw atInput.refusal("pack", "its group has no such pack.", "See Subscriber.reach.roamingPacks.", "NOT_FOUND");
      }
      return { group, pack, isAutomatic };
    };
    const understand = () => ({ asked: { pack, isAutomatic }, wishOf });
    return actOnSubscriber({ action: "ROAMING_PACK_RENEWAL_SET", input, understand }, context);
  }
}
