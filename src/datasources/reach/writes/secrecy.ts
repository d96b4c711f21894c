/** Members of requests whose texts are ids and words of the carrier: what it says of them may be shown. */
const SHOWN: ReadonlySet<string> = new Set([
  "action",
  "billId",
  "cardId",
  "ccUUID",
  "countries",
  "country",
  "customerId",
  "default",
  "feature",
  "groupId",
  "id",
  "invoiceId",
  "newPlanId",
  "packId",
  "paymentType",
  "planId",
  "residential",
  "serviceCode",
  "shipmentType",
  "simType",
  "type",
  "uuid",
]);

/** Every other text in a request: names, numbers, passwords, whatever a member to come may hold. */
function hiddenTexts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => (SHOWN.has(name) ? [] : hiddenTexts(part)));
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** Numbers are found everywhere, words only where they stand alone: "Ann" is not in "cannot". */
const patternOf = (text: string): string =>
  /\d/.test(text) ? escaped(text) : `(?<![\\p{L}\\p{N}])${escaped(text)}(?![\\p{L}\\p{N}])`;

/**
 * Masks in the carrier's words what of the request is personal or secret. A PIN of four digits or a name looks like any
 * other word, so that only the request itself tells what has to be masked.
 */
export function maskOf(request: unknown): (words: string) => string {
  const texts = [...new Set(hiddenTexts(request))].filter((text) => text.trim().length > 1);
  if (texts.length === 0) return (words) => words;
  const longestFirst = texts.toSorted((one, other) => other.length - one.length);
  const pattern = new RegExp(longestFirst.map(patternOf).join("|"), "giu");
  return (words) => words.replace(pattern, "…");
}
