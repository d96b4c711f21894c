import module from "node:module";
import { join } from "node:path";

/** Faults of how it is run, which its words explain. */
const FAULTS: ReadonlySet<string> = new Set(["ConfigError", "DirectoryInUse"]);

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (FAULTS.has(error.name)) return error.message;
  if ("code" in error && error.code === "EADDRINUSE") {
    return `${error.message}: something else listens there. Stop it, or set PORT.`;
  }
  return error.stack ?? error.message;
}

/** What is compiled is kept beside the build for the next start, where Node can: what is imported behind this. */
function keepCompiled(): void {
  if (import.meta.filename.endsWith(".js")) module.enableCompileCache?.(join(import.meta.dirname, "..", ".compiled"));
}

try {
  keepCompiled();
  const { readConfig } = await import("./config.js");
  const { createLog } = await import("./log.js");
  const { startApp } = await import("./app.js");
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
