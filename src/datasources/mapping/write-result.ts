import type { WriteResult } from "../../model/endpoint-actions.js";

/** What every outcome of a write says of itself. */
interface Ended {
  readonly is: "done" | "pending" | "already" | "empty";
  readonly code: string;
  readonly message: string | null;
}

/** How a write ended, in the words of the port. */
export function resultOf({ is, code, message }: Ended, reference: string | null): WriteResult {
  if (is === "empty") throw new Error("A write declares a code for an empty answer.");
  return { is, carrierCode: code, carrierMessage: message, reference };
}
