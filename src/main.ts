import { basename, dirname, join } from "node:path";
import { buildGraph } from "./build-schema.js";
import { type Config, ConfigError, readConfig } from "./config.js";
import { createContext } from "./context.js";
import { Accounts } from "./datasources/accounts.js";
import { errorFormatter } from "./format-error.js";
import { carrierMetrics, Metrics } from "./http/metrics.js";
import { keptIdSecret } from "./id-secret.js";
import { Ids } from "./ids.js";
import { createLog, logCall } from "./log.js";
import { createServer } from "./server.js";

/** The bundle's place beside this file, both as it is written and as it is built. */
function graphiqlDirectory(): string {
  const above = dirname(import.meta.dirname);
  return basename(above) === "dist" ? join(above, "graphiql") : join(above, "dist", "graphiql");
}

async function start(config: Config) {
  const log = createLog(config.logLevel);
  const metrics = new Metrics();
  const countCall = carrierMetrics(metrics);
  const accounts = new Accounts(config.accounts, (record) => {
    countCall(record);
    logCall(log, record);
  });
  const services = { accounts, ids: new Ids(config.idSecret ?? keptIdSecret(config.dataDir)) };
  const server = await createServer({
    schema: buildGraph(),
    contextOf: (request) => createContext(services, request),
    formatError: errorFormatter((error) => log.error({ err: error }, "a bug")),
    graphiql: { directory: graphiqlDirectory() },
    health: { ready: () => ({ ok: true, detail: { accounts: accounts.all.length } }) },
    host: config.host,
    port: config.port,
    log,
    metrics,
  });
  const { url } = await server.listen();
  log.info({ graphql: `${url}/graphql`, graphiql: `${url}/graphiql` }, "ready");
  return { log, stop: async () => (await server.close(), accounts.close()) };
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    return `${error.message}: something else listens there. Stop it, or set PORT.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  const { log, stop } = await start(readConfig(process.env));
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, async () => {
      log.info({ signal }, "stopping: requests in flight are finished first");
      await stop();
      process.exit(0);
    });
  }
} catch (error) {
  fail(explain(error));
}
