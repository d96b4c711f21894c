import { z } from "zod";
import { cell, object, type Shaped } from "../../shapes.js";
import { REASON, SUCCESS } from "../failures.js";
import { credentials, mobileNo, simNo, text, writeOperation } from "./declare.js";

const planId = z.int("must be the id of a plan to activate with").nonnegative().optional();

const Body = z
  .strictObject({
    ...credentials,
    PlanId: planId,
    PlanID: planId,
    FirstName: text,
    LastName: text,
    AltMobNo: mobileNo,
    EmailID: text,
    /** Empty and not left out for an eSIM that the carrier chooses. */
    SIMNo: z.union([simNo, z.literal("")]),
    SimSubType: z.enum(["ESIM", "Physical"]),
    RequestID: text,
    TxnDateTime: z.string().regex(/^\d{4}-\d\d-\d\d$/, "must be a day"),
  })
  .refine(({ SimSubType, SIMNo }) => SimSubType === "ESIM" || SIMNo !== "", {
    path: ["SIMNo"],
    error: "must be given for a physical SIM",
  });

export const Activated = object({
  MessageData: cell,
  TransactionID: cell,
  SIMNo: cell,
  ActivationCode: cell,
  SMDP: cell,
  QR: cell,
  MobileNo: cell,
});

export type Activated = Shaped<typeof Activated>;

/**
 * Puts a SIM into service and charges for it. "Recorded" is all that success says, so it is pending. The answer's
 * RequestID is not compared: the document's own sample garbles it.
 */
export const activation = writeOperation({
  name: "Activation",
  doc: "Activation",
  auth: "token",
  path: "/Activation",
  body: Body,
  answers: { any: Activated },
  codes: { done: [], pending: [SUCCESS], failed: { [REASON.simTaken]: "ALREADY_EXISTS" } },
});
