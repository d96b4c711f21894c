import { z } from "zod";

/** Pieces of requests. */
export const text = z.string().min(1, "must not be empty");
export const iccid = z.string().regex(/^\d{19,20}$/, "must be the 19 or 20 digits of an ICCID");
export const imei = z.string().regex(/^\d{15}$/, "must be the 15 digits of an IMEI");
export const mdn = z.string().regex(/^\d{10}$/, "must be a number of 10 digits");
export const zip = z.string().regex(/^\d{5}$/, "must be the 5 digits of a ZIP code");
export const simType = z.enum(["PSIM", "ESIM"]);

/** Money is written as text: the carrier takes it so, and no digit is lost on the way. */
export const amount = z.string().regex(/^\d{1,12}(\.\d{1,4})?$/, "must be a decimal number");

/** Where the carrier sends a person back to. */
export const redirectUrl = z.url({ protocol: /^https$/, error: "must start with https://" });

/** A number to bring along. */
export const portIn = {
  numberToPort: mdn,
  oldCarrier: text,
  oldCarrierAccountNumber: text,
  password: text,
  oldZip: zip,
};

/** An address, without what only purchases say of it. */
export const address = {
  type: z.enum(["billing", "shipping"]),
  address1: text,
  address2: z.string(),
  city: text,
  state: text,
  zip: z.string().regex(/^\d{5}(-\d{4})?$/, "must be a ZIP code"),
  country: z.literal("USA"),
};

export const customer = { customerId: text };
