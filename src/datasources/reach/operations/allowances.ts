import { z } from "zod";
import { cell, object, type Shaped } from "../../shapes.js";
import { MISSING } from "../failures.js";
import { id, listAnswer, optionalAnswer, readOperation } from "./declare.js";
import { text } from "./request.js";

/** What has been used and what is left. All members are assumed unless a comment says otherwise. */

const UsageSummary = object({
  used: cell,
  total: cell,
  remaining: cell,
  unit: cell,
  isUnlimited: cell,
  cycleStartDate: cell,
  cycleEndDate: cell,
});

export type UsageSummary = Shaped<typeof UsageSummary>;

/** Use in the current cycle. The document names the parameter `usageData` and three topics; its values are assumed. */
export const usageSummary = readOperation({
  name: "usageSummary",
  doc: "6 Quick Reference",
  path: "/apisvc/v0/usage/summary",
  query: z.strictObject({ usageData: z.enum(["DATA", "ILD", "IR"]), customerId: text }),
  answers: optionalAnswer(UsageSummary),
  codes: { empty: [MISSING] },
});

/** Credit for calls abroad, of a group. */
export const ildStatus = readOperation({
  name: "ildStatus",
  doc: "6 Quick Reference",
  path: "/apisvc/v0/ild/status",
  query: z.strictObject({ groupId: text }),
  answers: optionalAnswer(object({ balance: cell })),
  codes: { empty: [MISSING] },
});

const IldUseRow = object({ destination: cell, minutes: cell, amount: cell });

export type IldUseRow = Shaped<typeof IldUseRow>;

/** Calls abroad of a group. */
export const ildUsage = readOperation({
  name: "ildUsage",
  doc: "6 Quick Reference",
  path: "/apisvc/v0/ild/usage",
  query: z.strictObject({ groupId: text }),
  answers: listAnswer(IldUseRow, "usage"),
});

const IldPurchaseRow = object({ purchaseId: cell, amount: cell, purchaseDate: cell, status: cell });

export type IldPurchaseRow = Shaped<typeof IldPurchaseRow>;

/** Credit that a customer has bought: by the customer, where the credit is asked by the group. */
export const ildPurchaseHistory = readOperation({
  name: "ildPurchaseHistory",
  doc: "6 Quick Reference",
  path: "/apisvc/v0/ild/purchase/history/{customerId}",
  answers: listAnswer(IldPurchaseRow, "purchases"),
});

const PackRow = object({
  packId: id,
  packInstanceId: cell,
  name: cell,
  status: cell,
  startDate: cell,
  expiryDate: cell,
  autoRenew: cell,
});

export type PackRow = Shaped<typeof PackRow>;

/** The roaming packs of a group. The document shows no parameter. */
export const roamingPackGroup = readOperation({
  name: "roamingPackGroup",
  doc: "6 Quick Reference",
  path: "/apisvc/v0/intl/roaming/pack/group",
  query: z.strictObject({ groupId: text }),
  answers: listAnswer(PackRow, "packs"),
});

const PackUseRow = object({
  packId: id,
  name: cell,
  remainingData: cell,
  dataUnit: cell,
  remainingVoiceMinutes: cell,
  remainingSms: cell,
  expiryDate: cell,
});

export type PackUseRow = Shaped<typeof PackUseRow>;

/** What is left of the roaming packs of a customer. The document shows no parameter. */
export const roamingPackUsage = readOperation({
  name: "roamingPackUsage",
  doc: "Scenario J, step 5",
  path: "/apisvc/v0/intl/roaming/pack/usage",
  query: z.strictObject({ customerId: text }),
  answers: listAnswer(PackUseRow, "packs"),
});
