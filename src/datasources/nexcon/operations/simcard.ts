import { z } from "zod";
import { cell, object, type Shape, type Shaped, unlike } from "../../shapes.js";
import { OK, UNKNOWN_ICC } from "../failures.js";
import { icc, jobOperation, readOperation } from "./declare.js";

export const activate = jobOperation({ name: "activate", doc: "SimCard - /activate", path: "/simcard/activate" });

/** Irreversible. */
export const terminate = jobOperation({ name: "terminate", doc: "SimCard - /terminate", path: "/simcard/terminate" });

/** Undoes a block; the document only implies it. */
export const restore = jobOperation({ name: "restore", doc: "SimCard - /restore", path: "/simcard/restore" });

export const block = jobOperation({ name: "block", doc: "SimCard - /block", path: "/simcard/block" });

/** An answer without a status is no answer about a SIM. */
const state: Shape<string | number | null> = (value) =>
  typeof value === "string" || typeof value === "number" || value === null ? value : unlike("a status", value);

/** The cells are printed in no documented form. */
const Status = object({
  status: state,
  tags: cell,
  countryCode: cell,
  msisdn: cell,
  product: cell,
  pool: cell,
});

export type Status = Shaped<typeof Status>;

/** Reads one SIM. The answer does not repeat the ICC. */
export const status = readOperation({
  name: "status",
  doc: "SimCard - /status",
  path: "/simcard/status",
  body: z.strictObject({ icc }),
  answers: { [OK]: Status },
  codes: { done: [OK], empty: [UNKNOWN_ICC] },
});
