import type { CallRecord, DataSource } from "../carrier.js";
import { CarrierClient } from "../http/client.js";
import type { CostsOf } from "../port/costs.js";
import type { NextCommConfig } from "./config.js";
import { COSTS } from "./costs.js";
import { nextCommProtocol } from "./protocol.js";
import { planReads } from "./reads/catalogue.js";
import { simReads, stockReads } from "./reads/sims.js";
import { addonReads, planExpiryReads, subscriberReads } from "./reads/subscribers.js";
import { wireOf } from "./wire.js";
import { activationWrites } from "./writes/activations.js";
import { rechargeWrites } from "./writes/recharges.js";

/** Calls under way at once where the accounts file says nothing. The carrier states no limit. */
const DEFAULT_CONCURRENCY = 4;

/** One account at Next Communications. */
export function createNextComm(config: NextCommConfig, observe: (record: CallRecord) => void): DataSource {
  const { id: account, baseUrl, limits, deadlines } = config;
  const client = new CarrierClient(
    {
      carrier: "NEXTCOMM",
      account,
      baseUrl,
      limits: { concurrency: limits.concurrency ?? DEFAULT_CONCURRENCY, perSecond: limits.perSecond },
      readMs: deadlines.readMs,
      cache: config.cache,
      breaker: config.breaker,
      observe,
    },
    nextCommProtocol(config),
  );
  const wire = wireOf(client, config);
  const reads = {
    subscribers: subscriberReads(wire),
    addons: addonReads(wire),
    planExpiry: planExpiryReads(wire),
    sims: simReads(wire),
    stock: stockReads(wire),
    plans: planReads(wire),
  };
  return {
    account,
    carrier: "NEXTCOMM",
    reads,
    costs: COSTS satisfies CostsOf<typeof reads>,
    writes: config.readOnly ? {} : { activations: activationWrites(wire), recharges: rechargeWrites(wire) },
    get load() {
      return client.load;
    },
    share: (replicas) => client.share(replicas),
    close: () => client.close(),
  };
}
