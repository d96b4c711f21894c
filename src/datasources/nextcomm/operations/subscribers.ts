import { z } from "zod";
import { cell, list, members, nullish, object, type Shaped, side } from "../../shapes.js";
import { REASON, SUCCESS } from "../failures.js";
import { credentials, enveloped, mobileNo, readOperation, simNo } from "./declare.js";

const BalanceRow = object({
  balanceName: cell,
  outstandingAmount: cell,
  unitType: cell,
  expirationDate: cell,
  creationDate: cell,
  source: cell,
});

export type BalanceRow = Shaped<typeof BalanceRow>;

/** Assumed: the document names the list alone. */
const AddOnRow = object({
  addOnName: cell,
  addOnCode: cell,
  allowance: cell,
  unitType: cell,
  startDate: cell,
  expiryDate: cell,
  status: cell,
});

export type AddOnRow = Shaped<typeof AddOnRow>;

const SubscriberInfo = object({
  MobileNo: cell,
  SimNo: cell,
  SubscriptionID: cell,
  SubscriberName: cell,
  ActPlanName: cell,
  SimStatus: cell,
  SimExpDate: cell,
  balances: nullish(list(BalanceRow)),
  addOns: side(list(AddOnRow)),
  /** Assumed: the document names its contents in words. */
  subscriptionDetails: side(object({ subscriptionState: cell, IMSI: cell, activeProducts: side(list(cell)) })),
  subscriberFacilityDetails: side(members),
});

export type SubscriberInfo = Shaped<typeof SubscriberInfo>;

/** By the number; by the SIM with an empty number, since the number is required and need not be known. */
export const getSubscriberInfo = readOperation({
  name: "GetSubscriberInfo",
  doc: "GetSubscriberInfo",
  auth: "token",
  method: "POST",
  path: "/GetSubscriberInfo",
  body: z.union([
    z.strictObject({ ...credentials, MobileNo: mobileNo }),
    z.strictObject({ ...credentials, MobileNo: z.literal(""), SimNo: simNo }),
  ]),
  answers: enveloped(SubscriberInfo),
  codes: { done: [SUCCESS], empty: [REASON.noRecord, REASON.unknownNumber] },
});
