import type { CallRecord, DataSource } from "../carrier.js";
import { CarrierClient } from "../http/client.js";
import type { ReachConfig } from "./config.js";
import { reachProtocol } from "./protocol.js";

/** Calls under way at once where the accounts file says nothing. The carrier limits each key, and does not say how. */
const DEFAULT_CONCURRENCY = 4;

/** One account at Reach Mobile. */
export function createReach(config: ReachConfig, observe: (record: CallRecord) => void): DataSource {
  const { id: account, baseUrl, limits, deadlines } = config;
  const client = new CarrierClient(
    {
      carrier: "REACH",
      account,
      baseUrl,
      limits: { concurrency: limits.concurrency ?? DEFAULT_CONCURRENCY, perSecond: limits.perSecond },
      readMs: deadlines.readMs,
      observe,
    },
    () => reachProtocol(config),
  );
  return {
    account,
    carrier: "REACH",
    reads: {},
    writes: {},
    get load() {
      return client.load;
    },
    close: () => client.close(),
  };
}
