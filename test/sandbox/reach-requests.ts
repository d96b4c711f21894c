import type { ReachUser } from "./reach-support.js";
import { at } from "./support.js";

/** A request that is right, made where the sandbox stands as at the start. */
export interface Right {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  body?: Record<string, unknown>;
  status?: 202;
  /** What has to happen before. */
  first?(user: ReachUser): Promise<unknown>;
}

const ADDRESS = { address1: "1 Main Street", city: "Atlanta", state: "GA", zip: "30301", country: "USA" };

/** One line of a first purchase. */
export const line = (changes: object = {}) => ({
  firstName: "Kim",
  lastName: "Buyer",
  planId: "PLAN-S",
  isPrimary: true,
  simType: "ESIM",
  ...changes,
});

/** A first purchase: one eSIM on the smallest plan costs 5 and 8 % tax, that is 5.40. */
export const newOrder = (lines: object[] = [line()], accountInfo: object = {}) => ({
  accountInfo: {
    firstName: "Kim",
    lastName: "Buyer",
    addresses: [
      { type: "billing", ...ADDRESS, residential: "true" },
      { type: "shipping", ...ADDRESS },
    ],
    email: "kim@buyer.example",
    clientAccountId: "client-new",
    payment: { paymentType: "CARD", collection: 0 },
    ...accountInfo,
  },
  lines,
  redirectUrl: "https://brand.example/confirm?basket=7",
});

/** A renewal of the specimen `active`. */
export const renewal = (user: ReachUser, payment: object = {}) => ({
  customerId: user.specimen("active"),
  accountInfo: {
    clientAccountId: user.specimen("clientAccountId"),
    payment: { paymentType: "CARD", ccUUID: user.specimen("card"), collection: 0, ...payment },
  },
  lines: [{ customerId: user.specimen("active"), planId: "PLAN-M", isPrimary: true, simType: "PSIM" }],
});

/** The five things that another carrier has on file of a number. */
export const portIn = (user: ReachUser, changes: object = {}) => ({
  numberToPort: user.specimen("mdnPortable"),
  oldCarrier: "T-Mobile",
  oldCarrierAccountNumber: user.specimen("portAccount"),
  password: user.specimen("portPin"),
  oldZip: user.specimen("portZip"),
  ...changes,
});

/** The OTP that a customer was sent, as the control interface shows it. */
export async function otpOf(sandboxUrl: string, user: ReachUser, customerId: string): Promise<string> {
  const response = await fetch(`${sandboxUrl}/_sandbox/state`);
  return String(at(await response.json(), "reach", user.id, "otps", customerId));
}

type Make = (user: ReachUser) => Right;

const plain = (method: Right["method"], path: (id: (name: string) => string) => string): Make => {
  return (user) => ({ method, path: path(user.specimen) });
};

const sending = (
  method: Right["method"],
  path: (id: (name: string) => string) => string,
  body: (id: (name: string) => string, user: ReachUser) => Record<string, unknown>,
  status?: 202,
): Make => {
  return (user) => ({
    method,
    path: path(user.specimen),
    body: body(user.specimen, user),
    ...(status ? { status } : {}),
  });
};

const change = (id: (name: string) => string) => ({
  customerId: id("active"),
  newPlanId: "PLAN-L",
  isUpgrade: true,
  immediateEffect: true,
  ccUUID: id("card"),
});
const topUp = (id: (name: string) => string) => ({
  customerId: id("active"),
  serviceCode: "TOPUP-1GB",
  quantity: 2,
  ccUUID: id("card"),
});
const credit = (id: (name: string) => string) => ({
  customerId: id("groupPrimary"),
  groupId: id("group"),
  amount: 10,
  ccUUID: id("cardOfGroup"),
});
const pack = (id: (name: string) => string) => ({ packId: "IR-Z2-WEEK", countries: ["DE", "JP"], ccUUID: id("card") });
const invoice = (id: (name: string) => string) => ({ customerId: id("withBills"), invoiceId: id("invoice") });

