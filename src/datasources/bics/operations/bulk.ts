import { z } from "zod";
import { answers, cell, list, readOperation } from "./declare.js";

const IccidRangeRow = z.object({ accountName: cell, quantity: cell, iccidRange: cell, simStatus: cell });

export type IccidRangeRow = z.output<typeof IccidRangeRow>;

export const fetchIccidForProvisioning = readOperation({
  name: "fetchICCIDForProvisioning",
  doc: "Endpoint - Get ICCID",
  path: "/fetchICCIDForProvisioning",
  answers: answers({ responseParam: z.object({ rows: list(IccidRangeRow) }).nullish() }),
  codes: { done: ["10048"], failed: { "10049": "CARRIER_REFUSED" } },
});

/** `status` is the job's own end, whatever the codes of the answer say. */
const ProvisioningRow = z.object({
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

export type ProvisioningRow = z.output<typeof ProvisioningRow>;

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
  answers: answers({ responseParam: z.object({ rows: list(ProvisioningRow) }).nullish() }),
  codes: { done: ["10050"], failed: { "10051": "CARRIER_REFUSED" } },
});
