import type { CallRecord, DataSource } from "../carrier.js";
import { CarrierClient } from "../http/client.js";
import type { CostsOf } from "../port/costs.js";
import type { NexconConfig } from "./config.js";
import { COSTS } from "./costs.js";
import { nexconProtocol } from "./protocol.js";
import { simReads } from "./reads/sims.js";
import { simWrites } from "./writes/sims.js";

/** Calls under way at once where the accounts file says nothing. The carrier states no limit. */
const DEFAULT_CONCURRENCY = 4;

/** One account at NexCon.io. There is no list of SIMs, no usage and no catalogue. */
export function createNexcon(config: NexconConfig, observe: (record: CallRecord) => void): DataSource {
  const { id: account, baseUrl, limits, deadlines } = config;
  const client = new CarrierClient(
    {
      carrier: "NEXCON",
      account,
      baseUrl,
      limits: { concurrency: limits.concurrency ?? DEFAULT_CONCURRENCY, perSecond: limits.perSecond },
      readMs: deadlines.readMs,
      cache: config.cache,
      breaker: config.breaker,
      objectField: "icc",
      observe,
    },
    () => nexconProtocol(config),
  );
  const reads = { sims: simReads(client, config) };
  return {
    account,
    carrier: "NEXCON",
    reads,
    costs: COSTS satisfies CostsOf<typeof reads>,
    writes: config.readOnly ? {} : { sims: simWrites(client) },
    get load() {
      return client.load;
    },
    share: (replicas) => client.share(replicas),
    close: () => client.close(),
  };
}
