import type { Reads } from "../../carrier.js";
import type { Wire } from "../wire.js";
import { allowanceReads } from "./allowances.js";
import { billingReads } from "./billing.js";
import { KeptCatalogue, planReads } from "./catalogue.js";
import { progressReads } from "./progress.js";
import { quoteReads } from "./quotes.js";
import { salesReads } from "./sales.js";
import { subscriberReads } from "./subscribers.js";

/** Everything that one account can be asked. */
export function reachReads(wire: Wire) {
  const catalogue = new KeptCatalogue(wire);
  return {
    subscribers: subscriberReads(wire),
    sales: salesReads(wire, catalogue),
    quotes: quoteReads(wire),
    progress: progressReads(wire),
    billing: billingReads(wire),
    allowances: allowanceReads(wire),
    plans: planReads(catalogue),
  } satisfies Reads;
}
