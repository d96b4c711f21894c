import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox/server.js";
import { startApp } from "../../src/app.js";
import { parseAccount } from "../../src/datasources/carriers.js";
import { createLog } from "../../src/log.js";

export interface Api {
  /** Origin, without a slash at the end. */
  readonly url: string;
  readonly sandbox: Sandbox;
  stop(): Promise<void>;
}

/** The whole program before a sandbox, both over real sockets. */
export async function startApi(options: SandboxOptions = {}): Promise<Api> {
  const sandbox = await startSandbox(options);
  const dataDir = mkdtempSync(join(tmpdir(), "carrier-graph-"));
  const accounts = sandbox.accounts.map((entry) => {
    const parsed = parseAccount(entry);
    if ("faults" in parsed) throw new Error(JSON.stringify(parsed.faults));
    return parsed.setup;
  });
  const config = {
    accounts,
    port: 0,
    host: "127.0.0.1",
    publicUrl: undefined,
    dataDir,
    databaseUrl: undefined,
    idSecret: undefined,
    logLevel: "silent",
  } as const;
  const app = await startApp(config, createLog("silent"));
  const stop = async () => {
    await app.stop();
    await sandbox.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url: app.url, sandbox, stop };
}
