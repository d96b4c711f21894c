const MASK = "…";
const MAX_READ = 2000;
const MAX_SHOWN = 500;

/** What may identify a person or a SIM or open a door, in the order in which it is masked. */
const SENSITIVE: readonly RegExp[] = [
  /\b[a-z][a-z\d+.-]*:\/\/\S+|\bwww\.\S+/gi,
  /\S+@\S+/g,
  /\b(?:bearer|basic)\s+(?=\S*[\d=])\S{8,}/gi,
  /(?<=\b(?:password|passwd|pwd|secret|token|api[_-]?key|pin|puk|otp)["']?\s*[=:]\s*)\S+/gi,
  // Tokens, keys, hashes: JWTs, and long words with a digit in them.
  /\beyJ[\w-]+(?:\.[\w-]*)*/g,
  /(?=[\w\-+/=]*\d)[\w\-+/=]{32,}/g,
  // Seven digits and more, also in groups: MSISDN, ICCID, IMSI, EID, IMEI.
  /[+(]*\p{Nd}(?:[\s.()-]{0,2}\p{Nd}){6,}/gu,
];

/**
 * Masks numbers of people and SIMs, e-mail addresses, URLs, secrets and long opaque words in a text of a carrier.
 * Words, codes and ids of up to six digits stay. Shows at most 500 characters.
 */
export function redactText(text: string): string {
  // The cut falls between words: half a number or address would not be recognised.
  const read = text.length <= MAX_READ ? text : text.slice(0, MAX_READ).replace(/\S*$/, "");
  return SENSITIVE.reduce((masked, pattern) => masked.replace(pattern, MASK), read).slice(0, MAX_SHOWN);
}
