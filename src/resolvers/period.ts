import type { Period } from "../context.js";
import { Failure } from "../errors.js";

const MAX_DAYS = 366;
const DAY_MS = 86_400_000;

/** A period of days, both included. Throws for one that ends before it begins or is longer than a year. */
export function checkPeriod({ from, to }: Period): Period {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (days < 1) {
    throw new Failure("INVALID_ARGUMENT", "to: must not be before from.", {
      field: ["to"],
      hint: "Swap the two days.",
    });
  }
  if (days <= MAX_DAYS) return { from, to };
  throw new Failure("OUT_OF_RANGE", `from, to: a period has at most ${MAX_DAYS} days.`, {
    field: ["to"],
    hint: "Ask for shorter periods one after the other.",
  });
}
