import type { Call } from "../operation.js";
import { IST, localTime } from "../times.js";

const counted = ({ world }: Call, width: number): string => String(++world.counter).padStart(width, "0");

/** Day, month and year of two digits each, and a number: as a JSON number it loses a leading zero. */
export function newTransactionId(call: Call): string {
  const [year = "", month = "", day = ""] = call.localNow.slice(2, 10).split("-");
  return `${day}${month}${year}${counted(call, 10)}`;
}

/** The form of bulk activations begins with the year. */
export const newBulkId = (call: Call): string => call.localNow.slice(0, 10).replaceAll("-", "") + counted(call, 6);

/** The time that a transaction is stamped with: what the caller says, or Indian time. */
export const stamped = ({ now }: Call, sent: string | undefined): { txnDateTime: string; isIst: boolean } =>
  sent ? { txnDateTime: sent, isIst: false } : { txnDateTime: localTime(now, IST), isIst: true };
