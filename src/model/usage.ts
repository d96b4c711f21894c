import type { DataVolume, Money } from "./quantity.js";

/** Why there is nothing to tell, in the carrier's words. */
export interface Absence {
  readonly carrierCode: string;
  readonly carrierMessage: string | null;
}

/** Data used on one day. The parts need not add up to the total: all are the carrier's. */
export interface DataUsage {
  /** ISO date; null in totals. */
  readonly date: string | null;
  readonly uplink: DataVolume | null;
  readonly downlink: DataVolume | null;
  readonly total: DataVolume | null;
  readonly cost: Money | null;
}

/** Messages of one service on one day. */
export interface SmsUsage {
  readonly date: string | null;
  readonly service: string | null;
  readonly count: bigint | null;
  readonly cost: Money | null;
}

export interface DataUsageSeries {
  readonly days: readonly DataUsage[];
  readonly total: DataUsage | null;
}

export interface SmsUsageSeries {
  readonly days: readonly SmsUsage[];
  /** One total a service. */
  readonly totals: readonly SmsUsage[];
}

/** What a line used in a period. Past consumption; what is left is a Balance. */
export interface Usage {
  readonly data: DataUsageSeries;
  readonly nbIot: DataUsageSeries;
  readonly sms: SmsUsageSeries;
  readonly absence: Absence | null;
}
