import type { Carrier } from "../carrier.js";
import { createPayu } from "./adapter.js";
import { PayuConfig } from "./config.js";

/** PayU BBPS. The only door of this folder. */
export const payu: Carrier<PayuConfig> = {
  id: "PAYU",
  label: "PayU BBPS",
  config: PayuConfig,
  create: createPayu,
};
