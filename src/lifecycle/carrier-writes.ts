import type { CarrierId } from "../model/carrier.js";
import type {
  AccountActionName,
  ActionName,
  EndpointActionName,
  SimActionName,
  SubscriberActionName,
  SubscriberMakingActionName,
} from "../model/operation.js";

const BICS = {
  ENDPOINT_CREATE: "CreateEndPoint",
  ENDPOINTS_CREATE: "bulkProvisioning",
  ENDPOINTS_UPDATE: "modifyEndpointBulk",
  ENDPOINT_ACTIVATE: "EndPointActivation",
  ENDPOINT_SUSPEND: "EndPointLifeCycleChange",
  ENDPOINT_RESUME: "EndPointLifeCycleChange",
  ENDPOINT_STOCK: "EndPointLifeCycleChange",
  ENDPOINT_COMMISSION: "EndPointLifeCycleChange",
  ENDPOINT_UPDATE: "modifyEndpoint",
  ENDPOINT_DELETE: "DeleteEndPoint",
  SIM_LINK: "LinkSim",
  SIM_UNLINK: "DeLinkSim",
  PLAN_CHANGE: "ChangePlan",
  ADDON_SUBSCRIBE: "SubscribeAddon",
  ADDONS_ADD: "modifyEndpoint",
  ADDONS_REMOVE: "modifyEndpoint",
  ROAMING_PROFILES_CHANGE: "ChangeEndpointRoamingProfile",
  THRESHOLD_SET: "UpdateThreshold",
  NETWORK_BLACKLIST_UPDATE: "endPointBlacklisting",
} as const satisfies Readonly<Record<EndpointActionName | AccountActionName, string>>;

const NEXCON = {
  SIM_ACTIVATE: "activate",
  SIM_SUSPEND: "block",
  SIM_RESUME: "restore",
  SIM_TERMINATE: "terminate",
} as const satisfies Readonly<Record<SimActionName, string>>;

const NEXTCOMM = {
  SUBSCRIBER_CREATE: "Activation",
  SUBSCRIBERS_CREATE: "DoBulkActivation",
  DOCUMENTS_UPLOAD: "DoDocUpld",
  RECHARGE: "Recharge",
  PLAN_EXPIRY_SET: "UpdPlanExp/Modify",
} as const satisfies Readonly<Partial<Record<ActionName, string>>>;

const REACH = {
  PURCHASE: "productPurchase",
  PURCHASE_SUBSEQUENT: "productSubsequent",
  TOP_UP_PURCHASE: "topupPurchase",
  ILD_PURCHASE: "ildPurchase",
  ROAMING_PACK_PURCHASE: "roamingPackPurchase",
  SUBSCRIBER_PLAN_CHANGE: "planChangePurchase",
  SUBSCRIBER_ACTIVATE: "activation",
  SUBSCRIBER_SUSPEND: "suspend",
  SUBSCRIBER_RESUME: "restore",
  SUBSCRIBER_TERMINATE: "disconnect",
  SUBSCRIBER_RECONNECT: "reconnect",
  SUBSCRIBER_UPDATE: "accountUpdateFields",
  SUBSCRIBER_LEAVE: "leavingCustomer",
  SUBSCRIBER_RESET: "customerReset",
  PORT_IN_UPDATE: "portInUpdate",
  NUMBER_SWAP: "mdnSwap",
  SIM_SWAP: "iccidSwap",
  SIM_SWAP_OTP_SEND: "simSwapOtpGenerate",
  SIM_SWAP_BY_OTP: "simSwapOtpPerform",
  PRIMARY_LINE_SET: "customersSwap",
  SMS_SEND: "sendSms",
  VOICEMAIL_PIN_RESET: "voicemailPasswordReset",
  DATA_CUT_OFF: "manageFeature",
  DATA_RESTORE: "manageFeature",
  SHIPMENT_CANCEL: "shipmentCancel",
  ROAMING_PACK_RENEWAL_SET: "roamingPackAutoRenew",
  CARD_LINK_CREATE: "cardLinkGenerate",
  CARD_DEFAULT_SET: "cardSetDefault",
  CARD_UPDATE: "cardUpdate",
  CARD_DELETE: "cardDelete",
  BILL_PAY: "paymentCustomer",
  INVOICE_SEND: "invoiceSendEmail",
} as const satisfies Readonly<
  Record<Exclude<SubscriberActionName | SubscriberMakingActionName, keyof typeof NEXTCOMM>, string>
>;

/** The one write that each action is, by the carrier's own name, for who wants to know before it is sent. */
export const CARRIER_WRITES: Readonly<Record<CarrierId, Readonly<Partial<Record<ActionName, string>>>>> = {
  BICS,
  REACH,
  NEXTCOMM,
  NEXCON,
  PAYU: {},
};
