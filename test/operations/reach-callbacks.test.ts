import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Sandbox, startSandbox } from "../../sandbox/server.js";
import { type AppSettings, serve } from "../support/api.js";
import { NO_POLLING } from "./nexcon-support.js";
import { Caller, idOf, type OperationView } from "./support.js";

const ACCOUNT = "reach-us";
const ACTIVATION_MS = 4_000;
const LATE_MS = 600_000;
const PATIENT = { timeout: 15_000, interval: 50 };
const SECRET = "known-to-both-and-to-nobody-else";

interface EventView {
  readonly kind: string;
  readonly typeRaw: string | null;
  readonly state: string | null;
  readonly lineState: string | null;
  readonly simState: string | null;
  readonly objectSeq: number;
  readonly operation: { readonly id: string } | null;
}

let sandbox: Sandbox;
let app: Awaited<ReturnType<typeof serve>> | null = null;
let caller: Caller;

beforeAll(async () => {
  sandbox = await startSandbox({ now: new Date("2026-01-05T10:00:00Z") });
});
afterEach(async () => {
  await app?.stop();
  app = null;
  sandbox.faults.clear();
  sandbox.reset();
});
afterAll(() => sandbox.stop());

/** The program before this account alone, which tells it of itself at its fixed addresses. */
async function start(callback: string, settings: AppSettings = {}, more: object = {}): Promise<void> {
  const entries = sandbox.reach.accounts.filter(({ id }) => id === ACCOUNT).map((entry) => ({ ...entry, ...more }));
  app = await serve(entries, { timing: NO_POLLING, ...settings });
  caller = new Caller(app.url);
  await set({ callback, callbackBaseUrl: app.url });
}

const set = (conditions: object) => control("conditions", { account: ACCOUNT, ...conditions });

