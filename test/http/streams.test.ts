import { createClient } from "graphql-ws";
import { afterAll, beforeAll, expect, it } from "vitest";
import WebSocket from "ws";
import { type Api, startApi } from "../support/api.js";

let api: Api;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api?.stop());

async function ask<Data>(query: string, variables: object = {}): Promise<Data> {
  const response = await fetch(`${api.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const { data } = (await response.json()) as { data: Data };
  return data;
}

const endpointId = async (carrierEndpointId: string): Promise<string> => {
  const query = 'query ($id: ID!) { endpoint(by: { carrierEndpointId: $id }, account: "bics-eu") { id } }';
  return (await ask<{ endpoint: { id: string } }>(query, { id: carrierEndpointId })).endpoint.id;
};

const change = (endpoint: string, verb: "endpointSuspend" | "endpointResume", key: string) =>
  ask(
    `mutation ($endpoint: ID!, $key: ID!) { ${verb}(input: { endpoint: $endpoint, idempotencyKey: $key }) { operation { state } } }`,
    {
      endpoint,
      key,
    },
  );

interface Seen {
  readonly events: {
    readonly cursor: string;
    readonly state: string;
    readonly objectSeq: number;
    readonly operation: { state: string };
  };
}

const EVENTS =
  "subscription ($after: String, $endpoint: ID) { events(after: $after, filter: { endpoint: $endpoint }) { cursor state objectSeq operation { state } } }";

const client = () =>
  createClient({ url: `${api.url.replace("http", "ws")}/graphql/ws`, webSocketImpl: WebSocket, retryAttempts: 0 });

/** Takes as many events as asked for and leaves. */
async function take(count: number, variables: Record<string, unknown>): Promise<Seen["events"][]> {
  const socket = client();
  const seen: Seen["events"][] = [];
  for await (const { data } of socket.iterate<Seen>({ query: EVENTS, variables })) {
    if (data) seen.push(data.events);
    if (seen.length === count) break;
  }
  await socket.dispose();
  return seen;
}

it("tells each change of an operation over a socket, and who was away misses nothing and sees nothing twice", async () => {
  const endpoint = await endpointId(api.sandbox.bics.specimens["bics-eu"]?.["activeConnected"] ?? "");
  const before = await latest();
  await change(endpoint, "endpointSuspend", "suspend-1");
  const first = await take(2, { after: before, endpoint });
  expect(first.map(({ state, objectSeq }) => [state, objectSeq])).toEqual([
    ["ACCEPTED", 1],
    ["RUNNING", 2],
  ]);
  await change(endpoint, "endpointResume", "resume-1");
  const rest = await take(4, { after: first.at(-1)?.cursor, endpoint });
  expect(rest.map(({ state, objectSeq }) => [state, objectSeq])).toEqual([
    ["SUCCEEDED", 3],
    ["ACCEPTED", 4],
    ["RUNNING", 5],
    ["SUCCEEDED", 6],
  ]);
});

it("tells a change that comes while somebody listens", async () => {
  const endpoint = await endpointId("51170058");
  const seen = take(3, { after: await latest(), endpoint });
  await change(endpoint, "endpointSuspend", "suspend-2");
  expect((await seen).map(({ state }) => state)).toEqual(["ACCEPTED", "RUNNING", "SUCCEEDED"]);
});

it("follows one operation until it has ended, over server-sent events", async () => {
  const { operations } = await ask<{ operations: { nodes: { id: string; state: string }[] } }>(
    "{ operations(first: 1) { nodes { id state } } }",
  );
  const response = await fetch(`${api.url}/graphql/stream`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream" },
    body: JSON.stringify({
      query: "subscription ($id: ID!) { operationUpdated(id: $id) { state } }",
      variables: { id: operations.nodes[0]?.id },
    }),
  });
  const text = await response.text();
  expect(text).toContain('{"data":{"operationUpdated":{"state":"SUCCEEDED"}}}');
  expect(text).toContain("event: complete");
});

it("refuses over a socket what it refuses over HTTP, by the same codes", async () => {
  const socket = client();
  const failing = async (query: string) => {
    for await (const { errors } of socket.iterate({ query })) return errors?.[0]?.extensions?.["code"];
  };
  expect(await failing('subscription { events(after: "nonsense") { state } }')).toBe("INVALID_ARGUMENT");
  await expect(failing("subscription { nothing }")).rejects.toMatchObject([
    { extensions: { code: "GRAPHQL_VALIDATION_FAILED" } },
  ]);
  await socket.dispose();
});

const latest = async () =>
  (await ask<{ events: { pageInfo: { endCursor: string } } }>("{ events(first: 500) { pageInfo { endCursor } } }"))
    .events.pageInfo.endCursor;
