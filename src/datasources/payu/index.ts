import type { Carrier } from "../carrier.js";
import { shareableNames } from "../http/operation.js";
import { createPayu } from "./adapter.js";
import { PayuConfig } from "./config.js";
import { DOCUMENTED } from "./operations/index.js";

/** PayU BBPS. The only door of this folder. */
export const payu: Carrier<PayuConfig> = {
  id: "PAYU",
  label: "PayU BBPS",
  config: PayuConfig,
  reads: shareableNames(DOCUMENTED),
  create: createPayu,
};
