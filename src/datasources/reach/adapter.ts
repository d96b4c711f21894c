import type { DataSource } from "../carrier.js";
import type { ReachConfig } from "./config.js";

/** One account at Reach Mobile. */
export function createReach({ id: account }: ReachConfig): DataSource {
  return { account, carrier: "REACH", reads: {}, writes: {}, load: { running: 0, waiting: 0 }, close: async () => {} };
}
