import { z } from "zod";
import { cell, list, nullish, object, type Shaped } from "../../shapes.js";
import { answers, readOperation } from "./declare.js";

const IccidRangeRow = object({ accountName: cell, quantity: cell, iccidRange: cell, simStatus: cell });

export type IccidRangeRow = Shaped<typeof IccidRangeRow>;

export const fetchIccidForProvisioning = readOperation({
  name: "fetchICCIDForProvisioning",
  doc: "Endpoint - Get ICCID",
  path: "/fetchICCIDForProvisioning",
  answers: answers({ responseParam: nullish(object({ rows: nullish(list(IccidRangeRow)) })) }),
  codes: { done: ["10048"], failed: { "10049": "CARRIER_REFUSED" } },
});

/** `status` is the job's own end, whatever the codes of the answer say. */
const ProvisioningRow = object({
  simProvisionId: cell,
  status: cell,
  reason: cell,
  iccidRange: cell,
  quantity: cell,
  endpointStatus: cell,
  accountId: cell,
  accountName: cell,
  simProvisioningDate: cell,
});

export type ProvisioningRow = Shaped<typeof ProvisioningRow>;

/** Follows bulk creations. The two filters do not work together; without any it lists all. */
export const fetchSimProvisioningDetails = readOperation({
  name: "fetchSIMProvisioningDetails",
  doc: "Endpoint - Bulk Create - Process Status",
  path: "/fetchSIMProvisioningDetails",
  query: z
    .strictObject({
      simProvisionId: z.string().min(1).optional(),
      endpointStatus: z.enum(["Active", "Pre-Active"]).optional(),
    })
    .refine(({ simProvisionId, endpointStatus }) => simProvisionId === undefined || endpointStatus === undefined, {
      path: ["endpointStatus"],
      error: "does not work together with simProvisionId",
    }),
  answers: answers({ responseParam: nullish(object({ rows: nullish(list(ProvisioningRow)) })) }),
  codes: { done: ["10050"], failed: { "10051": "CARRIER_REFUSED" } },
});
