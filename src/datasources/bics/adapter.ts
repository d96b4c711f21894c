import type { CallRecord, DataSource } from "../carrier.js";
import { CarrierClient } from "../http/client.js";
import type { CostsOf } from "../port/costs.js";
import type { BicsConfig } from "./config.js";
import { COSTS } from "./costs.js";
import { bicsProtocol } from "./protocol.js";
import { bicsReads, planReads } from "./reads/catalogue.js";
import { addonReads, connectivityReads, locationReads, networkReads, usageReads } from "./reads/details.js";
import { endpointReads } from "./reads/endpoints.js";
import { simListing, simReads } from "./reads/sims.js";
import { wireOf } from "./wire.js";
import { bulkWrites } from "./writes/bulk.js";
import { endpointWrites } from "./writes/endpoints.js";

/** Calls under way at once where the accounts file says nothing. The carrier states no limit. */
const DEFAULT_CONCURRENCY = 8;

/** One account at BICS SIM for Things. */
export function createBics(config: BicsConfig, observe: (record: CallRecord) => void): DataSource {
  const { id: account, baseUrl, limits } = config;
  const client = new CarrierClient(
    {
      carrier: "BICS",
      account,
      baseUrl,
      limits: { concurrency: limits.concurrency ?? DEFAULT_CONCURRENCY, perSecond: limits.perSecond },
      cache: config.cache,
      breaker: config.breaker,
      objectField: "endPointId",
      observe,
    },
    bicsProtocol(config),
  );
  const wire = wireOf(client, config);
  const reads = {
    endpoints: endpointReads(wire),
    addons: addonReads(wire),
    sims: simReads(wire),
    simListing: simListing(wire),
    plans: planReads(wire),
    usage: usageReads(wire),
    networks: networkReads(wire),
    connectivity: connectivityReads(wire),
    location: locationReads(wire),
    bics: bicsReads(wire),
  };
  return {
    account,
    carrier: "BICS",
    reads,
    costs: COSTS satisfies CostsOf<typeof reads>,
    writes: config.readOnly ? {} : { endpoints: endpointWrites(wire), bulk: bulkWrites(wire) },
    get load() {
      return client.load;
    },
    share: (replicas) => client.share(replicas),
    close: () => client.close(),
  };
}
