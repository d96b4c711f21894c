import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
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

/** Starts the sandbox and writes its accounts file. Gives the file's path. */
async function bringSandbox(): Promise<string> {
  const port = process.env.SANDBOX_PORT || "0";
  await needFree("SANDBOX_PORT", port, "127.0.0.1");
  const { url, accounts: bics, reach, nextcomm, nexcon, payu } = await startSandbox({ port: Number(port) });
  const accounts = [bics, ...[reach, nextcomm, nexcon, payu].map((carrier) => carrier.accounts)].flat();
  const file = join(DATA_DIR, `sandbox-accounts-${PORT}.json`);
  mkdirSync(DATA_DIR, { recursive: true });
  writeFileSync(file, JSON.stringify(accounts, null, 2));
  console.log(`Sandbox   ${url}/_sandbox/state (${accounts.map(({ id }) => id).join(", ")})`);
  return file;
}

/** Says where GraphiQL is once the API answers. */
async function announce(): Promise<void> {
  const name = ["0.0.0.0", "::"].includes(HOST) ? "localhost" : HOST.includes(":") ? `[${HOST}]` : HOST;
  const url = `http://${name}:${PORT}`;
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
const accountsFile = process.env.ACCOUNTS_FILE || (await bringSandbox());
run("vite/bin/vite.js", ["build", "graphiql"]);
const api = run("tsx/dist/cli.mjs", ["watch", "--clear-screen=false", `--include=${accountsFile}`, "src/main.ts"], {
  ...process.env,
  ACCOUNTS_FILE: accountsFile,
});
api.once("exit", (code) => {
  const ownEnd = isStopping ? 0 : (code ?? 1);
  if (!isStopping) stop();
  process.exit(ownEnd);
});
if (PORT !== "0") void announce();
