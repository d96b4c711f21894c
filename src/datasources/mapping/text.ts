/**
 * A carrier's cell as text: null for the three spellings of nothing (`""`, `"-"`, absent) and for what is no scalar.
 * Numbers and booleans become text, because carriers print the same field now so, now so.
 */
export function textOf(cell: unknown): string | null {
  const text = rawOf(cell)?.trim();
  return text === undefined || text === "" || text === "-" ? null : text;
}

/** A carrier's cell exactly as printed, placeholders included; null when absent or no scalar. */
export function rawOf(cell: unknown): string | null {
  if (typeof cell === "string") return cell;
  return typeof cell === "number" || typeof cell === "boolean" ? String(cell) : null;
}

/** The parts of a list printed in one text, trimmed, without empty ones. */
export function partsOf(cell: unknown, separator: string): readonly string[] {
  const text = textOf(cell);
  if (text === null) return [];
  const parts = text.split(separator);
  return parts.every(isTold) ? parts : parts.flatMap((part) => textOf(part) ?? []);
}

const isTold = (part: string): boolean => textOf(part) === part;

const YES: ReadonlySet<string> = new Set(["true", "yes", "1"]);
const NO: ReadonlySet<string> = new Set(["false", "no", "0"]);

/** A boolean in any of the dialects `true/false`, `Yes/No`, `1/0`; null for every other word. */
export function flagOf(cell: unknown): boolean | null {
  const word = textOf(cell)?.toLowerCase();
  if (word === undefined) return null;
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}

/** The entry of a table under exactly this key; never what every object inherits. */
export const entryOf = <T>(table: Readonly<Record<string, T>>, key: string): T | null =>
  Object.hasOwn(table, key) ? (table[key] ?? null) : null;

/** Words that were looked up before, for each table: a listing says the same few words thousands of times. */
const KNOWN_WORDS = new WeakMap<object, Map<string, unknown>>();
const MOST_WORDS = 100;

/** The value that a carrier's word stands for, compared without case and without blanks; null for an unknown word. */
export function wordIn<T>(table: Readonly<Record<string, T>>, cell: unknown): T | null {
  const text = textOf(cell);
  if (text === null) return null;
  const words = KNOWN_WORDS.get(table) ?? new Map<string, unknown>();
  const known = words.get(text);
  // What was found under this table is of its type.
  if (known !== undefined) return known as T | null;
  const value = entryOf(table, text.toLowerCase().replace(/\s+/g, ""));
  if (words.size < MOST_WORDS) KNOWN_WORDS.set(table, words.set(text, value));
  return value;
}
