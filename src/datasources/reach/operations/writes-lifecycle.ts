import { z } from "zod";
import { cell } from "../../shapes.js";
import { asyncOperation, noAnswer, sideAnswer, writeOperation } from "./declare.js";
import { customer, iccid, imei, portIn, text } from "./request.js";

/** Taken on under an id, where the carrier gives one. Progress is asked by the customer. */
const Taken = sideAnswer({ transactionId: cell });

const bySim = { ...customer, iccId: iccid };
const byDevice = { ...customer, imei, esim: z.literal(true) };

/** An eSIM has no ICCID here. The port-in, all of it or nothing, is what the index says that this may begin too. */
export const activation = asyncOperation({
  name: "activation",
  doc: "Scenario C, step 2; Scenario D, step 1",
  method: "POST",
  path: "/apisvc/v0/activation",
  body: z.union([
    z.strictObject(bySim),
    z.strictObject({ ...bySim, ...portIn }),
    z.strictObject(byDevice),
    z.strictObject({ ...byDevice, ...portIn }),
  ]),
  answers: Taken,
});

const { password, oldCarrierAccountNumber, oldZip } = portIn;

/** Corrects a port-in that has failed, or ends it. */
export const portInUpdate = asyncOperation({
  name: "portInUpdate",
  doc: "Scenario E, step 5",
  path: "/apisvc/v0/update/portin",
  body: z.discriminatedUnion("type", [
    z.strictObject({ ...customer, type: z.literal("UPDATE_PIN"), password }),
    z.strictObject({ ...customer, type: z.literal("UPDATE_ACCOUNT"), oldCarrierAccountNumber }),
    z.strictObject({ ...customer, type: z.literal("UPDATE_ZIP"), oldZip }),
    z.strictObject({ ...customer, type: z.enum(["RESUBMIT_PORT", "CANCEL_PORT", "CANCEL_AND_NEW"]) }),
  ]),
  answers: noAnswer,
});

const withReason = z.strictObject({ ...customer, reason: text.optional() });

/** Only from status 2. As the next three it is seen to have happened by reading the customer. */
export const suspend = asyncOperation({
  name: "suspend",
  doc: "Scenario I, Temporarily Suspend Service",
  path: "/apisvc/v0/suspend",
  body: withReason,
  answers: noAnswer,
});

export const restore = asyncOperation({
  name: "restore",
  doc: "Scenario I, Restore Suspended Service",
  path: "/apisvc/v0/restore",
  body: z.strictObject(customer),
  answers: noAnswer,
});

/** The number is released, for good. */
export const disconnect = asyncOperation({
  name: "disconnect",
  doc: "Scenario I, Disconnect a Subscriber",
  path: "/apisvc/v0/disconnect",
  body: z.strictObject({ ...customer, reason: text }),
  answers: noAnswer,
});

/** The number may be another one afterwards. */
export const reconnect = asyncOperation({
  name: "reconnect",
  doc: "Scenario I, Reconnect a Disconnected Subscriber",
  path: "/apisvc/v0/reconnect",
  body: withReason,
  answers: noAnswer,
});

/** A record that somebody leaves, and not the disconnection itself. */
export const leavingCustomer = writeOperation({
  name: "leavingCustomer",
  doc: "6 Quick Reference",
  path: "/apisvc/v0/leaving/customer",
  body: z.strictObject({ ...customer, type: z.enum(["PORT_OUT", "DISCONNECT"]), reason: text.optional() }),
  answers: noAnswer,
});

export const customerReset = asyncOperation({
  name: "customerReset",
  doc: "6 Quick Reference",
  method: "POST",
  path: "/apisvc/v0/customer/reset/{customerId}",
  answers: Taken,
});
