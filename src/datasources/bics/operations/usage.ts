import { z } from "zod";
import { cell, list, nullish, object, type Shaped } from "../../shapes.js";
import { answers, readOperation, writeOperation } from "./declare.js";
import { decimal, request, text } from "./request.js";

/** Volumes are MB with decimals; the currency and the unit of `totalCost` are not said. */
const DataUsageRow = object({ date: cell, uplink: cell, downlink: cell, totalVolume: cell, totalCost: cell });
const SmsUsageRow = object({ date: cell, serviceName: cell, totalCount: cell, totalCost: cell });

export type DataUsageRow = Shaped<typeof DataUsageRow>;
export type SmsUsageRow = Shaped<typeof SmsUsageRow>;

/** Totals of data are objects, totals of SMS are a list by service. */
const Statistics = object({
  dataUsage: nullish(list(DataUsageRow)),
  dataTotalUsage: nullish(DataUsageRow),
  nbiotUsage: nullish(list(DataUsageRow)),
  nbiotTotalUsage: nullish(DataUsageRow),
  smsUsage: nullish(list(SmsUsageRow)),
  smsTotalUsage: nullish(list(SmsUsageRow)),
});

export type Statistics = Shaped<typeof Statistics>;

const day = z
  .string()
  .regex(/^\d{8}$/, "must be a day, sent as YYYYMMDD")
  .refine(isDay, "is no day of the calendar");

export const getStatistics = readOperation({
  name: "GetStatistics",
  doc: "Endpoint - Statistics",
  path: "/GetStatistics",
  query: z
    .strictObject({ endPointId: z.string().min(1), from_date: day, to_date: day })
    .refine(({ from_date, to_date }) => from_date <= to_date, { path: ["to_date"], error: "lies before from_date" }),
  answers: answers({ responseParam: nullish(Statistics) }),
  codes: { done: ["2589"], empty: ["1340"] },
});

/** The threshold is in MB. Counters of the base plan print no unique id, so they may be out of reach. */
export const updateThreshold = writeOperation({
  name: "UpdateThreshold",
  doc: "Endpoint - Threshold",
  path: "/UpdateThreshold",
  body: request(
    z.strictObject({
      endPointId: text,
      requestParam: z.strictObject({ threshold: decimal, planId: text.optional(), counterId: text, uniqueId: text }),
    }),
  ),
  answers: answers({}),
  codes: {
    done: ["3005"],
    failed: { "3006": "CARRIER_REFUSED", "6721": "NOT_FOUND", "10252": "SERVICE_NOT_APPLICABLE" },
  },
  repeat: "safe",
});

function isDay(text: string): boolean {
  try {
    Temporal.PlainDate.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}
