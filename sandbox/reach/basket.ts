import { z } from "zod";

const text = z.string().min(1);

/** Money in a request: major units, as a number or as text. */
export const amount = z
  .union([z.number(), z.string().regex(/^\d+(\.\d{1,2})?$/)])
  .transform((value) => Math.round(Number(value) * 100))
  .refine((cents) => cents >= 0, "must not be negative");

/** An address that the customer is sent back to. */
export const redirectUrl = z
  .string()
  .refine((url) => URL.canParse(url) && new URL(url).protocol === "https:", "must start with https://");

export const address = z.strictObject({
  type: z.enum(["billing", "shipping"]),
  address1: text,
  address2: z.string().optional(),
  city: text,
  state: text,
  zip: z.string().regex(/^\d{5}$/, "must be 5 digits"),
  country: z.literal("USA"),
  residential: z.enum(["true", "false"]).optional(),
});

/** What is handed in to fetch a number; all five or none. */
export const portFields = {
  numberToPort: z
    .string()
    .regex(/^\d{10}$/, "must be 10 digits")
    .optional(),
  oldCarrier: text.optional(),
  oldCarrierAccountNumber: text.optional(),
  password: text.optional(),
  oldZip: z
    .string()
    .regex(/^\d{5}$/, "must be 5 digits")
    .optional(),
};

const simType = z.enum(["ESIM", "PSIM"]);

const newLine = z.strictObject({
  firstName: text,
  lastName: text,
  planId: text,
  isPrimary: z.boolean(),
  simType,
  ...portFields,
});

const meta = z.strictObject({ acquisitionSrc: text.optional(), agentUniqueId: text.optional() }).optional();

/** A first purchase, and its quote. */
export const NewOrder = z.strictObject({
  accountInfo: z.strictObject({
    firstName: text,
    lastName: text,
    billingPhoneCountryCode: text.optional(),
    billingPhoneNumber: text.optional(),
    addresses: z.array(address).min(1),
    email: z.email(),
    shipmentType: text.optional(),
    clientAccountId: text,
    payment: z.strictObject({ paymentType: z.literal("CARD"), collection: amount }),
  }),
  lines: z.array(newLine).min(1),
  meta,
  redirectUrl,
});
export type NewOrder = z.output<typeof NewOrder>;

/** A purchase by somebody who is a customer already, and its quote. A line with a customer is renewed, or topped up. */
export const SubsequentOrder = z.strictObject({
  customerId: text,
  accountInfo: z.strictObject({
    clientAccountId: text.optional(),
    payment: z.strictObject({ paymentType: z.literal("CARD"), ccUUID: text, collection: amount }),
  }),
  lines: z
    .array(
      z.strictObject({
        customerId: text.optional(),
        firstName: text.optional(),
        lastName: text.optional(),
        planId: text,
        isPrimary: z.boolean(),
        simType,
        ...portFields,
      }),
    )
    .min(1),
  meta,
  redirectUrl: redirectUrl.optional(),
});
export type SubsequentOrder = z.output<typeof SubsequentOrder>;
