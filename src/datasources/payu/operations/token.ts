import { z } from "zod";
import { operation } from "../../http/operation.js";
import { checkedBy } from "../../shapes.js";
import { ISSUED } from "../failures.js";

/** Seconds, also where they are printed as text. */
const seconds = z.coerce.number().int().positive().optional().catch(undefined);

const Issued = z.object({ access_token: z.string().min(1), expires_in: seconds, created_at: seconds });

export type Issued = z.output<typeof Issued>;

/** OAuth at a host of its own; `endpoint` is the last part of the account's `tokenUrl`. */
export const getToken = operation({
  name: "getToken",
  doc: "Get Token API - BBPS",
  effect: "read",
  auth: "none",
  method: "POST",
  path: "/{endpoint}",
  isForm: true,
  body: z.strictObject({
    client_id: z.string(),
    client_secret: z.string(),
    grant_type: z.string(),
    scope: z.string(),
  }),
  answers: { "2xx": checkedBy(Issued) },
  codes: { done: [ISSUED] },
  timeoutMs: 30_000,
  repeat: "safe",
});
