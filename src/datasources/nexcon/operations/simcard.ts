import { z } from "zod";
import { OK, UNKNOWN_ICC } from "../failures.js";
import { icc, jobOperation, readOperation } from "./declare.js";

export const activate = jobOperation({ name: "activate", doc: "SimCard - /activate", path: "/simcard/activate" });

/** Irreversible. */
export const terminate = jobOperation({ name: "terminate", doc: "SimCard - /terminate", path: "/simcard/terminate" });

/** Undoes a block; the document only implies it. */
export const restore = jobOperation({ name: "restore", doc: "SimCard - /restore", path: "/simcard/restore" });

export const block = jobOperation({ name: "block", doc: "SimCard - /block", path: "/simcard/block" });

/** Something that is printed in no documented form; mapping reads it, nothing trusts it. */
const cell = z.unknown().optional();

/** An answer without a status is no answer about a SIM. */
const Status = z.object({
  status: z.union([z.string(), z.number()]).nullable(),
  tags: cell,
  countryCode: cell,
  msisdn: cell,
  product: cell,
  pool: cell,
});

export type Status = z.output<typeof Status>;

/** Reads one SIM. The answer does not repeat the ICC. */
export const status = readOperation({
  name: "status",
  doc: "SimCard - /status",
  path: "/simcard/status",
  body: z.strictObject({ icc }),
  answers: { [OK]: Status },
  codes: { done: [OK], empty: [UNKNOWN_ICC] },
});
