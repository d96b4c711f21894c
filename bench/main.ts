import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pool } from "undici";
import { accountsAt } from "./accounts.js";
import { callsOf, reportOf, start, until } from "./processes.js";
import { type Scenario, scenariosOf } from "./scenarios.js";

/** CPU per request of this server against a bare handler that makes the same carrier calls, in one run: see docs/performance.md. */
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const PORTS = { carriers: 4890, floor: 4891, graph: 4892 };
const MOST_AT_ONCE = 4;

interface Side {
  readonly child: ChildProcess;
  readonly pool: Pool;
}

async function send(pool: Pool, path: string, body: string): Promise<string> {
  const headers = { "content-type": "application/json" };
  const answer = await pool.request({ method: "POST", path, body, headers });
  const text = await answer.body.text();
  if (answer.statusCode !== 200 || text.includes('"errors"') || text.includes('"userErrors":[{')) {
    throw new Error(text.slice(0, 300));
  }
  return text;
}

/** Sends a slice of requests, a few at a time; CPU microseconds and carrier calls per request. */
async function slice(
  { child, pool }: Side,
  { requests, atOnce, body }: Scenario,
  pathOf: (index: number) => string,
  from: number,
) {
  const [before, callsBefore] = [await reportOf(child), await callsOf(carriers)];
  let next = from;
  const worker = async () => {
    while (next < from + requests) {
      const index = next++;
      await send(pool, pathOf(index), body(index));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const [after, callsAfter] = [await reportOf(child), await callsOf(carriers)];
  return { cpu: (after.cpu - before.cpu) / requests, calls: (callsAfter - callsBefore) / requests };
}

const graphql = () => "/graphql";

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** The median of the rounds; the first warms up. */
async function measure(scenario: Scenario, floor: Side, graph: Side) {
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const from = round * scenario.requests;
    const bare = await slice(floor, scenario, scenario.floor, from);
    const ours = await slice(graph, scenario, graphql, from);
    if (round > 0) rounds.push({ ratio: ours.cpu / bare.cpu, ours: ours.calls, bare: bare.calls });
  }
  return {
    "CPU ratio to the floor": Number(median(rounds.map(({ ratio }) => ratio)).toFixed(2)),
    "carrier calls": Number(median(rounds.map(({ ours }) => ours)).toFixed(2)),
    "of the floor": Number(median(rounds.map(({ bare }) => bare)).toFixed(2)),
    rounds: ROUNDS,
  };
}

const directory = mkdtempSync(join(tmpdir(), "bench-"));
const accountsFile = join(directory, "accounts.json");
const origin = `http://127.0.0.1:${PORTS.carriers}`;
writeFileSync(accountsFile, JSON.stringify(accountsAt(origin)));
const carriers = start("bench/carriers.ts", PORTS.carriers, {});
const startedAt = performance.now();
const children = {
  carriers,
  floor: start("bench/floor.ts", PORTS.floor, { CARRIERS: origin }),
  graph: start(
    "dist/src/main.js",
    PORTS.graph,
    { ACCOUNTS_FILE: accountsFile, DATA_DIR: directory, LOG_LEVEL: "silent", ID_SECRET: "secret of the bench alone" },
    ["--max-semi-space-size=32"],
  ),
};
const poolAt = (port: number) => new Pool(`http://127.0.0.1:${port}`, { connections: MOST_AT_ONCE });
const floor: Side = { child: children.floor, pool: poolAt(PORTS.floor) };
const graph: Side = { child: children.graph, pool: poolAt(PORTS.graph) };

try {
  await until(graph.pool, "/health/live");
  const startMs = performance.now() - startedAt;
  await until(floor.pool, "/");
  await until(graph.pool, "/health/ready");
  const listing = await send(
    graph.pool,
    "/graphql",
    JSON.stringify({ query: "{ endpoints(first: 2000) { nodes { id } } }" }),
  );
  const ids: string[] = JSON.parse(listing).data.endpoints.nodes.map(({ id }: { id: string }) => id);
  const table: Record<string, object> = {};
  for (const scenario of scenariosOf((index) => ids[index] ?? ""))
    table[scenario.name] = await measure(scenario, floor, graph);
  console.table(table);
  const [, , rows] = scenariosOf(() => "");
  children.graph.send("reset");
  if (rows) await slice(graph, rows, graphql, 0);
  const { delayMs, rss } = await reportOf(children.graph);
  console.log(`start to first answer ${Math.round(startMs)} ms, all processes starting at once`);
  console.log(
    `event-loop delay p99 under 2000-row answers ${delayMs.toFixed(1)} ms, memory ${Math.round(rss / 1e6)} MB`,
  );
} finally {
  for (const child of Object.values(children)) child.kill();
  await Promise.all([floor, graph].map(({ pool }) => pool.destroy()));
  rmSync(directory, { recursive: true, force: true });
}
