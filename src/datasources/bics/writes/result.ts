import type { WriteResult } from "../../../model/endpoint-actions.js";

/** A refusal that turned out to say no more than that all is as wanted. */
export const alreadyBy = (
  { carrierCode, carrierMessage }: { readonly carrierCode?: string; readonly carrierMessage?: string },
  reference: string,
): WriteResult => ({
  is: "already",
  carrierCode: carrierCode ?? "",
  carrierMessage: carrierMessage ?? null,
  reference,
});
