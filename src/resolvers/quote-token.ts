import type { Context, Order } from "../context.js";
import { Failure } from "../errors.js";
import { isOrder } from "../lifecycle/orders.js";
import type { Price } from "../model/commerce.js";

/** How long a price holds. The carriers do not say; it is asked again before anything is bought. */
const LIFETIME_MS = 30 * 60_000;
const PURPOSE = "quote";

/** What was quoted: the order itself, and the price that was shown. */
export interface Quoted {
  readonly account: string;
  readonly order: Order;
  /** As `shownOf` tells it. */
  readonly shown: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** Every sum of a price, as one text: not every carrier tells a total, and what comes each month is agreed to as well. */
export function shownOf({ total, charges, monthly }: Price): string {
  const sums = [...charges, { name: "monthly", amount: monthly }, { name: "total", amount: total }];
  return sums.flatMap(({ name, amount }) => (amount === null ? [] : `${name} ${amount.amount}`)).join(", ");
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
export function checkPrice({ shown, expiresAt }: Quoted, now: string): void {
  const field = ["input", "quote"];
  if (Date.now() > expiresAt) throw new Failure("QUOTE_EXPIRED", "input.quote: is too old.", { field });
  if (shown === now) return;
  throw new Failure("QUOTE_EXPIRED", `input.quote: the price has changed from (${shown}) to (${now}).`, {
    field,
    hint: "Quote again, and show the new price before it is accepted.",
  });
}