/** All operations but those that need an id of an earlier answer. */
export const RIGHT: Readonly<Record<string, Make>> = {
  generateAccessKey: sending(
    "PUT",
    () => "/opssvc/v0/clientapi/account/generataccesskey",
    () => ({}),
  ),
  coverage: sending(
    "POST",
    () => "/network/coverage",
    () => ({ name: "", street1: "", ...ADDRESS }),
  ),
  deviceImei: plain("GET", (id) => `/device/imei/${id("imeiBoth")}`),
  productFetch: plain("GET", () => "/product/fetch"),
  productFetchPlan: plain("GET", () => "/product/fetch/plan"),
  productFetchOffer: plain("GET", () => "/product/fetch/offer"),
  productFetchService: plain("GET", () => "/product/fetch/service"),
  productQuote: sending(
    "POST",
    () => "/product/quote",
    () => newOrder(),
  ),
  productPurchase: sending(
    "POST",
    () => "/product",
    () => newOrder(),
    202,
  ),
  productSubsequent: sending(
    "POST",
    () => "/product/subsequent",
    (_id, user) => renewal(user),
    202,
  ),
  cardLinkGenerate: sending(
    "PUT",
    (id) => `/account/generate/addcard/link/${id("active")}`,
    () => ({ redirectUrl: "https://brand.example/cards" }),
  ),
  cardList: plain("GET", (id) => `/account/card?customerId=${id("active")}`),
  cardSpecific: plain("GET", (id) => `/account/card/specific?cardId=${id("card")}`),
  cardSetDefault: plain("PUT", (id) => `/account/card?id=${id("cardOther")}&default=true`),
  cardUpdate: sending(
    "PUT",
    () => "/account/card",
    (id) => ({ uuid: id("card"), expiryMonth: 3, expiryYear: 2031, priority: 2 }),
  ),
  cardDelete: plain("DELETE", (id) => `/account/card?cardId=${id("card")}&customerId=${id("active")}`),
  iccidValidate: sending(
    "POST",
    () => "/iccid/validate",
    (id) => ({ iccId: id("iccidFree") }),
  ),
  activation: sending(
    "POST",
    () => "/activation",
    (id) => ({ customerId: id("inactivePsim"), iccId: id("iccidFree") }),
    202,
  ),
  activationStatus: plain("GET", (id) => `/activation/status?customerId=${id("porting")}`),
  portInUpdate: sending(
    "PUT",
    () => "/update/portin",
    (id) => ({ customerId: id("portingFails"), type: "UPDATE_PIN", password: id("portPin") }),
    202,
  ),
  portValidateMdn: plain("PUT", (id) => `/port/validate/mdn?mdn=${id("mdnPortable")}`),
  zipCodeValidate: sending(
    "POST",
    () => "/zipCode/validate",
    (id) => ({ zip: id("zipServed") }),
  ),
  sendSms: sending(
    "POST",
    (id) => `/sendsms/${id("active")}`,
    () => ({ message: "Hello" }),
  ),
  customerInfo: plain("GET", (id) => `/customerinfo?customerId=${id("active")}`),
  accountUpdateFields: sending(
    "PUT",
    (id) => `/account/update/fields/${id("active")}`,
    () => ({ firstName: "Robin" }),
  ),
  reconnect: sending(
    "PUT",
    () => "/reconnect",
    (id) => ({ customerId: id("disconnected") }),
    202,
  ),
  disconnect: sending(
    "PUT",
    () => "/disconnect",
    (id) => ({ customerId: id("active"), reason: "moved" }),
    202,
  ),
  suspend: sending(
    "PUT",
    () => "/suspend",
    (id) => ({ customerId: id("active") }),
    202,
  ),
  restore: sending(
    "PUT",
    () => "/restore",
    (id) => ({ customerId: id("suspended") }),
    202,
  ),
  mdnSwap: sending(
    "PUT",
    () => "/mdn/swap",
    (id) => ({ customerId: id("active"), zipCode: id("zipServed") }),
    202,
  ),
  mdnSwapStatus: (user) => ({
    method: "GET",
    path: `/mdn/swap/status/${user.specimen("active")}`,
    first: () => user.send("PUT", "/mdn/swap", { customerId: user.specimen("active"), zipCode: "30301" }),
  }),
  iccidSwap: sending(
    "POST",
    () => "/iccid/swap",
    (id) => ({ customerId: id("active"), newIccId: id("iccidFree"), simType: "PSIM" }),
    202,
  ),
  customersSwap: sending(
    "PUT",
    () => "/customers/swap",
    (id) => ({ customerId: id("groupSecondary"), groupId: id("group") }),
  ),
  leavingCustomer: sending(
    "PUT",
    () => "/leaving/customer",
    (id) => ({ customerId: id("active"), type: "PORT_OUT" }),
  ),
  customerReset: (user) => ({ method: "POST", path: `/customer/reset/${user.specimen("active")}`, status: 202 }),
  customerResetStatus: (user) => ({
    method: "GET",
    path: `/customer/reset/status/${user.specimen("active")}`,
    first: () => user.send("POST", `/customer/reset/${user.specimen("active")}`),
  }),
  voicemailPasswordReset: sending(
    "PUT",
    (id) => `/customer/reset/voicemail/password/${id("active")}`,
    () => ({ password: "123456" }),
  ),
  usageSummary: plain("GET", (id) => `/usage/summary?usageData=DATA&customerId=${id("active")}`),
  manageFeature: sending(
    "PUT",
    (id) => `/customer/manage/feature/${id("active")}`,
    () => ({ feature: "DATA_CUTOFF", action: "ENABLE", reason: "OVERUSE" }),
  ),
  billingCustomer: plain("GET", (id) => `/billing/customer/${id("withBills")}`),
  billingDetail: plain("GET", (id) => `/billing/customize/${id("billDue")}`),
  paymentCustomer: sending(
    "POST",
    () => "/payment/customer",
    (id) => ({ customerId: id("withBills"), billId: id("billDue"), ccUUID: id("cardOfBills"), amount: 27 }),
  ),
  invoiceHistory: plain("GET", (id) => `/invoice/history/${id("withBills")}`),
  invoiceLink: plain("GET", (id) => `/invoice/link/generate?${new URLSearchParams(invoice(id))}`),
  invoiceSendEmail: sending(
    "POST",
    () => "/invoice/sendemail",
    (id) => ({ ...invoice(id), email: "kim@buyer.example" }),
  ),
  topupQuote: sending("POST", () => "/topup/quote", topUp),
  topupPurchase: sending("POST", () => "/topup/purchase", topUp),
  planChangeEstimate: sending("POST", () => "/estimate/plan/change", change),
  planChangePurchase: sending("POST", () => "/purchase/plan/change", change, 202),
  ildStatus: plain("GET", (id) => `/ild/status?groupId=${id("group")}`),
  ildUsage: plain("GET", (id) => `/ild/usage?groupId=${id("group")}`),
  ildPurchaseHistory: plain("GET", (id) => `/ild/purchase/history/${id("groupPrimary")}`),
  ildQuote: sending("POST", () => "/ild/quote", credit),
  ildPurchase: sending("POST", () => "/ild/purchase", credit),
  shipmentOrder: plain("GET", (id) => `/shipment/order/customer/${id("shipped")}`),
  shipmentCancel: plain("PUT", (id) => `/shipment/order/cancel/${id("inactivePsim")}`),
  roamingCountries: plain("GET", () => "/intl/roaming/countries/mvne?mvne=ATT"),
  additionalOfferings: sending(
    "POST",
    () => "/get/additional/offerings",
    () => ({ countries: ["DE"] }),
  ),
  roamingPackQuote: sending("POST", (id) => `/intl/roaming/pack/quote/customer/${id("active")}`, pack),
  roamingPackPurchase: sending("POST", (id) => `/intl/roaming/pack/purchase/customer/${id("active")}`, pack, 202),
  roamingPackGroup: plain("GET", (id) => `/intl/roaming/pack/group?groupId=${id("groupWithPack")}`),
  roamingPackAutoRenew: sending(
    "POST",
    () => "/intl/roaming/pack/IR-Z1-WEEK/autorenew",
    (id) => ({ customerId: id("withRoamingPack"), autoRenew: true }),
  ),
  roamingPackUsage: plain("GET", (id) => `/intl/roaming/pack/usage?customerId=${id("withRoamingPack")}`),
  simSwapOtpGenerate: sending(
    "POST",
    () => "/generate/otp/sim/swap",
    (id) => ({ customerId: id("active") }),
  ),
};
