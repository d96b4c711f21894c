import { describe, expect, it } from "vitest";
import type { Operation } from "../../../src/datasources/http/operation.js";
import { DOCUMENTED } from "../../../src/datasources/reach/operations/index.js";

/** The document's index (6), line by line: its operations in its order. `read` is what changes nothing. */
const INDEX = `
generateAccessKey PUT /opssvc/v0/clientapi/account/generataccesskey write
coverage POST /apisvc/v0/network/coverage read
deviceImei GET /apisvc/v0/device/imei/{imei} read
productFetch GET /apisvc/v0/product/fetch read
productFetchPlan GET /apisvc/v0/product/fetch/plan read
productFetchOffer GET /apisvc/v0/product/fetch/offer read
productFetchService GET /apisvc/v0/product/fetch/service read
productQuote POST /apisvc/v0/product/quote read
productPurchase POST /apisvc/v0/product write
productStatus GET /apisvc/v0/product/status/{transactionId} read
productSubsequent POST /apisvc/v0/product/subsequent write
cardLinkGenerate PUT /apisvc/v0/account/generate/addcard/link/{customerId} write
cardList GET /apisvc/v0/account/card read
cardSpecific GET /apisvc/v0/account/card/specific read
cardSetDefault PUT /apisvc/v0/account/card write
cardUpdate PUT /apisvc/v0/account/card write
cardDelete DELETE /apisvc/v0/account/card write
iccidValidate POST /apisvc/v0/iccid/validate read
activation POST /apisvc/v0/activation write
activationStatus GET /apisvc/v0/activation/status read
portInUpdate PUT /apisvc/v0/update/portin write
portValidateMdn PUT /apisvc/v0/port/validate/mdn read
zipCodeValidate POST /apisvc/v0/zipCode/validate read
sendSms POST /apisvc/v0/sendsms/{customerId} write
customerInfo GET /apisvc/v0/customerinfo read
accountUpdateFields PUT /apisvc/v0/account/update/fields/{customerId} write
reconnect PUT /apisvc/v0/reconnect write
disconnect PUT /apisvc/v0/disconnect write
suspend PUT /apisvc/v0/suspend write
restore PUT /apisvc/v0/restore write
mdnSwap PUT /apisvc/v0/mdn/swap write
mdnSwapStatus GET /apisvc/v0/mdn/swap/status/{customerId} read
iccidSwap POST /apisvc/v0/iccid/swap write
customersSwap PUT /apisvc/v0/customers/swap write
leavingCustomer PUT /apisvc/v0/leaving/customer write
customerReset POST /apisvc/v0/customer/reset/{customerId} write
customerResetStatus GET /apisvc/v0/customer/reset/status/{customerId} read
voicemailPasswordReset PUT /apisvc/v0/customer/reset/voicemail/password/{customerId} write
usageSummary GET /apisvc/v0/usage/summary read
manageFeature PUT /apisvc/v0/customer/manage/feature/{customerId} write
billingCustomer GET /apisvc/v0/billing/customer/{customerId} read
billingDetail GET /apisvc/v0/billing/customize/{billId} read
paymentCustomer POST /apisvc/v0/payment/customer write
invoiceHistory GET /apisvc/v0/invoice/history/{customerId} read
invoiceLink GET /apisvc/v0/invoice/link/generate read
invoiceSendEmail POST /apisvc/v0/invoice/sendemail write
topupQuote POST /apisvc/v0/topup/quote read
topupPurchase POST /apisvc/v0/topup/purchase write
planChangeEstimate POST /apisvc/v0/estimate/plan/change read
planChangePurchase POST /apisvc/v0/purchase/plan/change write
planChangeStatus GET /apisvc/v0/status/plan/change/{txnId} read
ildStatus GET /apisvc/v0/ild/status read
ildUsage GET /apisvc/v0/ild/usage read
ildPurchaseHistory GET /apisvc/v0/ild/purchase/history/{customerId} read
ildQuote POST /apisvc/v0/ild/quote read
ildPurchase POST /apisvc/v0/ild/purchase write
shipmentOrder GET /apisvc/v0/shipment/order/customer/{customerId} read
shipmentCancel PUT /apisvc/v0/shipment/order/cancel/{customerId} write
roamingCountries GET /apisvc/v0/intl/roaming/countries/mvne read
additionalOfferings POST /apisvc/v0/get/additional/offerings read
roamingPackQuote POST /apisvc/v0/intl/roaming/pack/quote/customer/{customerId} read
roamingPackPurchase POST /apisvc/v0/intl/roaming/pack/purchase/customer/{customerId} write
roamingPackGroup GET /apisvc/v0/intl/roaming/pack/group read
roamingPackAutoRenew POST /apisvc/v0/intl/roaming/pack/{packId}/autorenew write
roamingPackUsage GET /apisvc/v0/intl/roaming/pack/usage read
simSwapOtpGenerate POST /apisvc/v0/generate/otp/sim/swap write
simSwapOtpPerform POST /apisvc/v0/perform/otp/sim/swap write
simSwapStatus GET /apisvc/v0/get/status/sim/swap read`
  .trim()
  .split("\n");

const ALL: readonly (readonly [name: string, Operation])[] = Object.entries(DOCUMENTED);

describe("the operations", () => {
  it("R-03 R-20 R-21 R-22 are the 68 of the document, in its order; what they do to a line is not told by their method", () => {
    expect(ALL.map(([name, { method, path, effect }]) => `${name} ${method} ${path} ${effect}`)).toEqual(INDEX);
    expect(INDEX.length).toBe(68);
  });

  it.each(ALL)("%s bears its name, and is sent again only where it reads", (name, operation) => {
    expect(operation.name).toBe(name);
    expect(operation.repeat).toBe(operation.effect === "read" ? "safe" : "never");
  });
});