async function control(what: string, body: object): Promise<void> {
  const answer = await fetch(`${sandbox.url}/_sandbox/${what}`, { method: "POST", body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
}

const specimen = (name: string): string => sandbox.reach.specimens[ACCOUNT]?.[name] ?? "";
const idOfSubscriber = (customer: string): string => idOf("Subscriber", customer, ACCOUNT);

/** Lets the sandbox's time pass, until all calls back that fall due are answered. */
async function pass(ms: number): Promise<void> {
  sandbox.clock.advance(ms);
  await sandbox.reach.settled();
}

/** Has a line activated, up to where the carrier has taken it on. */
async function activate(customer = specimen("inactivePsim")): Promise<string> {
  const { operation, userErrors } = await caller.only<{ operation: OperationView | null; userErrors: unknown }>(
    `mutation ($input: SubscriberActivateInput!) {
       it: subscriberActivate(input: $input) { operation { id } userErrors { code message } } }`,
    {
      input: {
        subscriber: idOfSubscriber(customer),
        sim: { iccid: specimen("iccidFree") },
        idempotencyKey: randomUUID(),
        waitFor: 0,
      },
    },
  );
  if (operation === null) throw new Error(JSON.stringify(userErrors));
  await caller.until(operation.id, ({ steps }) => steps.some(({ outcome }) => outcome !== null));
  return operation.id;
}

async function eventsOf(customer: string): Promise<readonly EventView[]> {
  const query = `query ($subscriber: ID!) { it: events(first: 500, filter: { subscriber: $subscriber }) {
    nodes { kind typeRaw state lineState simState objectSeq operation { id } } } }`;
  return (await caller.only<{ nodes: readonly EventView[] }>(query, { subscriber: idOfSubscriber(customer) })).nodes;
}

async function counted(): Promise<Readonly<Record<string, number>>> {
  const text = await (await fetch(`${caller.url}/metrics`)).text();
  const rows = text.matchAll(/^callbacks_total\{account="([\w-]*)",result="(\w+)"\} (\d+)$/gm);
  return Object.fromEntries([...rows].map(([, account, result, count]) => [`${account} ${result}`, Number(count)]));
}

const infoCalls = (customer: string): number =>
  sandbox.calls.filter(({ operation, query }) => operation === "customerInfo" && query.customerId === customer).length;

describe("R-73 an activation, where nobody looks by himself", () => {
  it.each([
    ["normal", 1, { "reach-us accepted": 1 }],
    ["twice", 1, { "reach-us accepted": 1, "reach-us duplicate": 1 }],
    ["unknown-type", 1, { "reach-us accepted": 1 }],
  ])("R-72 R-76 ends with the callback of the kind %s", async (mode, kept, results) => {
    await start(mode);
    const customer = specimen("inactivePsim");
    const id = await activate();
    await pass(ACTIVATION_MS);
    expect(await caller.ended(id)).toMatchObject({ state: "SUCCEEDED" });
    expect(sandbox.reach.deliveries.map(({ status }) => status)).toEqual(Array(mode === "twice" ? 2 : 1).fill(200));
    expect(await counted()).toEqual(results);
    const events = await eventsOf(customer);
    expect(events.filter(({ kind }) => kind === "CALLBACK_RECEIVED")).toHaveLength(kept);
    expect(events.map(({ objectSeq }) => objectSeq)).toEqual(events.map((_, index) => index + 1));
  });

  it("R-74 is not undone by what comes in the wrong order", async () => {
    await start("out-of-order");
    const id = await activate();
    await pass(ACTIVATION_MS);
    const ended = await caller.ended(id);
    expect(ended.state).toBe("SUCCEEDED");
    expect(sandbox.reach.deliveries.map(({ status }) => status)).toEqual([200, 200]);
    expect(await caller.operation(id)).toEqual(ended);
  });

  it("R-74 ends when the callback comes late", async () => {
    await start("late");
    const id = await activate();
    await pass(ACTIVATION_MS);
    expect((await caller.operation(id)).state).toBe("RUNNING");
    await pass(LATE_MS);
    expect((await caller.ended(id)).state).toBe("SUCCEEDED");
  });

  it("R-75 does not end by a callback that is not true", async () => {
    await start("never");
    const customer = specimen("inactivePsim");
    const id = await activate();
    const body = JSON.stringify({ type: "ACTIVATION", customerId: customer, status: 2, mobileNo: "4045550100" });
    const before = sandbox.calls.length;
    expect((await fetch(`${caller.url}/apisvc/v0/notification/callback`, { method: "POST", body })).status).toBe(200);
    await expect.poll(() => sandbox.calls.length, PATIENT).toBeGreaterThan(before);
    await caller.until(id, ({ nextCheckAt }) => Date.parse(nextCheckAt ?? "") > Date.now() + 60_000);
    expect((await caller.operation(id)).state).toBe("RUNNING");
  });
});

it("R-77 an activation of which nothing is told ends by polling", async () => {
  await start("never", { timing: { firstCheck: 0.1, lastCheck: 0.3 } });
  const id = await activate();
  await pass(ACTIVATION_MS);
  expect((await caller.ended(id)).state).toBe("SUCCEEDED");
  expect(sandbox.reach.deliveries).toEqual([]);
});

it("R-75 what is told of a line does not end what is under way on it, however long that takes", async () => {
  await start("never", { timing: { firstCheck: 0.1, lastCheck: 0.1, settleAfter: 0.3 } });
  const customer = specimen("suspended");
  const { operation } = await caller.only<{ operation: OperationView }>(
    "mutation ($input: SubscriberActionInput!) { it: subscriberResume(input: $input) { operation { id } } }",
    { input: { subscriber: idOfSubscriber(customer), idempotencyKey: randomUUID(), waitFor: 0 } },
  );
  const body = JSON.stringify({ eventType: "USAGE_NOTIFICATION", customerId: customer });
  await fetch(`${caller.url}/apisvc/v0/notification`, { method: "POST", body });
  const late = Date.now() + 1_500;
  const looked = await caller.until(
    operation.id,
    ({ nextCheckAt }) => nextCheckAt === null || Date.parse(nextCheckAt) > late,
  );
  expect(looked.state).toBe("RUNNING");
  await pass(ACTIVATION_MS);
  expect((await caller.ended(operation.id)).state).toBe("SUCCEEDED");
});

describe("R-75 a notification", () => {
  const happen = async (type: string, customer: string, more: object = {}) => {
    await set({ customerId: customer, event: { type, ...more } });
    await sandbox.reach.settled();
  };

  it("R-75 has the line read once, and only what was read is told as its state", async () => {
    await start("normal");
    const customer = specimen("active");
    await happen("USAGE_NOTIFICATION", customer, { threshold: 80 });
    await expect
      .poll(() => eventsOf(customer), PATIENT)
      .toMatchObject([
        { kind: "NOTIFICATION_RECEIVED", typeRaw: "USAGE_NOTIFICATION", operation: null, state: null, lineState: null },
        { kind: "STATE_OBSERVED", typeRaw: null, lineState: "ACTIVE", simState: null, objectSeq: 2 },
      ]);
    expect(infoCalls(customer)).toBe(1);
    await happen("PORT_OUT_CONFIRMED", customer);
    await expect
      .poll(() => eventsOf(customer), PATIENT)
      .toMatchObject([
        {},
        {},
        { kind: "NOTIFICATION_RECEIVED", typeRaw: "PORT_OUT_CONFIRMED" },
        { kind: "STATE_OBSERVED", lineState: "RECOVERABLE", objectSeq: 4 },
      ]);
  });

  it("R-75 of something that is not so tells no other state", async () => {
    await start("normal");
    const customer = specimen("active");
    const notify = (eventType: string) =>
      fetch(`${caller.url}/apisvc/v0/notification`, {
        method: "POST",
        body: JSON.stringify({ eventType, customerId: customer }),
      });
    await notify("RDN_IMEI_CHANGE");
    await expect.poll(() => infoCalls(customer), PATIENT).toBe(1);
    await notify("PORT_OUT_CONFIRMED");
    await expect.poll(() => infoCalls(customer), PATIENT).toBe(2);
    await expect
      .poll(() => eventsOf(customer), PATIENT)
      .toMatchObject([
        { kind: "NOTIFICATION_RECEIVED" },
        { kind: "STATE_OBSERVED", lineState: "ACTIVE" },
        { kind: "NOTIFICATION_RECEIVED" },
      ]);
  });

  it("R-71 is answered while the carrier keeps whoever reads it waiting", async () => {
    await start("normal");
    const customer = specimen("active");
    sandbox.faults.add({ operation: "customerInfo", fault: "hang" });
    await happen("USAGE_NOTIFICATION", customer);
    expect(sandbox.reach.deliveries).toMatchObject([{ status: 200, attempt: 1 }]);
    await expect.poll(() => infoCalls(customer), PATIENT).toBeGreaterThan(0);
  });

  it("is read again when the carrier cannot be read at once", async () => {
    await start("normal");
    const customer = specimen("active");
    sandbox.faults.add({ operation: "customerInfo", times: 1, fault: "status;status=400" });
    await happen("RDN_IMEI_CHANGE", customer, { imei: "350000000000011" });
    await expect.poll(() => eventsOf(customer), PATIENT).toMatchObject([{}, { kind: "STATE_OBSERVED" }]);
    expect(infoCalls(customer)).toBe(2);
  });

  it("R-75 is taken only from whoever knows the secret, where there is one", async () => {
    await start("normal", {}, { callbackSecret: SECRET });
    const customer = specimen("active");
    await happen("USAGE_NOTIFICATION", customer);
    expect(sandbox.reach.deliveries.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    const body = JSON.stringify({ eventType: "USAGE_NOTIFICATION", customerId: customer });
    const address = `${caller.url}/callbacks/${ACCOUNT}/apisvc/v0/notification?secret=${SECRET}`;
    expect((await fetch(address, { method: "POST", body })).status).toBe(200);
    expect(await counted()).toEqual({ "reach-us unauthentic": 4, "reach-us accepted": 1 });
    expect((await eventsOf(customer)).filter(({ kind }) => kind === "NOTIFICATION_RECEIVED")).toHaveLength(1);
  });
});

describe("the inbox in the graph", () => {
  const listed = (filter: object = {}) =>
    caller.only<{ nodes: readonly { readonly id: string }[] }>(
      `query ($filter: CallbackFilter) { it: callbacks(filter: $filter) {
         nodes { id kind outcome typeRaw account { id } operation { id } } } }`,
      { filter },
    );
  const replay = (callback: string, idempotencyKey = randomUUID()) =>
    caller.only<{ callback: unknown; userErrors: readonly { code: string }[] }>(
      `mutation ($input: CallbackReplayInput!) {
         it: callbackReplay(input: $input) { callback { outcome } userErrors { code } } }`,
      { input: { callback, idempotencyKey } },
    );

  it("lists what came, newest first, and has it take effect once more", async () => {
    await start("normal");
    const customer = specimen("active");
    const id = await activate();
    await pass(ACTIVATION_MS);
    await caller.ended(id);
    await fetch(`${caller.url}/apisvc/v0/notification`, { method: "POST", body: "<html>" });
    await set({ customerId: customer, event: { type: "PORT_OUT" } });
    await sandbox.reach.settled();
    await expect.poll(() => infoCalls(customer), PATIENT).toBe(1);
    const { nodes } = await listed();
    expect(nodes).toMatchObject([
      { kind: "EVENTS", outcome: "ACCEPTED", typeRaw: "PORT_OUT", account: { id: ACCOUNT }, operation: null },
      { kind: "EVENTS", outcome: "MALFORMED", typeRaw: null },
      { kind: "RESULTS", outcome: "ACCEPTED", typeRaw: "ACTIVATION", operation: { id } },
    ]);
    expect((await listed({ operation: id })).nodes).toEqual(nodes.slice(2));
    expect((await listed({ outcomes: ["MALFORMED"], kinds: ["EVENTS"] })).nodes).toEqual(nodes.slice(1, 2));
    expect(await replay(nodes[0]?.id ?? "")).toEqual({ callback: { outcome: "ACCEPTED" }, userErrors: [] });
    await expect.poll(() => infoCalls(customer), PATIENT).toBe(2);
    expect((await replay(nodes[1]?.id ?? "")).userErrors).toMatchObject([{ code: "STATE_CHANGED" }]);
    const query = "query ($id: ID!) { it: node(id: $id) { ... on Callback { id outcome } } }";
    expect(await caller.only(query, { id: nodes[1]?.id })).toEqual({ id: nodes[1]?.id, outcome: "MALFORMED" });
  });

  it("goes on behind a cursor, and refuses a foreign one", async () => {
    await start("normal");
    const say = (n: number) =>
      fetch(`${caller.url}/apisvc/v0/notification`, { method: "POST", body: JSON.stringify({ eventType: `T${n}` }) });
    for (const n of [1, 2, 3]) await say(n);
    const query = `query ($after: String) { it: callbacks(first: 2, after: $after) {
      nodes { typeRaw } pageInfo { endCursor hasNextPage } } }`;
    type Page = { readonly nodes: readonly object[]; readonly pageInfo: { endCursor: string; hasNextPage: boolean } };
    const first = await caller.only<Page>(query, {});
    expect(first).toMatchObject({ nodes: [{ typeRaw: "T3" }, { typeRaw: "T2" }], pageInfo: { hasNextPage: true } });
    const rest = await caller.only<Page>(query, { after: first.pageInfo.endCursor });
    expect(rest).toMatchObject({ nodes: [{ typeRaw: "T1" }], pageInfo: { hasNextPage: false } });
    const { errors } = await caller.post(query, { after: "x" });
    expect(errors).toMatchObject([{ extensions: { code: "INVALID_ARGUMENT" } }]);
  });
});
