import type { ObjectKey } from "./carrier.js";
import type { BillingType } from "./line.js";
import type { NextCommPlan } from "./nextcomm.js";
import type { PayuPlan } from "./payu.js";
import type { Money } from "./quantity.js";
import type { ReachPlan } from "./reach.js";

export const PLAN_KINDS = ["BASE", "ADDON", "TEST", "INVENTORY", "RECHARGE", "ROAMING", "UNKNOWN"] as const;

export type PlanKind = (typeof PLAN_KINDS)[number];

/** How long a plan lasts; `text` is the carrier's, also where it cannot be read. */
export interface Validity {
  readonly unit: "HOUR" | "DAY" | "MONTH" | "YEAR" | "UNKNOWN";
  readonly value: number | null;
  readonly text: string | null;
}

/** A catalogue item. What is attached to a line is an Addon. */
export interface Plan {
  readonly key: ObjectKey;
  readonly name: string | null;
  readonly kind: PlanKind;
  readonly kindRaw: string | null;
  readonly billing: BillingType;
  /** Absent where the carrier's catalogue tells no prices. */
  readonly price?: Money | null;
  readonly validity?: Validity | null;
  readonly description?: string | null;
  /** What only one carrier tells; absent for plans of others. */
  readonly reach?: ReachPlan;
  readonly nextComm?: NextCommPlan;
  readonly payu?: PayuPlan;
}
