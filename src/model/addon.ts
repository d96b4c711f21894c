import type { Balance, Counter } from "./balance.js";
import type { ObjectKey } from "./carrier.js";
import type { Plan } from "./plan.js";
import type { Moment } from "./time.js";

export type AddonStatus = "PENDING" | "ACTIVE" | "EXPIRED" | "UNKNOWN";

/** An add-on attached to a line. The catalogue item is its Plan. */
export interface Addon {
  readonly key: ObjectKey;
  readonly endpoint: ObjectKey;
  readonly plan: Plan;
  /** The carrier's id of this very subscription; null before it is told (OEM, not yet active). */
  readonly instanceId: string | null;
  readonly service: { readonly id: string | null; readonly name: string | null };
  readonly status: AddonStatus;
  readonly validFrom: Moment;
  readonly validTo: Moment;
}

/** What the add-on details of a line tell of one add-on. */
export interface AddonDetail {
  readonly planId: string;
  readonly instanceId: string | null;
  readonly balances: readonly Balance[];
  readonly counters: readonly Counter[];
}
