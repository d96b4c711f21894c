import { createDecipheriv, randomBytes } from "node:crypto";
import type { Account } from "./state.js";

const ZERO_IV = Buffer.alloc(16);

/** A key as an accounts file writes it: text, or bytes behind `hex:` or `base64:`. */
function keyOf(text: string): Buffer {
  if (text.startsWith("hex:")) return Buffer.from(text.slice(4), "hex");
  if (text.startsWith("base64:")) return Buffer.from(text.slice(7), "base64");
  return Buffer.from(text);
}

/** Whether a password as sent is the account's, encrypted with the account's key. */
export function isPassword({ cipher, encryptionKey, password }: Account, sent: string): boolean {
  try {
    const decipher = createDecipheriv(cipher, keyOf(encryptionKey), cipher === "aes-256-cbc" ? ZERO_IV : null);
    return decipher.update(sent, "base64", "utf8") + decipher.final("utf8") === password;
  } catch {
    return false;
  }
}

export const newToken = (): string => randomBytes(24).toString("base64url");
