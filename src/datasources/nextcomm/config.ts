import { z } from "zod";
import { LINE_STATES } from "../../model/line.js";
import { accountShape } from "../account-config.js";

const some = z.string().min(1);

/** One Next Communications entry of the accounts file. */
export const NextCommConfig = z.strictObject({
  ...accountShape,
  carrier: z.literal("NEXTCOMM"),
  loginId: some,
  userId: some,
  password: some,
  encryptionKey: some,
  cipher: z.enum(["aes-256-cbc", "aes-256-ecb"]),
  iv: some.optional(),
  loginEntityId: some,
  currency: z.string().regex(/^[A-Z]{3}$/, "must be an ISO 4217 code such as ZAR"),
  statusWords: z.record(z.string(), z.enum(LINE_STATES)).default({}),
});

export type NextCommConfig = z.output<typeof NextCommConfig>;
