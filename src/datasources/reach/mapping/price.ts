import type { Charge, Price } from "../../../model/commerce.js";
import type { PlanChangeQuote, PurchaseQuote, SimpleQuote } from "../operations/quotes.js";
import type { Frame } from "./frame.js";
import { moneyFromWire } from "./quantity.js";
import { timeFromWire } from "./time.js";

type Cells = Readonly<Record<string, unknown>>;

/** The parts of a price under the carrier's names for them; what is no money is left out. */
const chargesFromWire = (cells: Cells): readonly Charge[] =>
  Object.entries(cells).flatMap(([name, cell]) => {
    const amount = moneyFromWire(cell);
    return amount === null ? [] : { name, amount };
  });

/** A purchase: everything beside the total is a part of it. */
export function purchasePriceFromWire({ oneTimeCharge, estimatedMonthlyCost }: PurchaseQuote): Price {
  const { totalOneTimeCost, ...parts } = oneTimeCharge;
  return {
    total: moneyFromWire(totalOneTimeCost),
    charges: chargesFromWire(parts),
    monthly: moneyFromWire(totalIn(estimatedMonthlyCost)),
    effectiveOn: null,
  };
}

/** The document nests the total; a client was seen to read the number itself. */
const totalIn = (cost: unknown): unknown =>
  typeof cost === "object" && cost !== null && "total" in cost ? cost.total : cost;

export const simplePriceFromWire = ({ total, ...parts }: SimpleQuote): Price => ({
  total: moneyFromWire(total),
  charges: chargesFromWire(parts),
  monthly: null,
  effectiveOn: null,
});

/** What is due now is not told as a sum: a prorated charge may be due now or stand on the next bill. */
export const planChangePriceFromWire = (quote: PlanChangeQuote, { zone }: Frame): Price => ({
  total: null,
  charges: chargesFromWire({ proratedCharge: quote.proratedCharge, nextBillAmount: quote.nextBillAmount }),
  monthly: null,
  effectiveOn: timeFromWire(quote.effectiveDate, zone),
});
