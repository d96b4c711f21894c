const MASK = "…";
const MAX_READ = 2000;
const MAX_SHOWN = 500;

/** What may identify a person or a SIM or open a door, in the order in which it is masked. */
const SENSITIVE: readonly RegExp[] = [
  /\b[a-z][a-z\d+.-]*:\/\/\S+|\bwww\.\S+/gi,
  /\S+@\S+/g,
  /\b(?:bearer\s+|basic\s+(?=\S*[\d=]))\S{8,}/gi,
  /(?<=\b(?:password|passwd|pwd|secret|token|api[_-]?key|pin|puk|otp)["']?\s*[=:]\s*)\S+/gi,
  // Tokens, keys, hashes: JWTs, and long words with a digit in them.
  /\beyJ[\w-]+(?:\.[\w-]*)*/g,
  /(?=[\w\-+/=]*\d)[\w\-+/=]{32,}/g,
  // Seven digits and more, also in groups: MSISDN, ICCID, IMSI, EID, IMEI.
  /[+(]*\p{Nd}(?:[\s.()-]{0,2}\p{Nd}){6,}/gu,
];

/** Nearly every code and message: a number of up to six digits, or words alone. Nothing of the above is in such a text. */
const HARMLESS = /^\d{0,6}$|^(?!.*(?:eyJ|www|bearer|basic))[a-z .,'!]*$/i;

/**
 * Masks numbers of people and SIMs, e-mail addresses, URLs, secrets and long opaque words in a text of a carrier.
 * Words, codes and ids of up to six digits stay. Shows at most 500 characters.
 */
export function redactText(text: string): string {
  if (text.length <= MAX_SHOWN && HARMLESS.test(text)) return text;
  // The cut falls between words: half a number or address would not be recognised.
  const read = text.length <= MAX_READ ? text : text.slice(0, MAX_READ).replace(/\S*$/, "");
  return SENSITIVE.reduce((masked, pattern) => masked.replace(pattern, MASK), read).slice(0, MAX_SHOWN);
}

/**
 * An error for logs, by an allow-list: its name, code, frames and its scrubbed message. Errors of libraries quote what
 * they could not read and carry pieces of it.
 */
export function redactError(error: unknown): Error | undefined {
  if (!(error instanceof Error)) return undefined;
  const message = redactText(error.message);
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
  const copy = new Error(message);
  copy.name = error.name;
  copy.stack = [`${error.name}: ${message}`, ...frames].join("\n");
  return "code" in error && typeof error.code === "string" ? Object.assign(copy, { code: error.code }) : copy;
}
