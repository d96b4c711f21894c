import type { Price } from "../../../model/commerce.js";
import type { CallContext } from "../../carrier.js";
import type { Order } from "../../port/order.js";
import type { QuoteReads } from "../../port/subscribers.js";
import {
  ildCreditToWire,
  newPurchaseToWire,
  nextPurchaseToWire,
  planChangeToWire,
  roamingPackToWire,
  topUpToWire,
} from "../mapping/order.js";
import { planChangePriceFromWire, purchasePriceFromWire, simplePriceFromWire } from "../mapping/price.js";
import { ildQuote, planChangeEstimate, productQuote, roamingPackQuote, topupQuote } from "../operations/quotes.js";
import type { Wire } from "../wire.js";

export const quoteReads = (wire: Wire): QuoteReads => ({ quote: (order, call) => quote(wire, order, call) });

/** Each order is priced by the body that it would be placed with. */
async function quote({ ask, frame }: Wire, order: Order, call: CallContext): Promise<Price> {
  switch (order.kind) {
    case "PURCHASE":
      return purchasePriceFromWire(await ask(productQuote, { body: newPurchaseToWire(order) }, call));
    case "PURCHASE_SUBSEQUENT":
      return purchasePriceFromWire(await ask(productQuote, { body: nextPurchaseToWire(order) }, call));
    case "TOP_UP_PURCHASE":
      return simplePriceFromWire(await ask(topupQuote, { body: topUpToWire(order) }, call));
    case "ILD_PURCHASE":
      return simplePriceFromWire(await ask(ildQuote, { body: ildCreditToWire(order) }, call));
    case "ROAMING_PACK_PURCHASE": {
      const input = { params: { customerId: order.subscriber }, body: roamingPackToWire(order) };
      return simplePriceFromWire(await ask(roamingPackQuote, input, call));
    }
    case "SUBSCRIBER_PLAN_CHANGE":
      return planChangePriceFromWire(await ask(planChangeEstimate, { body: planChangeToWire(order) }, call), frame);
  }
}
