import type { WriteResult } from "../../../model/endpoint-actions.js";
import { textOf, wordIn } from "../../mapping/text.js";

/** What the word beside a charge may say: how the write ended, that no money was taken, or something that nobody knows. */
export type ChargeEnd = Extract<WriteResult["is"], "done" | "pending"> | "refused" | "UNKNOWN";

/** Words of the document and of one client for purchases; for single charges the document has none. */
const ENDS = {
  success: "done",
  succeeded: "done",
  completed: "done",
  done: "done",
  approved: "done",
  paid: "done",
  active: "done",
  pending: "pending",
  processing: "pending",
  in_progress: "pending",
  payment_pending: "pending",
  payment_processing: "pending",
  failed: "refused",
  failure: "refused",
  declined: "refused",
  rejected: "refused",
} as const satisfies Readonly<Record<string, ChargeEnd>>;

/** Null where the carrier says nothing beside the code. */
export const chargeEndFromWire = (cell: unknown): ChargeEnd | null =>
  textOf(cell) === null ? null : (wordIn<ChargeEnd>(ENDS, cell) ?? "UNKNOWN");
