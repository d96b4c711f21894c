import type { CallRecord, DataSource } from "../carrier.js";
import { CarrierClient } from "../http/client.js";
import type { CostsOf } from "../port/costs.js";
import type { ReachConfig } from "./config.js";
import { COSTS } from "./costs.js";
import { notificationReader } from "./notifications.js";
import { RETRY, reachProtocol } from "./protocol.js";
import { reachReads } from "./reads/all.js";
import { wireOf } from "./wire.js";
import { reachWrites } from "./writes/all.js";

/** Calls under way at once where the accounts file says nothing. The carrier limits each key, and does not say how. */
const DEFAULT_CONCURRENCY = 4;

/** The line to the carrier under the credentials of one account. */
export function reachClient(config: ReachConfig, observe: (record: CallRecord) => void): CarrierClient {
  const { id: account, baseUrl, limits, deadlines } = config;
  return new CarrierClient(
    {
      carrier: "REACH",
      account,
      baseUrl,
      limits: { concurrency: limits.concurrency ?? DEFAULT_CONCURRENCY, perSecond: limits.perSecond },
      readMs: deadlines.readMs,
      retry: RETRY,
      cache: config.cache,
      breaker: config.breaker,
      observe,
    },
    () => reachProtocol(config),
  );
}

/** One account at Reach Mobile. */
export function createReach(config: ReachConfig, observe: (record: CallRecord) => void): DataSource {
  const client = reachClient(config, observe);
  const wire = wireOf(client, config);
  const reads = reachReads(wire);
  return {
    account: config.id,
    carrier: "REACH",
    reads,
    costs: COSTS satisfies CostsOf<typeof reads>,
    notifications: notificationReader(config),
    writes: config.readOnly ? {} : reachWrites(client, wire.frame),
    get load() {
      return client.load;
    },
    share: (replicas) => client.share(replicas),
    close: () => client.close(),
  };
}
