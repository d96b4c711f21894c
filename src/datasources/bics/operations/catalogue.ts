import { z } from "zod";
import { ANY_CODE, NO_RECORD } from "../failures.js";
import { answers, cell, id, list, readOperation, sideList } from "./declare.js";

const PlanRow = z.object({ basicInfo: z.object({ planId: id, planName: cell }) });

export type PlanRow = z.output<typeof PlanRow>;

/** The catalogue. `planType` 0 is prepaid, 1 postpaid. Described nowhere in full: its codes are unknown. */
export const queryRatePlan = readOperation({
  name: "QueryRatePlan",
  doc: "Plan - Query Rate Plan (referred to, not described)",
  path: "/QueryRatePlan",
  query: z.strictObject({
    planCategory: z.enum(["NORMAL", "ADDON", "TEST", "INVENTORY"]),
    planType: z.enum(["0", "1"]),
  }),
  answers: answers({ responseParam: z.object({ plan: list(PlanRow) }).nullish() }),
  codes: { done: [ANY_CODE], empty: [NO_RECORD] },
});

const RoamingProfileRow = z.object({
  roamingProfileId: id,
  roamingProfileName: cell,
  tadigList: sideList(
    z.object({ tadigCode: cell, operatorId: cell, operatorName: cell, countryName: cell, categoryGroupId: cell }),
  ),
});

export type RoamingProfileRow = z.output<typeof RoamingProfileRow>;

/** The roaming profiles with their networks. Described nowhere: its codes are unknown. */
export const getRoamingProfiles = readOperation({
  name: "GetRoamingProfiles",
  doc: "Roaming Profile - Get (referred to, not described)",
  path: "/GetRoamingProfiles",
  query: z.strictObject({ roamingProfileId: z.string().min(1).optional() }),
  answers: answers({ responseParam: z.object({ rows: list(RoamingProfileRow) }).nullish() }),
  codes: { done: [ANY_CODE], empty: [NO_RECORD] },
});
