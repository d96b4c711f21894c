import { DAY } from "../dates.js";
import type { Enterprise } from "../state.js";

/** Bulk creations of the past. Their quantities fit their ranges no better than the document's do. */
export function seedProvisionings(enterprise: Enterprise, now: number): void {
  const rows = [
    { id: "10476", range: [11_466, 11_469], quantity: 3, status: "Pre-Active", result: null },
    { id: "10477", range: [11_469, 11_470], quantity: 1, status: "Active", result: null },
    { id: "10482", range: [11_466, 11_469], quantity: "102", status: "Pre-Active", result: null },
    {
      id: "14334",
      range: [14_303, 14_303],
      quantity: 1,
      status: "Pre-Active",
      result: "Addon can only be assigned to Active endpoints",
    },
  ] as const;
  enterprise.provisionings = rows.map(({ id, range, quantity, status, result }, index) => ({
    simProvisionId: id,
    iccidRange: range.map((n) => `8932042${String(n).padStart(12, "0")}`).join("-"),
    endpointStatus: status,
    quantity,
    date: now - (90 - index * 20) * DAY,
    status: result === null ? "Success" : "Fail",
    reason: result ?? "Sim provisioning successful",
  }));
}
