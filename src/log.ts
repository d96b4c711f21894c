import { type Logger, pino } from "pino";
import type { CallRecord } from "./datasources/call.js";

export type { Logger };

/** Lines of JSON on standard output. What is logged is chosen field by field; bodies and numbers never are. */
export const createLog = (level: string): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });

/** One line per carrier call; an error where a carrier has refused so often that nothing is sent to it for a while. */
export function logCall(log: Logger, record: CallRecord): void {
  const level = record.result === "CIRCUIT_OPEN" ? "error" : "info";
  if (log.isLevelEnabled(level)) log[level]({ ...record, ms: Math.round(record.ms) }, "carrier call");
}
