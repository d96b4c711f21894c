import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pool } from "undici";
import { accountsAt } from "./accounts.js";
import { compare, Load, type Side, send } from "./measure.js";
import { reportOf, start, until } from "./processes.js";
import { type Scenario, scenariosOf } from "./scenarios.js";
import { type Started, startGraph, startTimes } from "./starts.js";

/** CPU per request of this server against a bare handler that makes the same carrier calls, in one run: see docs/performance.md. */
const ROUNDS = Number(process.env.ROUNDS ?? 7);
const PORTS = { carriers: 4890, floor: 4891, graph: 4892, storeless: 4893 };
/** Slices of big answers while the event loop is watched. */
const BUSY_SLICES = 4;

/** The flags of `npm start`. */
const FLAGS = String(JSON.parse(readFileSync("package.json", "utf8")).scripts.start)
  .split(" ")
  .filter((word) => /^--(max|min|no)-/.test(word));

const [, , only] = process.argv;
const { DATABASE_URL } = process.env;
const directory = mkdtempSync(join(tmpdir(), "bench-"));
const accountsFile = join(directory, "accounts.json");
const origin = `http://127.0.0.1:${PORTS.carriers}`;
writeFileSync(accountsFile, JSON.stringify(accountsAt(origin)));

const env = {
  ACCOUNTS_FILE: accountsFile,
  DATA_DIR: directory,
  LOG_LEVEL: "silent",
  ID_SECRET: "secret of the bench alone",
};
const served: Started = { port: PORTS.graph, env, flags: FLAGS };
/** With a store that is out of reach: what the program takes without one inside it. */
const storeless: Started = {
  port: PORTS.storeless,
  env: { ...env, DATABASE_URL: "postgres://127.0.0.1:9/none" },
  flags: FLAGS,
};

const carriers = start("bench/carriers.ts", PORTS.carriers, {});
const children = [carriers];
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** Memory after the start and after big answers, and the event loop's delay during these. */
async function watch(name: string, side: Side, rows: Scenario): Promise<void> {
  const { rss: first } = await reportOf(side.child);
  const load = new Load(side, rows);
  await load.warm();
  side.child.send("reset");
  for (let slices = 0; slices < BUSY_SLICES; slices += 1) await load.slice();
  const { delayMs, rss } = await reportOf(side.child);
  console.log(`${name}: memory ${megabytes(first)}, after 2000-row answers ${megabytes(rss)};`);
  console.log(`  event-loop delay p99 while they are served without a pause ${delayMs.toFixed(1)} ms`);
}

async function idsOf(pool: Pool): Promise<readonly string[]> {
  const query = "{ endpoints(first: 2000) { nodes { id } } }";
  const listing = await send(pool, "/graphql", JSON.stringify({ query }));
  return JSON.parse(listing).data.endpoints.nodes.map(({ id }: { id: string }) => id);
}

async function run(): Promise<void> {
  const { wallMs, cpuMs } = await startTimes(served);
  console.log(`start to first answer ${Math.round(wallMs)} ms, ${Math.round(cpuMs)} ms of CPU (the best of several)`);
  const bare = start("bench/floor.ts", PORTS.floor, { CARRIERS: origin });
  const [ours, without] = [startGraph(served), startGraph(storeless)];
  children.push(bare, ours.child, without.child);
  const floorPool = new Pool(`http://127.0.0.1:${PORTS.floor}`, { connections: 4 });
  const floor: Side = { child: bare, pool: floorPool, carriers, pathOf: (scenario, index) => scenario.floor(index) };
  const graph: Side = { ...ours, carriers, pathOf: () => "/graphql" };
  await until(floorPool, "/");
  await until(ours.pool, "/health/ready");
  await until(without.pool, "/health/live");
  const ids = await idsOf(ours.pool);
  const scenarios = scenariosOf((index) => ids[index % ids.length] ?? "");
  const chosen = scenarios.filter(({ name }) => only === undefined || name === only);
  if (chosen.length === 0) throw new Error(`no scenario ${only}: ${scenarios.map(({ name }) => name).join(", ")}`);
  const table: Record<string, object> = {};
  for (const scenario of chosen) table[scenario.name] = await compare(scenario, floor, graph, ROUNDS);
  console.log(`medians of ${ROUNDS} rounds; ${DATABASE_URL ? "a Postgres server" : "the store inside the process"}`);
  console.table(table);
  const rows = scenarios.find(({ name }) => name === "2000 rows");
  if (rows === undefined || !chosen.includes(rows)) return;
  await watch(DATABASE_URL ? "with a Postgres server" : "with the store inside", graph, rows);
  await watch("without a store", { ...without, carriers, pathOf: () => "/graphql" }, rows);
}

try {
  await run();
} finally {
  for (const child of children) child.kill();
  rmSync(directory, { recursive: true, force: true });
}
process.exit();
