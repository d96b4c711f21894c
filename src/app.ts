import { basename, dirname, join } from "node:path";
import { buildGraph } from "./build-schema.js";
import type { Config } from "./config.js";
import { createContext } from "./context.js";
import { Accounts } from "./datasources/accounts.js";
import type { Writes } from "./datasources/carrier.js";
import { errorFormatter } from "./format-error.js";
import { callbackMetrics, carrierMetrics, Metrics } from "./http/metrics.js";
import { keptIdSecret } from "./id-secret.js";
import { Ids } from "./ids.js";
import { type Logger, logCall } from "./log.js";
import { openOperations } from "./operations/open.js";
import type { Timing } from "./operations/timing.js";
import { createServer } from "./server.js";

export interface App {
  /** Origin that it listens at, without a slash at the end. */
  readonly url: string;
  /** Finishes the requests in flight, for a bounded time, and frees everything. */
  stop(): Promise<void>;
}

export interface AppOptions {
  /** How long operations wait and are looked at again; that of real carriers unless told. */
  readonly timing?: Timing;
}

/** The whole program, put together: accounts, graph, HTTP. */
export async function startApp(config: Config, log: Logger, options: AppOptions = {}): Promise<App> {
  const metrics = new Metrics();
  const countCall = carrierMetrics(metrics);
  const writes = new Map<string, Writes>();
  const accounts = new Accounts(config.accounts, {
    observe: (record) => {
      countCall(record);
      logCall(log, record);
    },
    keepWrites: (account, ofAccount) => writes.set(account, ofAccount),
  });
  const operations = openOperations({ config, accounts, writes, log, ...options });
  const services = {
    operations: operations.engine,
    accounts,
    ids: new Ids(config.idSecret ?? keptIdSecret(config.dataDir)),
  };
  const server = await createServer({
    schema: buildGraph(),
    contextOf: (request) => createContext(services, request),
    formatError: errorFormatter((error) => log.error({ err: error }, "a bug")),
    graphiql: { directory: graphiqlDirectory() },
    callbacks: { receive: operations.receive, count: callbackMetrics(metrics, (id) => accounts.find(id) !== null) },
    health: { ready: () => ({ ok: true, detail: { accounts: accounts.all.length } }) },
    host: config.host,
    port: config.port,
    log,
    metrics,
  });
  const { url } = await server.listen();
  const stop = async () => {
    await server.close();
    await operations.close();
    await accounts.close();
  };
  return { url, stop };
}

/** The bundle's place beside this file, both as it is written and as it is built. */
function graphiqlDirectory(): string {
  const above = dirname(import.meta.dirname);
  return basename(above) === "dist" ? join(above, "graphiql") : join(above, "dist", "graphiql");
}
