import { z } from "zod";
import { REASON, SUCCESS } from "../failures.js";
import { cell, credentials, enveloped, mobileNo, readOperation, sideList, simNo } from "./declare.js";

const BalanceRow = z.object({
  balanceName: cell,
  outstandingAmount: cell,
  unitType: cell,
  expirationDate: cell,
  creationDate: cell,
  source: cell,
});

export type BalanceRow = z.output<typeof BalanceRow>;

/** Assumed: the document names the list alone. */
const AddOnRow = z.object({
  addOnName: cell,
  addOnCode: cell,
  allowance: cell,
  unitType: cell,
  startDate: cell,
  expiryDate: cell,
  status: cell,
});

export type AddOnRow = z.output<typeof AddOnRow>;

const SubscriberInfo = z.object({
  MobileNo: cell,
  SimNo: cell,
  SubscriptionID: cell,
  SubscriberName: cell,
  ActPlanName: cell,
  SimStatus: cell,
  SimExpDate: cell,
  balances: z.array(BalanceRow).nullish(),
  addOns: sideList(AddOnRow),
  /** Assumed: the document names its contents in words. */
  subscriptionDetails: z
    .object({ subscriptionState: cell, IMSI: cell, activeProducts: sideList(z.unknown()) })
    .nullish()
    .catch(null),
  subscriberFacilityDetails: z.record(z.string(), z.unknown()).nullish().catch(null),
});

export type SubscriberInfo = z.output<typeof SubscriberInfo>;

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
