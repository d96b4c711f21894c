import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SANDBOX_ID_SECRET } from "../../sandbox/id-secret.js";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox/server.js";
import { startApp } from "../../src/app.js";
import type { Config } from "../../src/config.js";
import { parseAccount } from "../../src/datasources/carriers.js";
import { createLog, type Logger } from "../../src/log.js";
import { TIMING, type Timing } from "../../src/operations/timing.js";
import { putEmptyStore } from "./empty-store.js";

export interface Api {
  /** Origin, without a slash at the end. */
  readonly url: string;
  readonly sandbox: Sandbox;
  stop(): Promise<void>;
}

export interface AppSettings {
  /** A directory to keep; a fresh one, removed at the end, unless told. */
  readonly dataDir?: string;
  /** A Postgres server in place of the embedded one. */
  readonly databaseUrl?: string | undefined;
  /** Where carriers reach the program; nowhere unless told. */
  readonly publicUrl?: string;
  /** What differs from the program's own waiting times. */
  readonly timing?: Partial<Timing>;
  /** How long a request may wait for carriers; as long as usual unless told. */
  readonly requestMs?: number;
  /** Callers may be told of carrier calls; not unless told. */
  readonly isExplaining?: boolean;
  /** Where the program logs; nowhere unless told. */
  readonly log?: Logger;
}

export interface ApiOptions extends SandboxOptions, AppSettings {
  /** What every entry of the accounts file says beside what the sandbox says, such as `readOnly`. */
  readonly account?: Readonly<Record<string, unknown>>;
}

/** The secret behind the ids of these programs. */
export const ID_SECRET = SANDBOX_ID_SECRET;

/** Waiting times for tests: everything is looked at again at once, and settled as soon as it may be. */
export const SHORT: Partial<Timing> = { lease: 2, call: 1.5, firstCheck: 0.1, lastCheck: 0.5, settleAfter: 2 };

/** The whole program before a sandbox, both over real sockets. */
export async function startApi({ account, dataDir, databaseUrl, timing, ...options }: ApiOptions = {}): Promise<Api> {
  const sandbox = await startSandbox(options);
  const entries = sandbox.accounts.map((entry) => ({ ...entry, ...account }));
  const app = await serve(entries, {
    databaseUrl,
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(timing === undefined ? {} : { timing }),
  });
  const stop = async () => {
    await app.stop();
    await sandbox.stop();
  };
  return { url: app.url, sandbox, stop };
}

/** The whole program over the entries of an accounts file. */
export async function serve(entries: readonly object[], settings: AppSettings = {}) {
  const dataDir = settings.dataDir ?? mkdtempSync(join(tmpdir(), "carrier-graph-"));
  if (settings.databaseUrl === undefined) await putEmptyStore(join(dataDir, "store"));
  const config: Config = {
    accounts: entries.map(setupOf),
    port: 0,
    host: "127.0.0.1",
    publicUrl: settings.publicUrl,
    dataDir,
    databaseUrl: settings.databaseUrl,
    idSecret: ID_SECRET,
    isExplaining: settings.isExplaining ?? false,
    logLevel: "silent",
  };
  const app = await startApp(config, settings.log ?? createLog("silent"), {
    timing: { ...TIMING, ...settings.timing },
    requestMs: settings.requestMs,
  });
  const stop = async () => {
    await app.stop();
    if (settings.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
  };
  return { url: app.url, stop };
}

function setupOf(entry: object) {
  const parsed = parseAccount(entry);
  if ("faults" in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.setup;
}
