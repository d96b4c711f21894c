import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { SANDBOX_ID_SECRET } from "../sandbox/id-secret.js";
import { startSandbox } from "../sandbox/server.js";

/** Starts everything for development: the sandbox unless accounts are configured, GraphiQL's bundle, and the API. */
const HOST = process.env.HOST || "127.0.0.1";
const PORT = process.env.PORT || "4000";
const DATA_DIR = process.env.DATA_DIR || ".data";

const children = new Set<ChildProcess>();
let isStopping = false;

/** A terminal's Ctrl-C reaches its whole group: children have one of their own, so that they are stopped in order, once. */
function run(program: string, args: readonly string[], env = process.env): ChildProcess {
  const child = spawn(process.execPath, [join("node_modules", program), ...args], {
    env,
    stdio: ["ignore", "inherit", "inherit"],
    detached: process.platform !== "win32",
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  return child;
}

/** The first time lets them finish what they do, the second time ends them. */
function stop(): void {
  const signal = isStopping ? "SIGKILL" : "SIGTERM";
  isStopping = true;
  for (const { pid } of children)
    if (pid !== undefined) process.kill(process.platform === "win32" ? pid : -pid, signal);
}

function quit(message: string): never {
  console.error(message);
  process.exit(1);
}

/** Ends the program where something else listens there: a watcher would wait for a change that does not help. */
async function needFree(name: string, port: string, host = HOST): Promise<void> {
  if (!/^[1-9]\d{0,4}$/.test(port) || Number(port) > 65_535) return;
  const probe = createServer().listen(Number(port), host);
  try {
    await once(probe, "listening");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    quit(
      `${name}=${port} cannot be used (${reason}). Stop what listens there, or choose another: ${name}=... npm run dev`,
    );
  }
  probe.close();
  await once(probe, "close");
}

/** Where the API can be reached from here; nobody knows the port beforehand that the system chooses. */
function apiUrl(): string | undefined {
  if (PORT === "0") return undefined;
  const name = ["0.0.0.0", "::"].includes(HOST) ? "localhost" : HOST.includes(":") ? `[${HOST}]` : HOST;
  return `http://${name}:${PORT}`;
}

/** Starts the sandbox and writes its accounts file. Gives what the API needs to know of it. */
async function bringSandbox(): Promise<NodeJS.ProcessEnv> {
  const port = process.env.SANDBOX_PORT || "0";
  await needFree("SANDBOX_PORT", port, "127.0.0.1");
  const { url, accounts: bics, reach, nextcomm, nexcon, payu } = await startSandbox({ port: Number(port) });
  const accounts = [bics, ...[reach, nextcomm, nexcon, payu].map((carrier) => carrier.accounts)].flat();
  const file = join(DATA_DIR, `sandbox-accounts-${PORT}.json`);
  mkdirSync(DATA_DIR, { recursive: true });
  writeFileSync(file, JSON.stringify(accounts, null, 2));
  const callbacks = process.env.PUBLIC_URL || apiUrl();
  if (callbacks !== undefined) for (const { id } of reach.accounts) await tellCallbacks(url, id, callbacks);
  console.log(`Sandbox   ${url}/_sandbox/state (${accounts.map(({ id }) => id).join(", ")})`);
  return {
    ACCOUNTS_FILE: file,
    ID_SECRET: process.env.ID_SECRET || SANDBOX_ID_SECRET,
    ...(callbacks === undefined ? {} : { PUBLIC_URL: callbacks }),
  };
}

/** Lets an account of Reach call us back; NexCon is told an address with every request. */
async function tellCallbacks(sandbox: string, account: string, api: string): Promise<void> {
  const body = JSON.stringify({ account, callbackBaseUrl: `${api}/callbacks/${account}` });
  const { ok } = await fetch(`${sandbox}/_sandbox/conditions`, { method: "POST", body });
  if (!ok) quit(`The sandbox does not take a callback address for ${account}.`);
}

/** Says where GraphiQL is once the API answers. */
async function announce(url: string): Promise<void> {
  const isUp = () =>
    fetch(`${url}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isUp())) await sleep(200, undefined, { ref: false });
  console.log(`GraphiQL  ${url}/graphiql`);
}

/** npm that is told to end ends its shell, which says nothing to us: then we are another's child. */
function stopWithoutParent(): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 500);
}

stopWithoutParent();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
await needFree("PORT", PORT);
const { ACCOUNTS_FILE } = process.env;
const settings = ACCOUNTS_FILE ? { ACCOUNTS_FILE } : await bringSandbox();
run("vite/bin/vite.js", ["build", "graphiql"]);
const watched = `--include=${settings.ACCOUNTS_FILE}`;
const api = run("tsx/dist/cli.mjs", ["watch", "--clear-screen=false", watched, "src/main.ts"], {
  ...process.env,
  EXPLAIN: process.env.EXPLAIN || "on",
  ...settings,
});
api.once("exit", (code) => {
  const ownEnd = isStopping ? 0 : (code ?? 1);
  if (!isStopping) stop();
  process.exit(ownEnd);
});
const url = apiUrl();
if (url !== undefined) void announce(url);
