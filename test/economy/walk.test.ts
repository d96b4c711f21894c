import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const ROWS = 100_000;
const PAGE = 1_000;
const MB = 1024 * 1024;

/** Loaded into the program: tells how much is in use once what is not has been cleared away. */
const TELLING = `process.on("message", () => { gc(); gc(); process.send(process.memoryUsage().heapUsed); });
process.channel.unref();`;

const rowOf = (index: number) => ({
  status: "A",
  id: String(51_000_000 + index),
  name: `endpoint_${index}`,
  iccid: String(8_932_042_000_000_000_000n + BigInt(index)),
  msisdn: String(327_700_000_000_000 + index),
  imsi: String(206_280_000_000_000 + index),
  type: "1",
  imeiLockStatus: "UNLOCK",
  tagIdList: [],
});

/** BICS SIM for Things with many endpoints, which answers from no memory. */
const calls: string[] = [];
const carrier = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://carrier");
  const operation = pathname.split("/").at(-1) ?? "";
  const [page, size] = [Number(searchParams.get("page")), Number(searchParams.get("perPage"))];
  calls.push(operation);
  const from = (page - 1) * size;
  const endpoints = Array.from({ length: Math.max(0, Math.min(size, ROWS - from)) }, (_, index) => rowOf(from + index));
  const answer = {
    responseId: "1",
    responseTimestamp: "01/01/2026 00:00:00",
    resultCode: "0",
    resultParam: { resultCode: "6742", resultDescription: "success" },
    responseParam: { endpoints },
    totalNoOfRecords: String(ROWS),
    totalNoOfPages: String(Math.ceil(ROWS / size)),
  };
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ Response: answer }));
});

let folder: string;
let child: ChildProcess;
let url: string;

beforeAll(async () => {
  await once(carrier.listen(0, "127.0.0.1"), "listening");
  const address = carrier.address();
  if (typeof address !== "object" || address === null) throw new Error("the carrier has no address");
  folder = mkdtempSync(join(tmpdir(), "carrier-graph-walk-"));
  const account = { id: "one", carrier: "BICS", baseUrl: `http://127.0.0.1:${address.port}/api`, accessToken: "t" };
  writeFileSync(join(folder, "accounts.json"), JSON.stringify([account]));
  child = start(join(folder, "accounts.json"));
  url = await addressOf(child);
});

afterAll(async () => {
  child.kill("SIGKILL");
  carrier.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The program with little room. Listing needs no store: that of this one is out of reach. */
const start = (accounts: string): ChildProcess =>
  fork("src/main.ts", {
    env: {
      ACCOUNTS_FILE: accounts,
      DATABASE_URL: "postgres://127.0.0.1:9/none",
      ID_SECRET: "secret of the walk alone",
      PORT: "0",
    },
    execArgv: [
      ...["--import", "tsx", "--import", `data:text/javascript,${encodeURIComponent(TELLING)}`],
      ...["--expose-gc", "--max-old-space-size=128"],
    ],
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  let seen = "";
  for await (const chunk of stdout ?? []) {
    seen += chunk;
    const found = /"graphql":"([^"]+)"/.exec(seen)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error(`no address in: ${seen}`);
}

async function heapInUse(): Promise<number> {
  child.send("heap");
  const [bytes] = await once(child, "message");
  return bytes;
}

interface Page {
  readonly nodes: readonly { readonly id: string; readonly iccid: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function pageBehind(after: string | null): Promise<Page> {
  const query = `query ($first: Int!, $after: String) { endpoints(first: $first, after: $after) {
    nodes { id name state iccid msisdn } pageInfo { hasNextPage endCursor } } }`;
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables: { first: PAGE, after } }),
  });
  return ((await response.json()) as { readonly data: { readonly endpoints: Page } }).data.endpoints;
}

it("walks over 100,000 endpoints with one call a page, each once, and keeps none of them", async () => {
  const [ids, cards] = [new Set<string>(), new Set<string>()];
  let rows = 0;
  let early = 0;
  for (let after: string | null = null, pages = 1; ; pages += 1) {
    const { nodes, pageInfo } = await pageBehind(after);
    rows += nodes.length;
    for (const { id, iccid } of nodes) ids.add(id) && cards.add(iccid);
    // By then everything is compiled, and what remembers a fixed number of rows has them.
    if (pages === 30) early = await heapInUse();
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect([rows, ids.size, cards.size]).toEqual([ROWS, ROWS, ROWS]);
  expect(calls).toHaveLength(ROWS / PAGE);
  expect(calls.filter((operation) => operation !== "GetEndpoints")).toEqual([]);
  expect(((await heapInUse()) - early) / MB).toBeLessThan(8);
}, 60_000);
