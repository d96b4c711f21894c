import { z } from "zod";
import { cell, object, type Shaped } from "../../shapes.js";
import { ROWS, SUCCESS } from "../failures.js";
import { amount, credentials, listed, simNo, text, txnDateTime, writeOperation } from "./declare.js";

/** The capitals are those of the document's sample, which has others than its table. */
const ActivationRow = z.strictObject({
  profileId: z.int(),
  profile: text,
  serviceTypeId: z.int(),
  serviceType: text,
  serviceId: z.int("must be of a plan to activate with"),
  service: text,
  price: amount,
  simType: z.literal("Others"),
  simNo,
  travelDate: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/, "must be a local time"),
  emailID: text,
  validityDays: z.int(),
  otherBenefits: z.string(),
  additionalBenefit: z.string(),
  connectionType: z.enum(["Individual", "Corporate", "Test Cards", "Friends", "Family"]),
  TxnDateTime: txnDateTime,
  RequestID: text,
  RefCode: text.optional(),
});

export type ActivationRow = z.input<typeof ActivationRow>;

const DoneRow = object({ SimNo: cell, Status: cell, Remarks: cell });

export type DoneRow = Shaped<typeof DoneRow>;

/** Success of the whole says nothing: each row has its own. */
const codes = { done: [ROWS, SUCCESS] };

/** Activates many; each row is worked on by itself. */
export const doBulkActivation = writeOperation({
  name: "DoBulkActivation",
  doc: "DoBulkActivation",
  auth: "token",
  path: "/DoBulkActivation",
  body: z.strictObject({ ...credentials, ActLst: z.array(ActivationRow).min(1) }),
  answers: listed(DoneRow),
  codes,
});

/** Largest document that is sent, in bytes; the carrier states no limit. */
const MAX_DOCUMENT_BYTES = 5 * 1024 * 1024;

const base64 = z
  .string()
  .min(1)
  .max(Math.ceil(MAX_DOCUMENT_BYTES / 3) * 4, `must not be larger than ${MAX_DOCUMENT_BYTES} bytes`)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/, "must be base64");

/** `POI` is the visa and `POA` the passport, whatever the letters suggest. */
export const doDocUpld = writeOperation({
  name: "DoDocUpld",
  doc: "DoDocUpld",
  auth: "token",
  path: "/DoDocUpld",
  body: z.strictObject({
    ...credentials,
    DocLst: z.array(z.strictObject({ SimNo: simNo, POI: base64, POA: base64 })).min(1),
  }),
  answers: listed(DoneRow),
  codes,
});
