import { z } from "zod";
import { LINE_STATES } from "../../model/line.js";
import { accountShape } from "../account-config.js";

const printable = z.string().regex(/^[\x21-\x7e]+$/, "must be printable characters without blanks");

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** The carrier refuses plain HTTP (2.2); a loopback address is the sandbox's. */
const isSafe = (address: string): boolean => {
  const url = URL.parse(address);
  return url?.protocol !== "http:" || LOOPBACK.test(url.hostname);
};

/** One Reach entry of the accounts file. */
export const ReachConfig = z.strictObject({
  ...accountShape,
  carrier: z.literal("REACH"),
  baseUrl: accountShape.baseUrl.refine(isSafe, "must be an https address; http is for loopback addresses alone"),
  jwt: printable,
  apiKey: printable,
  /** What callers of our callback addresses must show; the carrier documents no signature. */
  callbackSecret: printable.min(16).optional(),
  /** What status numbers mean that the carrier does not document: `{"3": "SUSPENDED"}`. */
  statusWords: z.record(z.string().regex(/^\d+$/, "must be a number"), z.enum(LINE_STATES)).default({}),
});

export type ReachConfig = z.output<typeof ReachConfig>;
