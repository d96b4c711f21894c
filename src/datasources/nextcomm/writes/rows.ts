import { Failure } from "../../../errors.js";
import { redactText } from "../../http/redact.js";
import { textOf, wordIn } from "../../mapping/text.js";
import type { RowResult } from "../../port/subscribers.js";
import { newNumberIn, transactionIn } from "../mapping/remarks.js";
import type { DoneRow } from "../operations/bulk.js";

const STATUS = { success: "done", failure: "failed" } as const satisfies Readonly<Record<string, RowResult["is"]>>;

/** What became of each SIM. One that is not answered, or more than once, or by another word, has an unknown end. */
export function rowResults(iccids: readonly string[], rows: readonly DoneRow[]): readonly RowResult[] {
  const answered = Map.groupBy(rows, ({ SimNo }) => textOf(SimNo));
  return iccids.map((iccid) => {
    const [row, another] = answered.get(iccid) ?? [];
    return row && !another ? resultOf(iccid, row) : { ...UNKNOWN, iccid };
  });
}

const UNKNOWN = { is: "unknown", carrierMessage: null, reference: null, msisdn: null } as const;

function resultOf(iccid: string, { Status, Remarks }: DoneRow): RowResult {
  const remarks = textOf(Remarks);
  return {
    iccid,
    is: wordIn<RowResult["is"]>(STATUS, Status) ?? "unknown",
    carrierMessage: remarks === null ? null : redactText(remarks),
    reference: transactionIn(remarks),
    msisdn: newNumberIn(remarks),
  };
}

/** Answers are told apart by the SIM alone: no SIM may stand in two rows. */
export function checkDistinct(iccids: readonly string[]): void {
  if (new Set(iccids).size === iccids.length) return;
  throw new Failure("INVALID_ARGUMENT", "rows: a SIM stands in more than one row.", {
    carrier: "NEXTCOMM",
    field: ["rows"],
    hint: "Give each SIM once.",
  });
}
