import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../sandbox/server.js";
import { serve } from "../support/api.js";
import { Caller, idOf } from "./support.js";

const HERE = "reach-us";
const LISTS = ["operations", "events", "callbacks"] as const;

let sandbox: Sandbox;
let dataDir: string;
let app: Awaited<ReturnType<typeof serve>>;
let caller: Caller;

beforeAll(async () => {
  sandbox = await startSandbox();
  dataDir = await mkdtemp(join(tmpdir(), "carrier-graph-filters-"));
  await start(HERE);
  for (const name of ["active", "withBills"]) await remind(name);
});
afterAll(async () => {
  await app?.stop();
  await sandbox?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(account: string): Promise<void> {
  app = await serve(
    sandbox.reach.accounts.filter(({ id }) => id === account),
    { dataDir },
  );
  caller = new Caller(app.url);
}

const idOfSubscriber = (name: string) => idOf("Subscriber", sandbox.reach.specimens[HERE]?.[name] ?? "", HERE);

async function remind(name: string): Promise<void> {
  const { userErrors } = await caller.mutate("smsSend", { subscriber: idOfSubscriber(name), text: "hello" });
  expect(userErrors).toEqual([]);
}

const typeOf = (list: string) => `${list.charAt(0).toUpperCase()}${list.slice(1, -1)}Filter`;
const ask = (list: (typeof LISTS)[number], filter: object) =>
  caller.post(`query ($filter: ${typeOf(list)}) { it: ${list}(filter: $filter) { nodes { account { id } } } }`, {
    filter,
  });

describe("lists of what happened", () => {
  it("have what happened on one subscriber", async () => {
    const { data } = await ask("operations", { subscriber: idOfSubscriber("active") });
    expect(data).toEqual({ it: { nodes: [{ account: { id: HERE } }] } });
  });

  it.each([
    ["operations", { subscriber: "" }, ["filter", "subscriber"]],
    ["operations", { endpoint: "" }, ["filter", "endpoint"]],
    ["events", { sim: "" }, ["filter", "sim"]],
    ["events", { operation: "" }, ["filter", "operation"]],
    ["callbacks", { operation: "" }, ["filter", "operation"]],
    ...LISTS.map((list) => [list, { accounts: ["nobody's\u0000"] }, ["filter", "accounts"]] as const),
  ] as const)("refuse a filter of %s that names nothing: %j", async (list, filter, field) => {
    const { errors } = await ask(list, filter);
    expect(errors).toMatchObject([{ extensions: { field } }]);
  });

  it("are there when an account is not configured any more, without what was on it", async () => {
    await app.stop();
    await start("reach-mvno");
    for (const list of LISTS) expect(await ask(list, {})).toEqual({ data: { it: { nodes: [] } } });
  });
});
