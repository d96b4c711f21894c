import type { DataUsage, DataUsageSeries, SmsUsage, Usage } from "../../../model/usage.js";
import { integerOf } from "../../mapping/decimal.js";
import { textOf } from "../../mapping/text.js";
import type { DataUsageRow, SmsUsageRow, Statistics } from "../operations/usage.js";
import { costFromWire, volumeFromWire } from "./quantity.js";
import { dayFromWire } from "./time.js";

/** The totals are the carrier's and need not be the sums of the days. */
export const usageFromWire = (statistics: Statistics): Omit<Usage, "absence"> => ({
  data: seriesFromWire(statistics.dataUsage, statistics.dataTotalUsage),
  nbIot: seriesFromWire(statistics.nbiotUsage, statistics.nbiotTotalUsage),
  sms: {
    days: (statistics.smsUsage ?? []).map(smsFromWire),
    totals: (statistics.smsTotalUsage ?? []).map(smsFromWire),
  },
});

type Rows = Statistics["dataUsage"];
type Total = Statistics["dataTotalUsage"];

const seriesFromWire = (rows: Rows, total: Total): DataUsageSeries => ({
  days: (rows ?? []).map(dataFromWire),
  total: total ? dataFromWire(total) : null,
});

const dataFromWire = (row: DataUsageRow): DataUsage => ({
  date: dayFromWire(row.date),
  uplink: volumeFromWire(row.uplink),
  downlink: volumeFromWire(row.downlink),
  total: volumeFromWire(row.totalVolume),
  cost: costFromWire(row.totalCost),
});

const smsFromWire = (row: SmsUsageRow): SmsUsage => ({
  date: dayFromWire(row.date),
  service: textOf(row.serviceName),
  count: integerOf(textOf(row.totalCount)),
  cost: costFromWire(row.totalCost),
});
