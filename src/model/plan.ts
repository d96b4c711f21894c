import type { ObjectKey } from "./carrier.js";
import type { BillingType } from "./line.js";

export const PLAN_KINDS = ["BASE", "ADDON", "TEST", "INVENTORY", "RECHARGE", "ROAMING", "UNKNOWN"] as const;

export type PlanKind = (typeof PLAN_KINDS)[number];

/** A catalogue item. What is attached to a line is an Addon. */
export interface Plan {
  readonly key: ObjectKey;
  readonly name: string | null;
  readonly kind: PlanKind;
  readonly kindRaw: string | null;
  readonly billing: BillingType;
}
