import type { DataSource } from "../carrier.js";
import type { PayuConfig } from "./config.js";

/** One account at PayU BBPS. */
export function createPayu({ id: account }: PayuConfig): DataSource {
  return { account, carrier: "PAYU", reads: {}, writes: {}, load: { running: 0, waiting: 0 }, close: async () => {} };
}
