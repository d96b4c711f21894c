import { z } from "zod";
import { noAnswer, writeOperation } from "./declare.js";
import { address, customer, text } from "./request.js";

/** The customer named becomes the primary line of the group. */
export const customersSwap = writeOperation({
  name: "customersSwap",
  doc: "6 Quick Reference",
  path: "/apisvc/v0/customers/swap",
  body: z.strictObject({ ...customer, groupId: text }),
  answers: noAnswer,
});

/** To active customers only. */
export const sendSms = writeOperation({
  name: "sendSms",
  doc: "6 Quick Reference",
  method: "POST",
  path: "/apisvc/v0/sendsms/{customerId}",
  body: z.strictObject({ message: text }),
  answers: noAnswer,
});

export const accountUpdateFields = writeOperation({
  name: "accountUpdateFields",
  doc: "6 Quick Reference",
  path: "/apisvc/v0/account/update/fields/{customerId}",
  body: z
    .strictObject({
      firstName: text.optional(),
      lastName: text.optional(),
      email: text.optional(),
      addresses: z.array(z.strictObject(address)).min(1).optional(),
    })
    .refine((change) => Object.values(change).some((value) => value !== undefined), { error: "must change something" }),
  answers: noAnswer,
});

export const voicemailPasswordReset = writeOperation({
  name: "voicemailPasswordReset",
  doc: "6 Quick Reference",
  path: "/apisvc/v0/customer/reset/voicemail/password/{customerId}",
  body: z.strictObject({ password: z.string().regex(/^\d{4,10}$/, "must be 4 to 10 digits") }),
  answers: noAnswer,
});

const feature = z.literal("DATA_CUTOFF");

/** Data off and on again. Each direction has reasons of its own. */
export const manageFeature = writeOperation({
  name: "manageFeature",
  doc: "Scenario K",
  path: "/apisvc/v0/customer/manage/feature/{customerId}",
  body: z.discriminatedUnion("action", [
    z.strictObject({
      feature,
      action: z.literal("ENABLE"),
      reason: z.enum(["OVERUSE", "BILLDUE", "CUSTOMER_REQUEST", "OTHER"]),
    }),
    z.strictObject({
      feature,
      action: z.literal("REMOVE"),
      reason: z.enum(["BILLPAID", "CUSTOMER_REQUEST", "OTHER"]),
    }),
  ]),
  answers: noAnswer,
});

/** Only while it is pending. */
export const shipmentCancel = writeOperation({
  name: "shipmentCancel",
  doc: "6 Quick Reference",
  path: "/apisvc/v0/shipment/order/cancel/{customerId}",
  answers: noAnswer,
});

export const roamingPackAutoRenew = writeOperation({
  name: "roamingPackAutoRenew",
  doc: "6 Quick Reference",
  method: "POST",
  path: "/apisvc/v0/intl/roaming/pack/{packId}/autorenew",
  body: z.strictObject({ ...customer, autoRenew: z.boolean() }),
  answers: noAnswer,
});
