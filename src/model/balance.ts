import type { ObjectKey } from "./carrier.js";
import type { Plan } from "./plan.js";
import type { BalanceKind, Limit } from "./quantity.js";
import type { Moment } from "./time.js";

export type BalanceSource = "PLAN_PERIOD" | "ADDON" | "TOP_UP" | "MAIN_ACCOUNT" | "POOL" | "UNKNOWN";
export type BalanceStatus = "ACTIVE" | "EXHAUSTED" | "EXPIRED" | "SUSPENDED" | "PENDING" | "UNKNOWN";

/** What is left of one allowance or account of a line. One balance per source, never a single number. */
export interface Balance {
  readonly key: ObjectKey;
  readonly carrierBalanceId: string | null;
  readonly name: string | null;
  readonly kind: BalanceKind;
  readonly source: BalanceSource;
  readonly sourceRaw: string | null;
  readonly status: BalanceStatus;
  readonly remaining: Limit;
  /** What it began with; a carrier may let `remaining` exceed it. */
  readonly initial: Limit;
  readonly unitRaw: string | null;
  readonly validFrom: Moment;
  readonly validTo: Moment;
  readonly plan: Plan | null;
  readonly planCategoryRaw: string | null;
  /** The carrier's id of the subscribed add-on that it comes from. */
  readonly addonInstanceId: string | null;
  readonly rateZone: { readonly id: string; readonly name: string | null } | null;
}

/** A usage counter with a threshold. `remaining` is what is left before the threshold acts. */
export interface Counter {
  readonly carrierCounterId: string;
  readonly name: string | null;
  readonly remaining: Limit;
  readonly threshold: Limit;
  readonly thresholdUnitRaw: string | null;
  /** The whole allowance, where the carrier tells it. */
  readonly allowance: Limit;
  /** What happens at the threshold, in the carrier's words, such as a throttling speed. */
  readonly action: string | null;
  readonly frequency: string | null;
  readonly factor: string | null;
  readonly resetsAt: Moment;
  readonly plan: Plan | null;
  /** The add-on that brought the counter, where the carrier tells it. */
  readonly addonPlan: Plan | null;
  readonly addonInstanceId: string | null;
}
