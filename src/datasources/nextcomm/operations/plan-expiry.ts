import { z } from "zod";
import { cell, object, type Shaped, side } from "../../shapes.js";
import { REASON, SUCCESS } from "../failures.js";
import { decoded, enveloped, mobileNo, readOperation, text, writeOperation } from "./declare.js";

const ExpiryRecord = object({
  MobileNo: cell,
  LastTxnID: cell,
  PlanExpiryDt: cell,
  SimStatus: cell,
  ServiceName: cell,
});

export type ExpiryRecord = Shaped<typeof ExpiryRecord>;

/** One path and one message for a read and a write: the action in the body makes the difference. Needs no token. */
export const enquire = readOperation({
  name: "UpdPlanExp/Enquire",
  doc: "UpdPlanExp - Get SIM Details for Extension",
  auth: "body",
  method: "POST",
  path: "/UpdPlanExp",
  body: z.strictObject({ Action: z.literal("Enquire"), MobileNo: mobileNo }),
  answers: enveloped(ExpiryRecord),
  codes: { done: [SUCCESS], empty: [REASON.noRecord, REASON.unknownNumber] },
});

/** Sets a day; the time of day is lost. The record in the answer is not needed to know that it was done. */
export const modify = writeOperation({
  name: "UpdPlanExp/Modify",
  doc: "UpdPlanExp - Extend SIM Status Update",
  auth: "body",
  path: "/UpdPlanExp",
  body: z.strictObject({
    Action: z.literal("Modify"),
    MobileNo: mobileNo,
    PlanExpiryDt: z.iso.date("must be a day"),
    UsrID: text,
    Pass: text,
  }),
  answers: { any: object({ MessageData: side(decoded(ExpiryRecord)) }) },
  codes: {
    done: [SUCCESS],
    failed: { [REASON.noRecord]: "IDENTIFIER_NOT_FOUND", [REASON.unknownNumber]: "IDENTIFIER_NOT_FOUND" },
  },
});
