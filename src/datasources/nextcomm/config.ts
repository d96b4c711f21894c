import { z } from "zod";
import { LINE_STATES, type LineState } from "../../model/line.js";
import { accountShape } from "../account-config.js";

const some = z.string().min(1);

const KEY_BYTES = 32;
const IV_BYTES = 16;

/** Bytes written as text, or behind `hex:` or `base64:`; null when they are written wrongly. */
function bytesOf(text: string): Buffer | null {
  const [, encoding, digits = ""] = /^(hex|base64):(.*)$/s.exec(text) ?? [];
  if (encoding === "hex") return /^(?:[\da-f]{2})*$/i.test(digits) ? Buffer.from(digits, "hex") : null;
  if (encoding === "base64") return /^[a-z\d+/]*={0,2}$/i.test(digits) ? Buffer.from(digits, "base64") : null;
  return Buffer.from(text, "utf8");
}

const bytes = (length: number) =>
  z.string().transform((text, context) => {
    const read = bytesOf(text);
    if (read?.length === length) return read;
    context.addIssue({ code: "custom", message: `must be ${length} bytes: text, or hex: or base64: and the bytes so` });
    return z.NEVER;
  });

type Words = Readonly<Record<string, LineState>>;

const normalised = (words: Words): Words =>
  Object.fromEntries(Object.entries(words).map(([word, state]) => [word.toLowerCase().replace(/\s+/g, ""), state]));

/** One Next Communications entry of the accounts file. */
export const NextCommConfig = z
  .strictObject({
    ...accountShape,
    carrier: z.literal("NEXTCOMM"),
    /** The country's clock. What is not stamped in it the carrier stamps in Indian time. */
    timeZone: accountShape.timeZone.unwrap(),
    /** Three identities that the carrier gives: for tokens, for requests, and (`UserSpecificID`) for the catalogue. */
    loginId: some,
    userId: some,
    loginEntityId: some,
    /** In clear; it is encrypted before it is sent. */
    password: some,
    encryptionKey: bytes(KEY_BYTES),
    cipher: z.enum(["aes-256-cbc", "aes-256-ecb"]),
    iv: bytes(IV_BYTES).optional(),
    /** Of all prices and amounts: the carrier names none. */
    currency: z.string().regex(/^[A-Z]{3}$/, "must be an ISO 4217 code such as ZAR"),
    /** How Activation spells the key of its plan; the document does it in both ways. */
    planKey: z.enum(["PlanId", "PlanID"]).default("PlanId"),
    /** The operator's word for what a SimStatus means. Capitals and blanks do not matter. */
    statusWords: z.record(z.string(), z.enum(LINE_STATES)).default({}).transform(normalised),
  })
  .refine(({ cipher, iv }) => cipher !== "aes-256-ecb" || iv === undefined, {
    path: ["iv"],
    error: "must not stand beside aes-256-ecb, which has none",
    when: ({ value }) => typeof value === "object" && value !== null,
  });

export type NextCommConfig = z.output<typeof NextCommConfig>;
