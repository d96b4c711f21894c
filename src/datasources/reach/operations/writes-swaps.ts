import { z } from "zod";
import { cell } from "../../shapes.js";
import { asyncOperation, noAnswer, sideAnswer, writeOperation } from "./declare.js";
import { customer, iccid, imei, text, zip } from "./request.js";

/** Another number, of the area of the ZIP code. Progress is asked by the customer. */
export const mdnSwap = asyncOperation({
  name: "mdnSwap",
  doc: "6 Quick Reference",
  path: "/apisvc/v0/mdn/swap",
  body: z.strictObject({ ...customer, zipCode: zip }),
  answers: noAnswer,
});

/** The id that progress is asked by, under the names that the document has for such ids. */
const Swap = sideAnswer({ id: cell, transactionId: cell });

const newSim = { newIccId: iccid, simType: z.literal("PSIM") };
const newDevice = { imei, simType: z.literal("ESIM") };

export const iccidSwap = asyncOperation({
  name: "iccidSwap",
  doc: "6 Quick Reference",
  method: "POST",
  path: "/apisvc/v0/iccid/swap",
  body: z.discriminatedUnion("simType", [
    z.strictObject({ ...customer, ...newSim }),
    z.strictObject({ ...customer, ...newDevice }),
  ]),
  answers: Swap,
});

/** Sends a one-time password to the line; each call makes another one. */
export const simSwapOtpGenerate = writeOperation({
  name: "simSwapOtpGenerate",
  doc: "6 Quick Reference",
  method: "POST",
  path: "/apisvc/v0/generate/otp/sim/swap",
  body: z.strictObject(customer),
  answers: noAnswer,
});

export const simSwapOtpPerform = asyncOperation({
  name: "simSwapOtpPerform",
  doc: "6 Quick Reference",
  method: "POST",
  path: "/apisvc/v0/perform/otp/sim/swap",
  body: z.discriminatedUnion("simType", [
    z.strictObject({ ...customer, otp: text, ...newSim }),
    z.strictObject({ ...customer, otp: text, ...newDevice }),
  ]),
  answers: Swap,
});
