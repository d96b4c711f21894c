import type { SubscriberActionName, SubscriberMakingActionName } from "../model/operation.js";
import type { Action } from "./action.js";
import { ORDER_ACTIONS } from "./orders.js";
import { recharge, setPlanExpiry } from "./recharge.js";
import { createSubscriber, createSubscribers, uploadDocuments } from "./sim-activation.js";
import * as billing from "./subscriber-billing.js";
import * as services from "./subscriber-services.js";
import * as states from "./subscriber-states.js";

/** Every action on subscribers, or that makes one, by its name. */
export const SUBSCRIBER_ACTIONS = {
  ...ORDER_ACTIONS,
  SUBSCRIBER_CREATE: createSubscriber,
  SUBSCRIBERS_CREATE: createSubscribers,
  DOCUMENTS_UPLOAD: uploadDocuments,
  RECHARGE: recharge,
  PLAN_EXPIRY_SET: setPlanExpiry,
  SUBSCRIBER_ACTIVATE: states.activate,
  SUBSCRIBER_SUSPEND: states.suspend,
  SUBSCRIBER_RESUME: states.resume,
  SUBSCRIBER_TERMINATE: states.terminate,
  SUBSCRIBER_RECONNECT: states.reconnect,
  SUBSCRIBER_LEAVE: states.leave,
  SUBSCRIBER_RESET: states.reset,
  PORT_IN_UPDATE: states.updatePortIn,
  SUBSCRIBER_UPDATE: services.update,
  NUMBER_SWAP: services.swapNumber,
  SIM_SWAP: services.swapSim,
  SIM_SWAP_OTP_SEND: services.sendSimSwapOtp,
  SIM_SWAP_BY_OTP: services.swapSimByOtp,
  PRIMARY_LINE_SET: services.setPrimaryLine,
  SMS_SEND: services.sendSms,
  VOICEMAIL_PIN_RESET: services.resetVoicemailPin,
  DATA_CUT_OFF: services.cutOffData,
  DATA_RESTORE: services.restoreData,
  SHIPMENT_CANCEL: services.cancelShipment,
  ROAMING_PACK_RENEWAL_SET: services.setRoamingPackRenewal,
  CARD_LINK_CREATE: billing.createCardLink,
  CARD_DEFAULT_SET: billing.setDefaultCard,
  CARD_UPDATE: billing.updateCard,
  CARD_DELETE: billing.deleteCard,
  BILL_PAY: billing.payBill,
  INVOICE_SEND: billing.sendInvoice,
} as const satisfies Record<SubscriberActionName | SubscriberMakingActionName, Action>;
