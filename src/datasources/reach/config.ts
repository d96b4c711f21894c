import { z } from "zod";
import { LINE_STATES } from "../../model/line.js";
import { accountShape } from "../account-config.js";

const printable = z.string().regex(/^[\x21-\x7e]+$/, "must be printable characters without blanks");

/** One Reach entry of the accounts file. */
export const ReachConfig = z.strictObject({
  ...accountShape,
  carrier: z.literal("REACH"),
  jwt: printable,
  apiKey: printable,
  /** What callers of our callback addresses must show; the carrier documents no signature. */
  callbackSecret: printable.min(16).optional(),
  /** What status numbers mean that the carrier does not document: `{"3": "SUSPENDED"}`. */
  statusWords: z.record(z.string(), z.enum(LINE_STATES)).default({}),
});

export type ReachConfig = z.output<typeof ReachConfig>;
