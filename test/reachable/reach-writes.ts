import type { DOCUMENTED } from "../../src/datasources/reach/operations/index.js";
import { ILD_CREDIT, NEXT_PURCHASE, PLAN_CHANGE, PURCHASE, ROAMING_PACK, TOP_UP } from "./reach-orders.js";
import type { REACH_READS } from "./reach-reads.js";
import { accepted, actOn, confirmedOn, giving, type Ways } from "./way.js";

const ADDRESS = '{ line1: "2 Main Street", city: "Atlanta", state: "GA", zip: "30301" }';
const OTP_SENT = giving(actOn("active", "simSwapOtpSend"), "id");

export const REACH_WRITES = {
  generateAccessKey: [{ command: "reach:key" }],
  productPurchase: [accepted(PURCHASE)],
  productSubsequent: [accepted(NEXT_PURCHASE)],
  cardLinkGenerate: [actOn("active", "cardLinkCreate", 'redirectUrl: "https://brand.example/cards"')],
  cardSetDefault: [actOn("active", "cardDefaultSet", 'card: "<cardOther>"')],
  cardUpdate: [actOn("active", "cardUpdate", 'card: "<cardOther>", expiryYear: 2033')],
  cardDelete: [actOn("active", "cardDelete", 'card: "<cardOther>"')],
  activation: [actOn("inactivePsim", "subscriberActivate", 'sim: { iccid: "<iccidFree>" }')],
  portInUpdate: [actOn("portingFails", "portInUpdate", 'change: UPDATE_PIN, pin: "<portPin>"')],
  sendSms: [actOn("active", "smsSend", 'text: "hello"')],
  accountUpdateFields: [actOn("active", "subscriberUpdate", `firstName: "Kim", address: ${ADDRESS}`)],
  reconnect: [actOn("disconnected", "subscriberReconnect")],
  disconnect: [confirmedOn("active", "subscriberTerminate", 'reason: "moved"')],
  suspend: [actOn("active", "subscriberSuspend", 'reason: "holiday"')],
  restore: [actOn("suspended", "subscriberResume")],
  mdnSwap: [confirmedOn("active", "numberSwap", 'zip: "30301"')],
  iccidSwap: [actOn("active", "simSwap", 'sim: { iccid: "<iccidFree>" }')],
  customersSwap: [actOn("groupSecondary", "primaryLineSet")],
  leavingCustomer: [confirmedOn("active", "subscriberLeave", "type: PORT_OUT")],
  customerReset: [confirmedOn("active", "subscriberReset")],
  voicemailPasswordReset: [actOn("active", "voicemailPinReset", 'pin: "8642"')],
  manageFeature: [
    actOn("active", "dataCutOff", "reason: OVERUSE"),
    actOn("dataCutOff", "dataRestore", "reason: CUSTOMER_REQUEST"),
  ],
  paymentCustomer: [actOn("withBills", "billPay", 'bill: "<billDue>", card: "<cardOfBills>", amount: "27.00"')],
  invoiceSendEmail: [actOn("withBills", "invoiceSend", 'invoice: "<invoice>", email: "kim@example.com"')],
  topupPurchase: [accepted(TOP_UP)],
  planChangePurchase: [accepted(PLAN_CHANGE)],
  ildPurchase: [accepted(ILD_CREDIT)],
  shipmentCancel: [actOn("inactivePsim", "shipmentCancel")],
  roamingPackPurchase: [accepted(ROAMING_PACK)],
  roamingPackAutoRenew: [actOn("withRoamingPack", "roamingPackRenewalSet", 'pack: "IR-Z1-WEEK", isAutomatic: true')],
  simSwapOtpGenerate: [actOn("active", "simSwapOtpSend")],
  simSwapOtpPerform: [actOn("active", "simSwap", 'sim: { imei: "<imeiEsim>" }, otp: "<otp>"', { first: [OTP_SENT] })],
} as const satisfies Ways<Exclude<keyof typeof DOCUMENTED, keyof typeof REACH_READS>>;
