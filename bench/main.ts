import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";

/** CPU per request of this server against a bare handler that makes the same carrier calls, in one run. */
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const PORTS = { carrier: 4890, floor: 4891, graph: 4892 };

const PROFILE = "name state plan { name } balances { name remaining { amount } }";

const SCENARIOS = [
  {
    name: "one entity",
    floor: "/one",
    requests: 400,
    query: `{ endpoint(by: { carrierEndpointId: "51000001" }, account: "bench") { id ${PROFILE} } }`,
  },
  {
    name: "100 rows with profiles",
    floor: "/profiles",
    requests: 15,
    query: `{ endpoints(first: 100) { nodes { id ${PROFILE} } } }`,
  },
  {
    name: "2000 rows",
    floor: "/rows",
    requests: 30,
    query: "{ endpoints(first: 2000) { nodes { id name state iccid msisdn } } }",
  },
] as const;

function start(file: string, port: number, env: Record<string, string>): ChildProcess {
  return fork(file, {
    env: { ...process.env, ...env, PORT: String(port) },
    execArgv: ["--import", "./bench/report-cpu.mjs", ...(file.endsWith(".ts") ? ["--import", "tsx"] : [])],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send("cpu");
  for (;;) {
    const [message] = await once(child, "message");
    if (typeof message === "object" && message !== null && "cpu" in message) return Number(message.cpu);
  }
}

async function until(pool: Pool, path: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await pool.request({ method: "GET", path }).catch(() => null);
    await answer?.body.dump();
    if (answer && answer.statusCode < 500) return;
    await sleep(50);
  }
  throw new Error(`nothing answers at ${path}`);
}

/** Sends requests four at a time and gives the CPU microseconds per request that the server used. */
async function slice(child: ChildProcess, pool: Pool, path: string, body: string, requests: number): Promise<number> {
  const before = await cpuOf(child);
  let left = requests;
  const worker = async () => {
    while (left-- > 0) {
      const answer = await pool.request({
        method: "POST",
        path,
        body,
        headers: { "content-type": "application/json" },
      });
      const text = await answer.body.text();
      if (answer.statusCode !== 200 || text.includes('"errors"')) throw new Error(text.slice(0, 300));
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return ((await cpuOf(child)) - before) / requests;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const directory = mkdtempSync(join(tmpdir(), "bench-"));
const accountsFile = join(directory, "accounts.json");
const origin = `http://127.0.0.1:${PORTS.carrier}`;
writeFileSync(
  accountsFile,
  JSON.stringify([
    {
      id: "bench",
      carrier: "BICS",
      baseUrl: `${origin}/api`,
      username: "u",
      password: "p",
      limits: { concurrency: 50 },
    },
  ]),
);
const children = {
  carrier: start("bench/carrier.ts", PORTS.carrier, {}),
  floor: start("bench/floor.ts", PORTS.floor, { CARRIER: origin }),
  graph: start("dist/src/main.js", PORTS.graph, {
    ACCOUNTS_FILE: accountsFile,
    DATA_DIR: directory,
    LOG_LEVEL: "silent",
  }),
};
const pools = {
  floor: new Pool(`http://127.0.0.1:${PORTS.floor}`, { connections: 4 }),
  graph: new Pool(`http://127.0.0.1:${PORTS.graph}`, { connections: 4 }),
};

try {
  await until(pools.floor, "/");
  await until(pools.graph, "/health/live");
  const table: Record<string, Record<string, string | number>> = {};
  for (const { name, floor, query, requests } of SCENARIOS) {
    const body = JSON.stringify({ query });
    const ratios: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const bare = await slice(children.floor, pools.floor, floor, "{}", requests);
      const graph = await slice(children.graph, pools.graph, "/graphql", body, requests);
      if (round > 0) ratios.push(graph / bare);
    }
    table[name] = { "CPU ratio to the floor": Number(median(ratios).toFixed(2)), rounds: ROUNDS };
  }
  console.table(table);
} finally {
  for (const child of Object.values(children)) child.kill();
  await Promise.all(Object.values(pools).map((pool) => pool.destroy()));
  rmSync(directory, { recursive: true, force: true });
}
