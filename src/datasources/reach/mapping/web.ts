import { textOf } from "../../mapping/text.js";

/** The address of a web page; null for every other text, which nobody should be led to. */
export function webAddressFromWire(cell: unknown): string | null {
  const url = textOf(cell);
  return url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
}
