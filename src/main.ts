import { startApp } from "./app.js";
import { ConfigError, readConfig } from "./config.js";
import { createLog } from "./log.js";
import { DirectoryInUse } from "./store/directory.js";

function explain(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DirectoryInUse) return error.message;
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    return `${error.message}: something else listens there. Stop it, or set PORT.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  // graphql-js leaves one behind when two rows of a list fail one after the other; no request may end the process.
  process.on("unhandledRejection", (error) => log.error({ err: error }, "unhandled rejection"));
  const { url, stop } = await startApp(config, log);
  log.info({ graphql: `${url}/graphql`, graphiql: `${url}/graphiql` }, "ready");
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, async () => {
      log.info({ signal }, "stopping: requests in flight are finished first");
      await stop();
      process.exit(0);
    });
  }
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
