import { fail, ok, wrong } from "../answer.js";
import { dateText } from "../dates.js";
import { operation } from "../operation.js";
import { query, text } from "../shapes.js";
import type { Enterprise, Provisioning } from "../state.js";

/** The row's date is of another clock than the answer's: it may lie in the future. */
const ROW_CLOCK_AHEAD_MS = 96_000;

/** Ranges of ICCIDs that can be provisioned. */
export const fetchICCIDForProvisioning = operation({
  method: "GET",
  path: "/fetchICCIDForProvisioning",
  effect: "read",
  layout: "param-first",
  input: query({}),
  handle: ({ enterprise }) => {
    const rows = freeRanges(enterprise).map(({ first, last, count }) => ({
      accountName: enterprise.accountName,
      quantity: String(count),
      iccidRange: `${first}-${last}`,
      simStatus: "Ready To Activate",
    }));
    if (rows.length === 0 || !enterprise.enabled) return fail("10049", "Fetch ICCID for provisioning failure");
    return ok("10048", "Fetch ICCID for provisioning success", { responseParam: { rows } });
  },
});

interface Range {
  first: string;
  last: string;
  count: number;
}

function freeRanges(enterprise: Enterprise): Range[] {
  const free = [...enterprise.sims.values()].filter((sim) => sim.endPointId === null && sim.trouble !== "not-ready");
  const ranges: Range[] = [];
  for (const iccid of free.map((sim) => sim.iccid).sort()) {
    const open = ranges.at(-1);
    if (open && BigInt(open.last) + 1n === BigInt(iccid)) Object.assign(open, { last: iccid, count: open.count + 1 });
    else ranges.push({ first: iccid, last: iccid, count: 1 });
  }
  return ranges;
}

/** How bulk creations went: one by its id, or all, or all of one endpoint status. Success of the call is not theirs. */
export const fetchSIMProvisioningDetails = operation({
  method: "GET",
  path: "/fetchSIMProvisioningDetails",
  effect: "read",
  layout: "param-first",
  input: query({ simProvisionId: text.optional(), endpointStatus: text.optional() }),
  handle: ({ enterprise }, { simProvisionId, endpointStatus }) => {
    if (simProvisionId !== undefined && endpointStatus !== undefined) return wrong("endpointStatus");
    if (endpointStatus !== undefined && endpointStatus !== "Active" && endpointStatus !== "Pre-Active")
      return wrong("endpointStatus");
    const found = enterprise.provisionings.filter(
      (row) =>
        (simProvisionId === undefined || row.simProvisionId === simProvisionId) &&
        (endpointStatus === undefined || row.endpointStatus === endpointStatus),
    );
    if (found.length === 0) return fail("10051", "Fetch SIM provisioning details failure");
    const rows = found.map((row) => provisioningRow(enterprise, row));
    return ok("10050", "Fetch SIM provisioning details success", { responseParam: { rows } });
  },
});

/** `quantity` is a number in some rows and a text in others. */
const provisioningRow = (enterprise: Enterprise, row: Provisioning): Record<string, unknown> => ({
  iccidRange: row.iccidRange,
  endpointStatus: row.endpointStatus,
  quantity: row.quantity,
  accountId: enterprise.accountId,
  accountName: enterprise.accountName,
  simProvisionId: row.simProvisionId,
  simProvisioningDate: dateText(row.date + ROW_CLOCK_AHEAD_MS),
  status: row.status,
  reason: row.reason ?? undefined,
});
