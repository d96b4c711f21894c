import { z } from "zod";
import { address, amount, customer, portIn, redirectUrl, simType, text } from "./request.js";

/** What is quoted and what is bought share these, so that both are sent in one order of members. All are assumed. */

/** Always 0: a client was seen to put the quoted total here when it buys, but the document wants the body of the quote. */
const payment = { paymentType: z.literal("CARD"), collection: z.literal(0) };

const line = { planId: text, isPrimary: z.boolean(), simType };
const person = { firstName: text, lastName: text };
const newLine = { ...person, ...line };

export const NewPurchaseBody = z.strictObject({
  accountInfo: z.strictObject({
    ...person,
    billingPhoneCountryCode: text,
    billingPhoneNumber: text,
    addresses: z.array(z.strictObject({ ...address, residential: z.enum(["true", "false"]) })).min(1),
    email: text,
    shipmentType: text.optional(),
    clientAccountId: text,
    payment: z.strictObject(payment),
  }),
  lines: z.array(z.union([z.strictObject(newLine), z.strictObject({ ...newLine, ...portIn })])).min(1),
  meta: z.strictObject({ acquisitionSrc: text.optional(), agentUniqueId: text.optional() }).optional(),
  redirectUrl,
});

export const NextPurchaseBody = z.strictObject({
  ...customer,
  accountInfo: z.strictObject({
    clientAccountId: text,
    payment: z.strictObject({ ...payment, ccUUID: text.optional() }),
  }),
  /** A line with a customer is renewed; one without is bought. */
  lines: z.array(z.strictObject({ customerId: text.optional(), ...line })).min(1),
  redirectUrl,
});

export const TopUpBody = z.strictObject({
  ...customer,
  serviceCode: text,
  quantity: z.int().positive(),
  ccUUID: text,
});

export const IldCreditBody = z.strictObject({ ...customer, groupId: text, amount, ccUUID: text });

/** The customer stands in the path. */
export const RoamingPackBody = z.strictObject({ packId: text, countries: z.array(text).min(1), ccUUID: text });

export const PlanChangeBody = z.strictObject({
  ...customer,
  newPlanId: text,
  isUpgrade: z.boolean(),
  immediateEffect: z.boolean(),
  ccUUID: text.optional(),
});
