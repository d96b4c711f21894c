import type { Context, Order } from "../context.js";
import { Failure } from "../errors.js";
import { isOrder } from "../lifecycle/orders.js";

/** How long a price holds. The carriers do not say; it is asked again before anything is bought. */
const LIFETIME_MS = 30 * 60_000;
const PURPOSE = "quote";

/** What was quoted: the order itself, and what it would have cost. */
export interface Quoted {
  readonly account: string;
  readonly order: Order;
  /** Due now, decimal text; null where the carrier told no sum. */
  readonly total: string | null;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** Seals what was quoted, so that nobody but this installation can read or change it. */
export function sealQuote(quoted: Omit<Quoted, "expiresAt">, { ids }: Context): { token: string; expiresAt: string } {
  const expiresAt = Date.now() + LIFETIME_MS;
  const token = ids.seal(PURPOSE, JSON.stringify({ ...quoted, expiresAt }));
  return { token, expiresAt: new Date(expiresAt).toISOString() };
}

/** What was quoted. Throws INVALID_ARGUMENT for a token that is none of ours; says nothing of its age. */
export function openQuote(token: string, { ids }: Context): Quoted {
  const text = ids.open(PURPOSE, token);
  const quoted: Quoted | null = text === null ? null : JSON.parse(text);
  if (quoted !== null && isOrder(quoted.order)) return quoted;
  throw new Failure("INVALID_ARGUMENT", "input.quote: this is no quote.", {
    field: ["input", "quote"],
    hint: "Use Quote.token, whole and unchanged.",
  });
}

/** Refuses a price that is too old, or that is another by now. */
export function checkPrice({ total, expiresAt }: Quoted, now: string | null): void {
  const field = ["input", "quote"];
  if (Date.now() > expiresAt) throw new Failure("QUOTE_EXPIRED", "input.quote: is too old.", { field });
  if (total === now) return;
  throw new Failure(
    "QUOTE_EXPIRED",
    `input.quote: the price has changed from ${total ?? "none"} to ${now ?? "none"}.`,
    {
      field,
      hint: "Quote again, and show the new price before it is accepted.",
    },
  );
}
