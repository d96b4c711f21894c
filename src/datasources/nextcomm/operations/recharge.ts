import { z } from "zod";
import { cell, object } from "../../shapes.js";
import { REASON, SUCCESS } from "../failures.js";
import { amount, credentials, mobileNo, text, txnDateTime, writeOperation } from "./declare.js";

/** Charges each time. A failure may have a TransactionID too. */
export const recharge = writeOperation({
  name: "Recharge",
  doc: "Recharge",
  auth: "token",
  path: "/Recharge",
  body: z.strictObject({
    ...credentials,
    MobileNo: mobileNo,
    RechargeAmt: amount,
    PlanCode: z.string().min(1, "must be the code of a plan to recharge with"),
    PlanName: z.string(),
    TxnDateTime: txnDateTime,
    RequestID: text,
  }),
  answers: { any: object({ TransactionID: cell }) },
  codes: {
    done: [SUCCESS],
    failed: { [REASON.unknownNumber]: "IDENTIFIER_NOT_FOUND", [REASON.noRecord]: "IDENTIFIER_NOT_FOUND" },
  },
});
