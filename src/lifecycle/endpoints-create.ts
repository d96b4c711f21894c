import { z } from "zod";
import { Failure } from "../errors.js";
import type { BicsBulkCreation } from "../model/bics.js";
import { action, type Seen } from "./action.js";

const Wish = z.strictObject({
  name: z.string(),
  firstNumber: z.int(),
  planId: z.string(),
  roamingProfileIds: z.array(z.string()),
  apnGroupId: z.string(),
  sims: z.union([
    z.strictObject({ iccids: z.array(z.string()) }),
    z.strictObject({ firstIccid: z.string(), lastIccid: z.string(), quantity: z.int() }),
  ]),
  isActivated: z.boolean(),
  creditLimit: z.string(),
  dynamicBenefitId: z.string().nullable(),
  imeiLock: z.enum(["LOCKED", "UNLOCKED"]).nullable(),
  addonPlanIds: z.array(z.string()),
  valueAddedFeatureIds: z.array(z.string()),
  tagIds: z.array(z.string()),
});

/** All or none (page Bulk Create): followed by the carrier's id of the job; without one, the first of them tells of all. */
export const createAll = action({
  name: "ENDPOINTS_CREATE",
  wish: Wish,
  perform: async ({ bulk }, creation, call) => {
    if (bulk) return bulk.create(creation, call);
    throw new Failure("NOT_SUPPORTED_BY_CARRIER", "This account has no bulk jobs.");
  },
  observe: async ({ bics, endpoints }, { sims, name, firstNumber }, call, reference): Promise<Seen> => {
    if (reference !== null && bics) return ofJob(await bics.bulkCreations({ simProvisionId: reference }, call));
    const [first] = "iccids" in sims ? sims.iccids : [sims.firstIccid];
    const found = first === undefined ? null : await endpoints?.find({ kind: "iccid", value: first }, call);
    // None yet tells nothing: a job takes its time.
    return found?.name === `${name}_${firstNumber}` ? "REACHED" : "UNKNOWN";
  },
});

function ofJob(rows: readonly BicsBulkCreation[]): Seen {
  const failed = rows.find(({ state }) => state === "FAILED");
  if (failed) return { refused: failed.reason?.replace(/\d{6,}/g, "…") ?? null };
  if (rows.length > 0 && rows.every(({ state }) => state === "SUCCEEDED")) return "REACHED";
  return rows.some(({ state }) => state === "RUNNING") ? "NOT_REACHED" : "UNKNOWN";
}
