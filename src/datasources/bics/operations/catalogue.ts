import { z } from "zod";
import { cell, list, nullish, object, type Shaped, side } from "../../shapes.js";
import { ANY_CODE, NO_RECORD } from "../failures.js";
import { answers, id, readOperation } from "./declare.js";

const PlanRow = object({ basicInfo: object({ planId: id, planName: cell }) });

export type PlanRow = Shaped<typeof PlanRow>;

/** The catalogue. `planType` 0 is prepaid, 1 postpaid. Described nowhere in full: its codes are unknown. */
export const queryRatePlan = readOperation({
  name: "QueryRatePlan",
  doc: "Plan - Query Rate Plan (referred to, not described)",
  path: "/QueryRatePlan",
  query: z.strictObject({
    planCategory: z.enum(["NORMAL", "ADDON", "TEST", "INVENTORY"]),
    planType: z.enum(["0", "1"]),
  }),
  answers: answers({ responseParam: nullish(object({ plan: nullish(list(PlanRow)) })) }),
  codes: { done: [ANY_CODE], empty: [NO_RECORD] },
});

const RoamingProfileRow = object({
  roamingProfileId: id,
  roamingProfileName: cell,
  tadigList: side(
    list(object({ tadigCode: cell, operatorId: cell, operatorName: cell, countryName: cell, categoryGroupId: cell })),
  ),
});

export type RoamingProfileRow = Shaped<typeof RoamingProfileRow>;

/** The roaming profiles with their networks. Described nowhere: its codes are unknown. */
export const getRoamingProfiles = readOperation({
  name: "GetRoamingProfiles",
  doc: "Roaming Profile - Get (referred to, not described)",
  path: "/GetRoamingProfiles",
  query: z.strictObject({ roamingProfileId: z.string().min(1).optional() }),
  answers: answers({ responseParam: nullish(object({ rows: nullish(list(RoamingProfileRow)) })) }),
  codes: { done: [ANY_CODE], empty: [NO_RECORD] },
});
