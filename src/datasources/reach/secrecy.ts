import type { WireRequest } from "../http/encode.js";
import type { Verdict } from "../http/verdict.js";

/** Members of requests whose texts are ids and words of the carrier, or prices: what it says of them may be shown. */
const SHOWN: ReadonlySet<string> = new Set([
  "action",
  "amount",
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
  "mvne",
  "newPlanId",
  "packId",
  "paymentType",
  "planId",
  "residential",
  "serviceCode",
  "shipmentType",
  "simType",
  "type",
  "usageData",
  "uuid",
]);

/** Every other text in a request: names, numbers, passwords, whatever a member to come may hold. */
function hiddenTexts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value, JSON.stringify(value).slice(1, -1)];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => (SHOWN.has(name) ? [] : hiddenTexts(part)));
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** Numbers are found everywhere, words only where they stand alone: "Ann" is not in "cannot". */
const patternOf = (text: string): string =>
  /\d/.test(text) ? escaped(text) : `(?<![\\p{L}\\p{N}])${escaped(text)}(?![\\p{L}\\p{N}])`;

type Request = Pick<WireRequest, "path" | "body">;

function partsOf({ path, body }: Request): readonly unknown[] {
  const query = new URLSearchParams(path.split("?")[1]);
  return [Object.fromEntries(query), body === null ? null : JSON.parse(body)];
}

/**
 * Masks in the carrier's words what of the request is personal or secret. A PIN of four digits or a name looks like any
 * other word, so that only the request itself tells what has to be masked.
 */
function maskOf(request: Request): (words: string) => string {
  const texts = partsOf(request)
    .flatMap(hiddenTexts)
    .filter((text) => text.trim().length > 1);
  if (texts.length === 0) return (words) => words;
  const longestFirst = [...new Set(texts)].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(longestFirst.map(patternOf).join("|"), "giu");
  return (words) => words.replace(pattern, "…");
}

/** What an answer says, without what it repeats of the request. */
export function masked(verdict: Verdict, request: Request): Verdict {
  if (!("message" in verdict) || verdict.message === null) return verdict;
  return { ...verdict, message: maskOf(request)(verdict.message) };
}
