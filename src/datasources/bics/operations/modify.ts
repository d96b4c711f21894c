import { z } from "zod";
import { cell } from "../../shapes.js";
import { answers, writeOperation } from "./declare.js";
import {
  capitalFlag,
  endPointName,
  hasOneIdentifier,
  identifiers,
  imei,
  imeiLock,
  MAX_ADDONS_PER_CALL,
  MAX_BULK,
  MAX_TAGS,
  request,
  someIds,
  text,
} from "./request.js";

const bars = {
  bar_2G: capitalFlag.optional(),
  "bar_2G/3G": capitalFlag.optional(),
  bar_4G: capitalFlag.optional(),
  bar_5G: capitalFlag.optional(),
  bar_SMS_MT: capitalFlag.optional(),
  bar_SMS_MO: capitalFlag.optional(),
  bar_DATA: capitalFlag.optional(),
  bar_NB_IOT: capitalFlag.optional(),
};

/** What one endpoint and many may be changed in. Some names begin their noun with a small letter. */
const common = {
  imeiLockStatus: imeiLock.optional(),
  addAddonPlanIds: someIds(MAX_ADDONS_PER_CALL).optional(),
  addValueAddedFeatureIds: someIds().optional(),
  removeValueAddedFeatureIds: someIds().optional(),
  addDynamicBenefitsIds: someIds(1).optional(),
  removeDynamicBenefitsIds: someIds().optional(),
  addtagIds: someIds(MAX_TAGS).optional(),
  removetagIds: someIds().optional(),
  endPointName: endPointName.optional(),
  apnGroupId: text.optional(),
  ...bars,
  /** The other bars are skipped beside it. */
  bar_All_Services: capitalFlag.optional(),
};

type Bars = { readonly [K in keyof typeof bars | "bar_All_Services"]?: string | undefined };

const hasOneKindOfBars = (change: Bars): boolean =>
  change.bar_All_Services === undefined ||
  !Object.entries(change).some(([name, value]) => name in bars && value !== undefined);

const oneKindOfBars = { path: ["bar_All_Services"], error: "makes the carrier skip the other bars beside it" };

const changesSomething = (change: object): boolean => Object.values(change).some((value) => value !== undefined);
const something = { error: "must change something" };

const Change = z
  .strictObject({
    ...common,
    /** Empty removes it. */
    imei: z.union([imei, z.literal("")]).optional(),
    removeAddonUniqueIds: someIds().optional(),
    removeAddonPlanIds: someIds().optional(),
  })
  .refine(hasOneKindOfBars, oneKindOfBars)
  .refine(({ imei: number, imeiLockStatus }) => number === undefined || imeiLockStatus !== undefined, {
    path: ["imei"],
    error: "is only taken beside imeiLockStatus",
  })
  .refine(changesSomething, something);

/** Success comes as HTTP 202 and 200, failure as HTTP 202. No promise that several changes are done together. */
export const modifyEndpoint = writeOperation({
  name: "modifyEndpoint",
  doc: "Endpoint - Modify",
  method: "PATCH",
  path: "/endpoint",
  body: request(
    z.strictObject({ ...identifiers, requestParam: Change }).refine(hasOneIdentifier, {
      path: ["endPointId"],
      error: "give exactly one of endPointId, imsi, msisdn and iccid",
    }),
  ),
  answers: answers({}),
  codes: {
    done: ["10068"],
    pending: ["10199"],
    already: ["1013", "10147", "10230", "10231"],
    failed: {
      "2503": "INVALID_TRANSITION",
      "10069": "CARRIER_REFUSED",
      "10145": "INVALID_TRANSITION",
      "10202": "OPERATION_IN_PROGRESS",
      "10232": "SERVICE_NOT_APPLICABLE",
      "10233": "INVALID_TRANSITION",
    },
  },
  repeat: "never",
});

/** `endPointid` and `valuelist` are spelled so here alone. No promise of all or nothing. */
export const modifyEndpointBulk = writeOperation({
  name: "modifyEndpointBulk",
  doc: "Endpoint - Bulk Modify",
  method: "PATCH",
  path: "/endpointbulk",
  body: request(
    z.strictObject({
      resourceType: z.enum(["endPointid", "imsi", "msisdn", "iccid"]),
      valuelist: someIds(MAX_BULK),
      requestParam: z.strictObject(common).refine(hasOneKindOfBars, oneKindOfBars).refine(changesSomething, something),
    }),
  ),
  answers: answers({ JobId: cell }),
  codes: {
    done: [],
    pending: ["10070"],
    failed: { "10073": "QUOTA_EXCEEDED", "10134": "CARRIER_REFUSED" },
  },
  repeat: "never",
});
