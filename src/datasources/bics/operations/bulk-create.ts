import { z } from "zod";
import { cell } from "../../shapes.js";
import { answers, writeOperation } from "./declare.js";
import {
  bulkIccid,
  decimal,
  endPointName,
  flag,
  ids,
  imeiLock,
  MAX_ADDONS,
  MAX_BULK,
  someIds,
  text,
} from "./request.js";

const quantity = z
  .string()
  .regex(/^[1-9]\d{0,9}$/, "must be a whole number")
  .refine((count) => Number(count) <= MAX_BULK, `takes at most ${MAX_BULK}`);

const Info = z.strictObject({
  /** The stem; the names are `stem_id`, with the ids counted on. */
  endPointName: text,
  endPointNameId: z.string().regex(/^\d{1,15}$/, "must be a whole number"),
  apnGroupId: text,
  planId: text,
  roamingProfileId: someIds(),
  /** Ignored by the carrier. */
  dynamicBenefitEnable: flag.optional(),
  benefits: text.optional(),
  /** Absent is unlimited for postpaid endpoints. */
  creditLimit: decimal.optional(),
  startICCID: bulkIccid.optional(),
  endICCID: bulkIccid.optional(),
  quantity: quantity.optional(),
  iccidList: z
    .array(bulkIccid)
    .min(1, "must name at least one")
    .max(MAX_BULK, `takes at most ${MAX_BULK}`)
    .refine((iccids) => new Set(iccids).size === iccids.length, "must not name the same ICCID twice")
    .optional(),
  imeiLockStatus: imeiLock.optional(),
  addonPlanIds: ids(MAX_ADDONS).optional(),
  /** Absent is true: it activates and bills. */
  isDefaultActivation: flag.optional(),
  valueAddedFeatureIds: ids().optional(),
  tagIds: ids().optional(),
});

type Info = z.output<typeof Info>;

const rangeOf = ({ startICCID, endICCID, quantity: count }: Info) => [startICCID, endICCID, count];

function isListOrRange(info: Info): boolean {
  const given = rangeOf(info).filter((part) => part !== undefined).length;
  return info.iccidList === undefined ? given === 3 : given === 0;
}

const countOf = ({ iccidList, quantity: count }: Info): number => iccidList?.length ?? Number(count ?? 1);

/** The last name is the longest. */
const lastNameFits = (info: Info): boolean =>
  endPointName.safeParse(`${info.endPointName}_${Number(info.endPointNameId) + countOf(info) - 1}`).success;

/** All or nothing, up to 4000. Its root object is its own. The answer's id is followed by fetchSIMProvisioningDetails. */
export const bulkProvisioning = writeOperation({
  name: "bulkProvisioning",
  doc: "Endpoint - Bulk Create",
  path: "/bulkProvisioning",
  body: z.strictObject({
    bulkProvisioningInfo: Info.refine(isListOrRange, {
      path: ["iccidList"],
      error: "give either iccidList, or startICCID, endICCID and quantity",
    })
      .refine(lastNameFits, {
        path: ["endPointName"],
        error: "makes names that are not 5 to 30 letters, digits, spaces, colons and underscores",
      })
      .refine(({ addonPlanIds, isDefaultActivation }) => !addonPlanIds?.length || isDefaultActivation !== "false", {
        path: ["addonPlanIds"],
        error: "works only for endpoints that are activated",
      }),
  }),
  answers: answers({ simProvisionId: cell }),
  codes: {
    done: [],
    pending: ["10054"],
    failed: {
      "10073": "QUOTA_EXCEEDED",
      "10145": "INVALID_ARGUMENT",
      "10146": "INVALID_ARGUMENT",
      "10148": "INVALID_ARGUMENT",
    },
  },
  repeat: "never",
});
