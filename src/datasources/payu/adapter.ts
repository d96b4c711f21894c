import type { CallRecord, DataSource } from "../carrier.js";
import { CarrierClient } from "../http/client.js";
import type { CostsOf } from "../port/costs.js";
import { sessionFor } from "./auth.js";
import type { PayuConfig } from "./config.js";
import { COSTS } from "./costs.js";
import { PLANS_SCOPE } from "./operations/plans.js";
import { payuProtocol } from "./protocol.js";
import { rechargePlanReads } from "./reads/recharge-plans.js";

/** Calls under way at once where the accounts file says nothing. The carrier states no limit. */
const DEFAULT_CONCURRENCY = 4;

/** One account at PayU BBPS: plans of operators for a number, and nothing that could be bought. */
export function createPayu(config: PayuConfig, observe: (record: CallRecord) => void): DataSource {
  const { id: account, baseUrl, limits, deadlines } = config;
  const options = {
    carrier: "PAYU",
    account,
    limits: { concurrency: limits.concurrency ?? DEFAULT_CONCURRENCY, perSecond: limits.perSecond },
    observe,
  } as const;
  const session = sessionFor(PLANS_SCOPE, config, options);
  const client = new CarrierClient(
    { ...options, baseUrl, readMs: deadlines.readMs, cache: config.cache, breaker: config.breaker },
    () => payuProtocol(session.tokens),
  );
  const reads = { rechargePlans: rechargePlanReads(client, config) };
  return {
    account,
    carrier: "PAYU",
    reads,
    costs: COSTS satisfies CostsOf<typeof reads>,
    writes: {},
    get load() {
      return client.load;
    },
    share: (replicas) => client.share(replicas),
    close: async () => {
      await Promise.all([client.close(), session.close()]);
    },
  };
}
