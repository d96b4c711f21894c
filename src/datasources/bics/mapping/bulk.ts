import type { BicsBulkCreation, BicsBulkState, BicsIccidRange, BicsRoamingProfile } from "../../../model/bics.js";
import { textOf, wordIn } from "../../mapping/text.js";
import type { IccidRangeRow, ProvisioningRow } from "../operations/bulk.js";
import type { RoamingProfileRow } from "../operations/catalogue.js";
import type { Frame } from "./frame.js";
import { numberFromWire } from "./quantity.js";
import { timeFromWire } from "./time.js";

interface Range {
  readonly from: string | null;
  readonly to: string | null;
}

/** `first-last`. The quantity beside it need not fit, and neither is corrected by the other. */
function rangeFromWire(cell: unknown): Range {
  const [from = null, to = null] = textOf(cell)?.split("-") ?? [];
  return { from: textOf(from), to: textOf(to) };
}

/** Nothing for a row that names no ICCID. */
export function iccidRangeFromWire(row: IccidRangeRow): readonly BicsIccidRange[] {
  const { from, to } = rangeFromWire(row.iccidRange);
  if (from === null) return [];
  return [
    {
      accountName: textOf(row.accountName),
      from,
      to,
      quantity: numberFromWire(row.quantity),
      simStatus: textOf(row.simStatus),
    },
  ];
}

const STATE = {
  processing: "RUNNING",
  success: "SUCCEEDED",
  fail: "FAILED",
} as const satisfies Readonly<Record<string, BicsBulkState>>;

export function bulkCreationFromWire(row: ProvisioningRow, { zone }: Frame): BicsBulkCreation {
  const { from, to } = rangeFromWire(row.iccidRange);
  return {
    simProvisionId: textOf(row.simProvisionId),
    state: wordIn<BicsBulkState>(STATE, row.status) ?? "UNKNOWN",
    stateRaw: textOf(row.status),
    reason: textOf(row.reason),
    iccidFrom: from,
    iccidTo: to,
    quantity: numberFromWire(row.quantity),
    endpointStatusRaw: textOf(row.endpointStatus),
    accountId: textOf(row.accountId),
    accountName: textOf(row.accountName),
    provisionedAt: timeFromWire(row.simProvisioningDate, zone),
  };
}

export const roamingProfileFromWire = (row: RoamingProfileRow): BicsRoamingProfile => ({
  id: String(row.roamingProfileId),
  name: textOf(row.roamingProfileName),
  networks: (row.tadigList ?? []).map((network) => ({
    tadig: textOf(network.tadigCode),
    operatorId: textOf(network.operatorId),
    operatorName: textOf(network.operatorName),
    countryName: textOf(network.countryName),
    categoryGroupId: textOf(network.categoryGroupId),
  })),
});
