import type { CarrierClient } from "../../http/client.js";
import { textOf } from "../../mapping/text.js";
import type { SubscriberWrites } from "../../port/subscribers.js";
import {
  activationToWire,
  changeToWire,
  cutOffEndToWire,
  cutOffToWire,
  newSimToWire,
  portInChangeToWire,
  reasonToWire,
} from "../mapping/write.js";
import {
  activation,
  customerReset,
  disconnect,
  leavingCustomer,
  portInUpdate,
  reconnect,
  restore,
  suspend,
} from "../operations/writes-lifecycle.js";
import {
  accountUpdateFields,
  customersSwap,
  manageFeature,
  roamingPackAutoRenew,
  sendSms,
  shipmentCancel,
  voicemailPasswordReset,
} from "../operations/writes-line.js";
import { iccidSwap, mdnSwap, simSwapOtpGenerate, simSwapOtpPerform } from "../operations/writes-swaps.js";
import { resultOf, send } from "./send.js";

type Lifecycle = Pick<
  SubscriberWrites,
  "activate" | "suspend" | "resume" | "terminate" | "reconnect" | "recordLeaving" | "reset" | "changePortIn"
>;
type Swaps = Pick<SubscriberWrites, "swapNumber" | "swapSim" | "sendSimSwapOtp" | "swapSimByOtp">;

export const subscriberWrites = (client: CarrierClient): SubscriberWrites => ({
  ...lifecycleWrites(client),
  ...swapWrites(client),
  ...lineWrites(client),
});

const lifecycleWrites = (client: CarrierClient): Lifecycle => ({
  activate: async (customerId, sim, portIn, call) => {
    const sent = await send(client, activation, { body: activationToWire(customerId, sim, portIn) }, call);
    return resultOf(sent, textOf(sent.answer?.transactionId));
  },
  suspend: async (customerId, reason, call) =>
    resultOf(await send(client, suspend, { body: { customerId, ...reasonToWire(reason) } }, call)),
  resume: async (customerId, call) => resultOf(await send(client, restore, { body: { customerId } }, call)),
  terminate: async (customerId, reason, call) =>
    resultOf(await send(client, disconnect, { body: { customerId, reason } }, call)),
  reconnect: async (customerId, reason, call) =>
    resultOf(await send(client, reconnect, { body: { customerId, ...reasonToWire(reason) } }, call)),
  recordLeaving: async (customerId, type, reason, call) =>
    resultOf(await send(client, leavingCustomer, { body: { customerId, type, ...reasonToWire(reason) } }, call)),
  reset: async (customerId, call) => {
    const sent = await send(client, customerReset, { params: { customerId } }, call);
    return resultOf(sent, textOf(sent.answer?.transactionId));
  },
  changePortIn: async (customerId, change, call) =>
    resultOf(await send(client, portInUpdate, { body: portInChangeToWire(customerId, change) }, call)),
});

const swapWrites = (client: CarrierClient): Swaps => ({
  swapNumber: async (customerId, zipCode, call) =>
    resultOf(await send(client, mdnSwap, { body: { customerId, zipCode } }, call)),
  swapSim: async (customerId, sim, call) => {
    const { answer, ...sent } = await send(client, iccidSwap, { body: { customerId, ...newSimToWire(sim) } }, call);
    return resultOf(sent, textOf(answer?.id) ?? textOf(answer?.transactionId));
  },
  sendSimSwapOtp: async (customerId, call) =>
    resultOf(await send(client, simSwapOtpGenerate, { body: { customerId } }, call)),
  swapSimByOtp: async (customerId, sim, otp, call) => {
    const { answer, ...sent } = await send(
      client,
      simSwapOtpPerform,
      { body: { customerId, otp, ...newSimToWire(sim) } },
      call,
    );
    return resultOf(sent, textOf(answer?.id) ?? textOf(answer?.transactionId));
  },
});

const lineWrites = (client: CarrierClient): Omit<SubscriberWrites, keyof Lifecycle | keyof Swaps> => ({
  update: async (customerId, change, call) =>
    resultOf(await send(client, accountUpdateFields, { params: { customerId }, body: changeToWire(change) }, call)),
  makePrimary: async (customerId, groupId, call) =>
    resultOf(await send(client, customersSwap, { body: { customerId, groupId } }, call)),
  sendSms: async (customerId, message, call) =>
    resultOf(await send(client, sendSms, { params: { customerId }, body: { message } }, call)),
  resetVoicemailPin: async (customerId, password, call) =>
    resultOf(await send(client, voicemailPasswordReset, { params: { customerId }, body: { password } }, call)),
  cutOffData: async (customerId, reason, call) =>
    resultOf(await send(client, manageFeature, { params: { customerId }, body: cutOffToWire(reason) }, call)),
  restoreData: async (customerId, reason, call) =>
    resultOf(await send(client, manageFeature, { params: { customerId }, body: cutOffEndToWire(reason) }, call)),
  cancelShipment: async (customerId, call) =>
    resultOf(await send(client, shipmentCancel, { params: { customerId } }, call)),
  setRoamingPackRenewal: async (customerId, packId, autoRenew, call) =>
    resultOf(await send(client, roamingPackAutoRenew, { params: { packId }, body: { customerId, autoRenew } }, call)),
});
