import type { Endpoint, Plan } from "../state.js";

/** What add-ons cost together, in 1/10000 cent. */
export const priceOf = (plans: readonly Plan[]): number => plans.reduce((sum, plan) => sum + plan.price, 0);

/** A prepaid endpoint pays from its main account and must have the money; a postpaid one is billed later. */
export const canPay = (endpoint: Endpoint, price: number): boolean =>
  endpoint.type === "1" || endpoint.balance >= price;

export function pay(endpoint: Endpoint, price: number): void {
  if (endpoint.type === "1") endpoint.charged += price;
  else endpoint.balance -= price;
}
