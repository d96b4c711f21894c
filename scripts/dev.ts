import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startSandbox } from "../sandbox/server.js";

/** Starts everything for development: the sandbox unless accounts are configured, GraphiQL's bundle, and the API. */
const env = { ...process.env };
const children: ChildProcess[] = [];

function run(name: string, ...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [join("node_modules", name), ...args], { env, stdio: "inherit" });
  children.push(child);
  return child;
}

async function bringSandbox(): Promise<void> {
  const sandbox = await startSandbox({ port: Number(env["SANDBOX_PORT"] ?? 0) });
  const dataDir = env["DATA_DIR"] ?? ".data";
  const file = join(dataDir, "sandbox-accounts.json");
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, JSON.stringify(sandbox.accounts, null, 2));
  env["ACCOUNTS_FILE"] = file;
  console.log(`Sandbox   ${sandbox.url}/_sandbox/state (${sandbox.accounts.map(({ id }) => id).join(", ")})`);
}

if (!env["ACCOUNTS_FILE"]) await bringSandbox();
if (!existsSync(join("dist", "graphiql", "index.html")))
  run("vite/bin/vite.js", "build", "graphiql", "--logLevel", "warn");

console.log(`GraphiQL  http://${env["HOST"] ?? "127.0.0.1"}:${env["PORT"] ?? 4000}/graphiql`);
const api = run("tsx/dist/cli.mjs", "watch", "--clear-screen=false", "src/main.ts");
api.on("exit", (code) => process.exit(code ?? 0));
process.on("SIGTERM", () => {
  for (const child of children) child.kill("SIGTERM");
});
// A terminal sends its interrupt to the children too: here it only must not end this process before them.
process.on("SIGINT", () => {});
