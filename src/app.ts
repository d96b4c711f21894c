import { basename, dirname, join } from "node:path";
import { buildGraph } from "./build-schema.js";
import type { Config } from "./config.js";
import { createContext } from "./context.js";
import { Accounts } from "./datasources/accounts.js";
import type { Writes } from "./datasources/carrier.js";
import { EXPLAIN_HEADER, explainPlugin } from "./explain/plugin.js";
import { errorFormatter } from "./format-error.js";
import type { Readiness } from "./http/health-routes.js";
import { callbackMetrics, carrierMetrics, loadMetrics, Metrics } from "./http/metrics.js";
import { keptIdSecret } from "./id-secret.js";
import { Ids } from "./ids.js";
import { type Logger, logCall } from "./log.js";
import { openOperations } from "./operations/open.js";
import type { StoreHealth } from "./operations/store-watch.js";
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
  /** How long a request may wait for carriers. */
  readonly requestMs?: number | undefined;
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
  loadMetrics(metrics, accounts.all);
  const ids = new Ids(config.idSecret ?? keptIdSecret(config.dataDir));
  const operations = openOperations({ config, accounts, writes, log, sealer: ids, ...options });
  const countCallback = callbackMetrics(metrics, (id) => accounts.find(id) !== null);
  const { engine, inbox, known, met } = operations;
  const services = { operations: engine, inbox, known, met, accounts, ids, requestMs: options.requestMs };
  const server = await createServer({
    schema: buildGraph(),
    plugins: { [EXPLAIN_HEADER]: explainPlugin(config.isExplaining) },
    contextOf: (request) => createContext(services, request),
    formatError: errorFormatter((error) => log.error({ err: error }, "a bug")),
    graphiql: { directory: graphiqlDirectory() },
    callbacks: { receive: operations.receive, count: countCallback },
    notifications: { ...notifications(accounts), receive: operations.receiveMessage, count: countCallback },
    health: { ready: () => readiness(operations.health, accounts) },
    host: config.host,
    port: config.port,
    log,
    metrics,
  });
  const { url } = await server.listen();
  operations.open();
  const stop = async () => {
    await server.close();
    await operations.close();
    await accounts.close();
  };
  return { url, stop };
}

/** Reads need no store, yet who sends requests here is to know that actions are refused. */
function readiness(store: StoreHealth, accounts: Accounts): Readiness {
  const reason = store.state === "UNAVAILABLE" ? { reason: store.reason } : {};
  return { ok: store.state === "OPEN", detail: { accounts: accounts.all.length, store: store.state, ...reason } };
}

/** Who may send messages to the addresses that carriers have fixed, and whom the address without an account is of. */
function notifications(accounts: Accounts) {
  const [one, ...others] = accounts.all.filter((account) => account.notifications !== undefined);
  return {
    onlyAccount: others.length === 0 ? (one?.id ?? null) : null,
    isAuthentic: (account: string, given: string | null) =>
      accounts.find(account)?.notifications?.isAuthentic(given) ?? null,
  };
}

/** The bundle's place beside this file, both as it is written and as it is built. */
function graphiqlDirectory(): string {
  const above = dirname(import.meta.dirname);
  return basename(above) === "dist" ? join(above, "graphiql") : join(above, "dist", "graphiql");
}
