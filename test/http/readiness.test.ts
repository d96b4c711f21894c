import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Sandbox } from "../../sandbox/server.js";
import { startSandbox } from "../../sandbox/server.js";
import { Caller, idOf, type Keeping, ledgerOf, SHARED_KEEPING, specimen, writesTo } from "../operations/support.js";
import { type AppSettings, SHORT, serve } from "../support/api.js";
import { refusingAddress } from "../support/scripted-carrier.js";
import { TcpDoor } from "../support/tcp-door.js";

const PATIENT = { timeout: 20_000, interval: 50 };
const NO_TOKEN_OF_OURS = "x".repeat(43);

let sandbox: Sandbox;
let app: Awaited<ReturnType<typeof serve>>;
let endpoint: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  endpoint = idOf("Endpoint", specimen(sandbox, "activeConnected"));
});
afterEach(() => app.stop());
afterAll(() => sandbox.stop());

async function start(settings: AppSettings): Promise<Caller> {
  app = await serve(sandbox.accounts, { timing: SHORT, ...settings });
  return new Caller(app.url);
}

async function readiness(): Promise<unknown> {
  const answer = await fetch(`${app.url}/health/ready`);
  return { status: answer.status, ...((await answer.json()) as object) };
}

const READY = { status: 200, ok: true, detail: { store: "OPEN" } };
const AWAY = {
  status: 503,
  ok: false,
  detail: { store: "UNAVAILABLE", reason: expect.stringMatching(/^[A-Z0-9_]+$/) },
};
const becomes = (state: object) => expect.poll(readiness, PATIENT).toMatchObject(state);

const suspend = (idempotencyKey: string) => ({
  query: `mutation ($input: EndpointActionInput!) { endpointSuspend(input: $input) { operation { id state } } }`,
  variables: { input: { endpoint, idempotencyKey } },
});

async function refusalOf(caller: Caller, { query, variables }: { query: string; variables?: object }) {
  const { errors } = await caller.post(query, variables);
  return errors?.[0]?.extensions;
}

const callBack = () =>
  fetch(`${app.url}/callbacks/bics-eu/${NO_TOKEN_OF_OURS}`, { method: "POST", body: "done" }).then(
    ({ status }) => status,
  );

describe("a program whose database is not there", () => {
  it("is not ready and says why, reads, and refuses actions without a write", async () => {
    const nowhere = new URL(await refusingAddress());
    const caller = await start({ databaseUrl: `postgres://somebody:hunter2@${nowhere.host}/nothing` });
    await becomes({ ...AWAY, detail: { accounts: 2, store: "UNAVAILABLE", reason: "ECONNREFUSED" } });
    expect(JSON.stringify(await readiness())).not.toMatch(/hunter2|127\.0\.0\.1/);
    const read = "query ($id: ID!) { it: node(id: $id) { ... on Endpoint { state } } }";
    expect(await caller.only(read, { id: endpoint })).toEqual({ state: "ACTIVE" });
    const refusal = { code: "STORE_UNAVAILABLE", retryable: true };
    expect(await refusalOf(caller, suspend(randomUUID()))).toMatchObject(refusal);
    expect(await refusalOf(caller, { query: "{ operations { nodes { id } } }" })).toMatchObject(refusal);
    expect(await refusalOf(caller, { query: "{ callbacks { nodes { id } } }" })).toMatchObject(refusal);
    expect(writesTo(sandbox)).toEqual([]);
    expect(await callBack()).toBe(503);
  });
});

describe("a program on a data directory", () => {
  it("becomes ready", async () => {
    await start({});
    await becomes(READY);
  });
});

describe.each(SHARED_KEEPING)("a program whose database comes and goes, on $name", ({ prepare }) => {
  let kept: Awaited<ReturnType<Keeping["prepare"]>>;
  let door: TcpDoor;
  beforeAll(async () => {
    kept = await prepare();
    door = await TcpDoor.before(kept.settings.databaseUrl ?? "");
  });
  afterAll(async () => {
    await door.shut();
    await kept.remove();
  });

  it("waits for it, and keeps callbacks that come meanwhile waiting rather than lose them", async () => {
    const caller = await start({ databaseUrl: door.url });
    await becomes(AWAY);
    const called = callBack();
    await door.open();
    expect(await called).toBe(204);
    await becomes(READY);
    const { data } = await caller.post(suspend("1").query, suspend("1").variables);
    expect(data).toMatchObject({ endpointSuspend: { operation: { state: "SUCCEEDED" } } });
  });

  it("says that it has lost it, takes nothing on, and goes on by itself when it is back", async () => {
    const caller = await start({ databaseUrl: door.url });
    await becomes(READY);
    const before = ledgerOf(sandbox, specimen(sandbox, "activeConnected")).length;
    await door.shut();
    await becomes(AWAY);
    const asked = `mutation ($input: EndpointActionInput!) { endpointResume(input: $input) { operation { id state } } }`;
    const variables = { input: { endpoint, idempotencyKey: "2" } };
    expect(await refusalOf(caller, { query: asked, variables })).toMatchObject({ code: "STORE_UNAVAILABLE" });
    expect(ledgerOf(sandbox, specimen(sandbox, "activeConnected"))).toHaveLength(before);
    expect(await callBack()).toBe(503);
    await door.open();
    await becomes(READY);
    const { data } = await caller.post(asked, variables);
    expect(data).toMatchObject({ endpointResume: { operation: { state: "SUCCEEDED" } } });
  });

  it("settles an action in which it lost it, by reading", async () => {
    const caller = await start({ databaseUrl: door.url });
    await becomes(READY);
    sandbox.faults.add({ operation: "EndPointLifeCycleChange", times: 1, fault: "latency;ms=600" });
    const begun = sandbox.calls.length;
    const asked = refusalOf(caller, suspend("3"));
    await expect
      .poll(() => sandbox.calls.slice(begun).map(({ operation }) => operation), PATIENT)
      .toContain("EndPointLifeCycleChange");
    await door.shut();
    expect(await asked).toMatchObject({ code: "STORE_UNAVAILABLE" });
    await door.open();
    await becomes(READY);
    const [operation] = await caller.operations({ endpoint });
    expect(await caller.ended(operation?.id ?? "")).toMatchObject({ state: "SUCCEEDED" });
    expect(writesTo({ calls: sandbox.calls.slice(begun) })).toHaveLength(1);
  });
});
