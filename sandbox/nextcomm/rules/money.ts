import type { Account } from "../state.js";

/** One unit of a currency, in the ledger's 1/10000 cent. */
const UNIT = 1_000_000;

const costOf = (price: number): number => Math.round(price * UNIT);

export const NO_CREDIT = "The Credit of the account is not enough !!!";

export const canPay = ({ settings }: Account, price: number): boolean => settings.credit >= costOf(price);

/** Takes the price from the account; returns what the ledger shows. */
export function take({ settings }: Account, price: number): number {
  const cost = costOf(price);
  settings.credit -= cost;
  return cost;
}
