import { fail, ok, wrong } from "../answer.js";
import { dayText, readDay } from "../dates.js";
import { operation } from "../operation.js";
import { type DayUsage, usageOf } from "../rules/usage.js";
import { query, text } from "../shapes.js";

type Row = Record<string, string>;

/** Usage per day and in all. Nothing used is a failure, 1340; kinds that were not used are not there. */
export const getStatistics = operation({
  method: "GET",
  path: "/GetStatistics",
  effect: "read",
  input: query({ endPointId: text, from_date: text, to_date: text }),
  handle: ({ enterprise, world, now }, { endPointId, from_date, to_date }) => {
    const from = readDay(from_date);
    const to = readDay(to_date);
    if (from === null) return wrong("from_date");
    if (to === null || to < from) return wrong("to_date");
    const endpoint = enterprise.endpoints.get(endPointId);
    const days = endpoint ? usageOf(endpoint, from, to, now, world.seed) : [];
    if (days.length === 0) return fail("1340", "No record exists");
    const hasBoth = days.some((day) => day.data) && days.some((day) => day.sms.length > 0);
    const text = hasBoth ? "Get endpoint statistics  success" : "Get endpoint statistics success";
    return ok("2589", text, { responseParam: { ...smsPart(days), ...dataPart(days), ...nbiotPart(days) } });
  },
});

/** Thousandths with as many decimals as are needed: "4.82", "2". */
const short = (thousandths: number): string => String(thousandths / 1000);
/** Whole MB, each rounded for itself: the sum of the parts need not be the total. */
const whole = (thousandths: number): string => String(Math.round(thousandths / 1000));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function smsPart(days: readonly DayUsage[]): Record<string, unknown> {
  const rows = days.flatMap((day) => day.sms.map((sms) => ({ ...sms, at: day.at })));
  if (rows.length === 0) return {};
  const names = [...new Set(rows.map((row) => row.serviceName))];
  return {
    smsUsage: rows.map(({ serviceName, count, at }) => ({ ...smsRow(serviceName, count), date: dayText(at) })),
    smsTotalUsage: names.map((name) =>
      smsRow(name, sum(rows.filter((row) => row.serviceName === name).map((row) => row.count))),
    ),
  };
}

const smsRow = (serviceName: string, count: number): Row => ({
  totalCost: String(count),
  serviceName,
  totalCount: String(count),
});

function dataPart(days: readonly DayUsage[]): Record<string, unknown> {
  const rows = days.flatMap((day) => (day.data ? [{ ...day.data, at: day.at }] : []));
  if (rows.length === 0) return {};
  const row = (usage: { uplink: number; downlink: number; cost: number }, cost: string): Row => ({
    totalCost: cost,
    uplink: short(usage.uplink),
    downlink: short(usage.downlink),
    totalVolume: short(usage.uplink + usage.downlink),
  });
  const total = totalOf(rows);
  return {
    dataUsage: rows.map((usage) => ({ ...row(usage, short(usage.cost)), date: dayText(usage.at) })),
    dataTotalUsage: row(total, (total.cost / 1000).toFixed(3)),
  };
}

function nbiotPart(days: readonly DayUsage[]): Record<string, unknown> {
  const rows = days.flatMap((day) => (day.nbiot ? [{ ...day.nbiot, at: day.at }] : []));
  if (rows.length === 0) return {};
  const row = (usage: { uplink: number; downlink: number; cost: number }): Row => ({
    totalCost: short(usage.cost),
    uplink: whole(usage.uplink),
    downlink: whole(usage.downlink),
    totalVolume: whole(usage.uplink + usage.downlink),
  });
  return {
    nbiotUsage: rows.map((usage) => ({ ...row(usage), date: dayText(usage.at) })),
    nbiotTotalUsage: row(totalOf(rows)),
  };
}

const totalOf = (rows: readonly { uplink: number; downlink: number; cost: number }[]) => ({
  uplink: sum(rows.map((row) => row.uplink)),
  downlink: sum(rows.map((row) => row.downlink)),
  cost: sum(rows.map((row) => row.cost)),
});
