import { randomUUID } from "node:crypto";
import { createClient } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { type Sandbox, startSandbox } from "../../sandbox/server.js";
import { Caller, type Keeping, SHARED_KEEPING } from "../operations/support.js";
import { SHORT, serve } from "../support/api.js";
import { TcpDoor } from "../support/tcp-door.js";

interface Told {
  readonly cursor: string;
  readonly kind: string;
  readonly state: string | null;
  readonly target: string;
  readonly objectSeq: number;
}

const FIELDS = "cursor kind state target objectSeq";
const SUBSCRIPTION = `subscription ($after: String) { events(after: $after) { ${FIELDS} } }`;

/** Follows events at one server behind a cursor, until so many have come. */
async function take(url: string, after: string, count: number): Promise<readonly Told[]> {
  const socket = createClient({
    url: `${url.replace("http", "ws")}/graphql/ws`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  const seen: Told[] = [];
  for await (const { data } of socket.iterate<{ events: Told }>({ query: SUBSCRIPTION, variables: { after } })) {
    if (data) seen.push(data.events);
    if (seen.length === count) break;
  }
  await socket.dispose();
  return seen;
}

/** The same over server-sent events. */
async function takeStream(url: string, after: string, count: number): Promise<readonly Told[]> {
  const leaving = new AbortController();
  const { body } = await fetch(`${url}/graphql/stream`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream" },
    body: JSON.stringify({ query: SUBSCRIPTION, variables: { after } }),
    signal: leaving.signal,
  });
  const seen: Told[] = [];
  let text = "";
  for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    const lines = text.split("\n");
    text = lines.pop() ?? "";
    const told = lines.filter((line) => line.startsWith('data: {"data"'));
    seen.push(...told.map((line) => JSON.parse(line.slice("data: ".length)).data.events));
    if (seen.length >= count) break;
  }
  leaving.abort();
  return seen;
}

describe.each(SHARED_KEEPING)("two servers on $name", { timeout: 60_000 }, ({ prepare }) => {
  let sandbox: Sandbox;
  let kept: Awaited<ReturnType<Keeping["prepare"]>>;
  let door: TcpDoor;
  let apps: readonly Awaited<ReturnType<typeof serve>>[];
  let one: Caller;
  let other: Caller;
  let endpoints: readonly string[];

  beforeAll(async () => {
    sandbox = await startSandbox();
    kept = await prepare();
    door = await TcpDoor.before(kept.settings.databaseUrl ?? "");
    await door.open();
    apps = await Promise.all([
      serve(sandbox.accounts, { timing: SHORT, ...kept.settings }),
      serve(sandbox.accounts, { timing: SHORT, databaseUrl: door.url }),
    ]);
    [one, other] = [new Caller(apps[0]?.url ?? ""), new Caller(apps[1]?.url ?? "")];
    endpoints = await atOnce();
  });
  afterAll(async () => {
    await Promise.all(apps.map((app) => app.stop()));
    await door.shut();
    await kept.remove();
    await sandbox.stop();
  });

  /** Endpoints of which the carrier carries a change out at once: those whose SIM is none that is told by radio. */
  const atOnce = async (): Promise<readonly string[]> => {
    const query = `{ it: endpoints(first: 200, filter: { accounts: ["bics-eu"], states: [ACTIVE] }) {
      nodes { id billing eid } } }`;
    type Listed = { readonly nodes: readonly { id: string; billing: string; eid: string | null }[] };
    const { nodes } = await one.only<Listed>(query, {});
    return nodes.filter(({ eid, billing }) => eid === null && billing === "POSTPAID").map(({ id }) => id);
  };

  const latest = async (): Promise<string> => {
    const query = "{ it: events(first: 500) { pageInfo { endCursor } } }";
    return (await one.only<{ pageInfo: { endCursor: string } }>(query, {})).pageInfo.endCursor;
  };

  const since = async (after: string): Promise<readonly Told[]> => {
    const query = `query ($after: String) { it: events(first: 500, after: $after) { nodes { ${FIELDS} } } }`;
    return (await other.only<{ nodes: readonly Told[] }>(query, { after })).nodes;
  };

  /** An action that ends at once, with its three events. */
  const act = async (caller: Caller, mutation: string, endpoint: string | undefined) => {
    const { operation, userErrors } = await caller.mutate(mutation, { endpoint, idempotencyKey: randomUUID() });
    expect([operation?.state, userErrors]).toEqual(["SUCCEEDED", []]);
  };

  const numbersOf = (events: readonly Told[], target: string | undefined) =>
    events.filter((event) => event.target === target).map(({ objectSeq }) => objectSeq);

  it.each([
    ["a socket", take],
    ["server-sent events", takeStream],
  ])(
    "tell at each what happens at the other, once and in order, over %s and over a reconnect",
    async (_name, follow) => {
      const [endpoint, another] = endpoints;
      const from = await latest();
      const first = follow(other.url, from, 4);
      await act(one, "endpointSuspend", endpoint);
      await act(one, "endpointSuspend", another);
      const seen = [...(await first)];
      await Promise.all([act(one, "endpointResume", endpoint), act(other, "endpointResume", another)]);
      seen.push(...(await follow(one.url, seen.at(-1)?.cursor ?? "", 5)));
      seen.push(...(await follow(other.url, seen.at(-1)?.cursor ?? "", 3)));
      expect(seen).toEqual(await since(from));
      expect(seen).toHaveLength(12);
      for (const target of [endpoint, another]) {
        const [begin = 0] = numbersOf(seen, target);
        expect(numbersOf(seen, target)).toEqual([0, 1, 2, 3, 4, 5].map((n) => begin + n));
      }
    },
  );

  it("number the events of all without a gap and without one twice while both work", async () => {
    const several = endpoints.slice(2, 8);
    const from = await latest();
    const followed = Promise.all([take(one.url, from, 18), take(other.url, from, 18)]);
    await Promise.all(several.map((endpoint, n) => act(n % 2 === 0 ? one : other, "endpointSuspend", endpoint)));
    const [here, there] = await followed;
    expect(here).toEqual(there);
    expect(here).toEqual(await since(from));
    expect(new Set(here.map(({ cursor }) => cursor)).size).toBe(18);
  });

  it("tell on what was missed while one had lost the database", async () => {
    const from = await latest();
    const followed = take(other.url, from, 3);
    await expect.poll(() => ready(other.url)).toBe(true);
    await door.shut();
    await act(one, "endpointResume", endpoints[2]);
    await door.open();
    await expect.poll(() => ready(other.url), { timeout: 20_000 }).toBe(true);
    expect((await followed).map(({ state }) => state)).toEqual(["ACCEPTED", "RUNNING", "SUCCEEDED"]);
  });
});

const ready = async (url: string): Promise<boolean> => (await fetch(`${url}/health/ready`)).ok;
