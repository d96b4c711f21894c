const MASK = "…";

/**
 * Masks what may identify a person or a SIM in a text of a carrier: runs of seven digits and more (MSISDN, ICCID, IMSI,
 * IMEI, EID), e-mail addresses, URLs, and long opaque words that may be tokens. Shorter codes stay readable.
 */
export function redactText(text: string): string {
  return text
    .replace(/https?:\/\/\S+/gi, MASK)
    .replace(/\S+@\S+\.\S+/g, MASK)
    .replace(/[A-Za-z0-9_\-+/=.]{40,}/g, MASK)
    .replace(/\d(?:[\s.-]?\d){6,}/g, MASK)
    .slice(0, 500);
}
