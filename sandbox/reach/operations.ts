import type { Operation } from "./operation.js";
import { accessOperations } from "./operations/access.js";
import { activationOperations } from "./operations/activation.js";
import { billingOperations } from "./operations/billing.js";
import { cardOperations } from "./operations/cards.js";
import { catalogueOperations } from "./operations/catalogue.js";
import { customerOperations } from "./operations/customer.js";
import { ildOperations } from "./operations/ild.js";
import { lifecycleOperations } from "./operations/lifecycle.js";
import { planChangeOperations } from "./operations/plan-change.js";
import { purchaseOperations } from "./operations/purchase.js";
import { roamingOperations } from "./operations/roaming.js";
import { shipmentOperations } from "./operations/shipment.js";
import { swapOperations } from "./operations/swaps.js";
import { topupOperations } from "./operations/topup.js";

/** One line of the document's index. */
interface Route {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Parameters with a colon. */
  path: string;
  effect: "read" | "write";
  /** Tells apart what has one method and one path: this name must be in the query. */
  onlyWith?: string;
}

const reads = (method: Route["method"], path: string): Route => ({ method, path, effect: "read" });
const writes = (method: Route["method"], path: string): Route => ({ method, path, effect: "write" });

/** Everything of the document's index, in its order. The names are the sandbox's: the document has none. */
const ROUTES = {
  generateAccessKey: writes("PUT", "/opssvc/v0/clientapi/account/generataccesskey"),
  coverage: reads("POST", "/apisvc/v0/network/coverage"),
  deviceImei: reads("GET", "/apisvc/v0/device/imei/:imei"),
  productFetch: reads("GET", "/apisvc/v0/product/fetch"),
  productFetchPlan: reads("GET", "/apisvc/v0/product/fetch/plan"),
  productFetchOffer: reads("GET", "/apisvc/v0/product/fetch/offer"),
  productFetchService: reads("GET", "/apisvc/v0/product/fetch/service"),
  productQuote: reads("POST", "/apisvc/v0/product/quote"),
  productPurchase: writes("POST", "/apisvc/v0/product"),
  productStatus: reads("GET", "/apisvc/v0/product/status/:transactionId"),
  productSubsequent: writes("POST", "/apisvc/v0/product/subsequent"),
  cardLinkGenerate: writes("PUT", "/apisvc/v0/account/generate/addcard/link/:customerId"),
  cardList: reads("GET", "/apisvc/v0/account/card"),
  cardSpecific: reads("GET", "/apisvc/v0/account/card/specific"),
  cardSetDefault: { ...writes("PUT", "/apisvc/v0/account/card"), onlyWith: "id" },
  cardUpdate: writes("PUT", "/apisvc/v0/account/card"),
  cardDelete: writes("DELETE", "/apisvc/v0/account/card"),
  iccidValidate: reads("POST", "/apisvc/v0/iccid/validate"),
  activation: writes("POST", "/apisvc/v0/activation"),
  activationStatus: reads("GET", "/apisvc/v0/activation/status"),
  portInUpdate: writes("PUT", "/apisvc/v0/update/portin"),
  portValidateMdn: reads("PUT", "/apisvc/v0/port/validate/mdn"),
  zipCodeValidate: reads("POST", "/apisvc/v0/zipCode/validate"),
  sendSms: writes("POST", "/apisvc/v0/sendsms/:customerId"),
  customerInfo: reads("GET", "/apisvc/v0/customerinfo"),
  accountUpdateFields: writes("PUT", "/apisvc/v0/account/update/fields/:customerId"),
  reconnect: writes("PUT", "/apisvc/v0/reconnect"),
  disconnect: writes("PUT", "/apisvc/v0/disconnect"),
  suspend: writes("PUT", "/apisvc/v0/suspend"),
  restore: writes("PUT", "/apisvc/v0/restore"),
  mdnSwap: writes("PUT", "/apisvc/v0/mdn/swap"),
  mdnSwapStatus: reads("GET", "/apisvc/v0/mdn/swap/status/:customerId"),
  iccidSwap: writes("POST", "/apisvc/v0/iccid/swap"),
  customersSwap: writes("PUT", "/apisvc/v0/customers/swap"),
  leavingCustomer: writes("PUT", "/apisvc/v0/leaving/customer"),
  customerReset: writes("POST", "/apisvc/v0/customer/reset/:customerId"),
  customerResetStatus: reads("GET", "/apisvc/v0/customer/reset/status/:customerId"),
  voicemailPasswordReset: writes("PUT", "/apisvc/v0/customer/reset/voicemail/password/:customerId"),
  usageSummary: reads("GET", "/apisvc/v0/usage/summary"),
  manageFeature: writes("PUT", "/apisvc/v0/customer/manage/feature/:customerId"),
  billingCustomer: reads("GET", "/apisvc/v0/billing/customer/:customerId"),
  billingDetail: reads("GET", "/apisvc/v0/billing/customize/:billId"),
  paymentCustomer: writes("POST", "/apisvc/v0/payment/customer"),
  invoiceHistory: reads("GET", "/apisvc/v0/invoice/history/:customerId"),
  invoiceLink: reads("GET", "/apisvc/v0/invoice/link/generate"),
  invoiceSendEmail: writes("POST", "/apisvc/v0/invoice/sendemail"),
  topupQuote: reads("POST", "/apisvc/v0/topup/quote"),
  topupPurchase: writes("POST", "/apisvc/v0/topup/purchase"),
  planChangeEstimate: reads("POST", "/apisvc/v0/estimate/plan/change"),
  planChangePurchase: writes("POST", "/apisvc/v0/purchase/plan/change"),
  planChangeStatus: reads("GET", "/apisvc/v0/status/plan/change/:txnId"),
  ildStatus: reads("GET", "/apisvc/v0/ild/status"),
  ildUsage: reads("GET", "/apisvc/v0/ild/usage"),
  ildPurchaseHistory: reads("GET", "/apisvc/v0/ild/purchase/history/:customerId"),
  ildQuote: reads("POST", "/apisvc/v0/ild/quote"),
  ildPurchase: writes("POST", "/apisvc/v0/ild/purchase"),
  shipmentOrder: reads("GET", "/apisvc/v0/shipment/order/customer/:customerId"),
  shipmentCancel: writes("PUT", "/apisvc/v0/shipment/order/cancel/:customerId"),
  roamingCountries: reads("GET", "/apisvc/v0/intl/roaming/countries/mvne"),
  additionalOfferings: reads("POST", "/apisvc/v0/get/additional/offerings"),
  roamingPackQuote: reads("POST", "/apisvc/v0/intl/roaming/pack/quote/customer/:customerId"),
  roamingPackPurchase: writes("POST", "/apisvc/v0/intl/roaming/pack/purchase/customer/:customerId"),
  roamingPackGroup: reads("GET", "/apisvc/v0/intl/roaming/pack/group"),
  roamingPackAutoRenew: writes("POST", "/apisvc/v0/intl/roaming/pack/:packId/autorenew"),
  roamingPackUsage: reads("GET", "/apisvc/v0/intl/roaming/pack/usage"),
  simSwapOtpGenerate: writes("POST", "/apisvc/v0/generate/otp/sim/swap"),
  simSwapOtpPerform: writes("POST", "/apisvc/v0/perform/otp/sim/swap"),
  simSwapStatus: reads("GET", "/apisvc/v0/get/status/sim/swap"),
} satisfies Record<string, Route>;

const HANDLING: Readonly<Record<keyof typeof ROUTES, Operation>> = {
  ...accessOperations,
  ...catalogueOperations,
  ...purchaseOperations,
  ...cardOperations,
  ...activationOperations,
  ...customerOperations,
  ...lifecycleOperations,
  ...swapOperations,
  ...billingOperations,
  ...topupOperations,
  ...planChangeOperations,
  ...ildOperations,
  ...shipmentOperations,
  ...roamingOperations,
};

/** An operation with its name and its place. */
export type RoutedOperation = Route & Operation & { name: string };

export const OPERATIONS: readonly RoutedOperation[] = (Object.keys(ROUTES) as (keyof typeof ROUTES)[]).map((name) => ({
  name,
  ...ROUTES[name],
  ...HANDLING[name],
}));
