import { afterEach, beforeEach, expect, it } from "vitest";
import { type AppSettings, serve } from "../../support/api.js";
import { json } from "../../support/scripted-answers.js";
import { type ScriptedCarrier, startScriptedCarrier } from "../../support/scripted-carrier.js";
import { profileOf } from "../scripted-bics.js";

const PROFILE = "/api/GetEndPointProfile";
const CHANGE = "/api/EndPointLifeCycleChange";
const ACCOUNT = { id: "bics", carrier: "BICS", accessToken: "token-of-the-test" };

let carrier: ScriptedCarrier;
let app: { readonly url: string; stop(): Promise<void> };

async function started(restSeconds: number, settings?: AppSettings) {
  carrier = await startScriptedCarrier();
  carrier.serve(PROFILE, ({ query }) => profileOf(query.get("endPointId") ?? ""));
  carrier.serve(CHANGE, () => json({}, 500));
  const breaker = { failures: 2, windowSeconds: 3_600, restSeconds };
  app = await serve([{ ...ACCOUNT, baseUrl: `${carrier.baseUrl}/api`, breaker }], settings);
}
beforeEach(() => started(3_600));
afterEach(async () => {
  await app.stop();
  await carrier.stop();
});

interface Endpoint {
  readonly id: string;
  readonly actions: readonly { readonly blockedBy: { readonly code: string } | null }[];
}

interface Circuit {
  readonly state: string;
  readonly until: string | null;
}

interface Answer {
  readonly errors?: readonly unknown[];
  readonly data: {
    readonly endpoint: Endpoint;
    readonly endpointSuspend: { readonly operation: { readonly id: string; readonly state: string } };
    readonly account: { readonly health: { readonly reads: Circuit; readonly writes: Circuit } };
    readonly operations: { readonly nodes: readonly unknown[] };
  };
}

async function ask(query: string, variables: object = {}): Promise<Answer> {
  const response = await fetch(`${app.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

const idOf = async (native: string): Promise<string> =>
  (await ask(`{ endpoint(by: { carrierEndpointId: "${native}" }, account: "bics") { id } }`)).data.endpoint.id;

const SUSPEND = `mutation ($endpoint: ID!, $key: ID!) {
  endpointSuspend(input: { endpoint: $endpoint, idempotencyKey: $key, waitFor: 5 }) {
    operation { id state } userErrors { code }
  }
}`;
const suspend = async (native: string, key = `key-${native}`) => ask(SUSPEND, { endpoint: await idOf(native), key });

const HEALTH = '{ account(id: "bics") { health { reads { state until } writes { state until } } } }';
const operations = async () => (await ask("{ operations { nodes { id } } }")).data.operations.nodes.length;

/** As many writes as it takes until they are held back. */
async function untilWritesAreHeldBack() {
  const first = await suspend("1");
  await suspend("2");
  return first;
}

it("an account tells that its writes are held back, and until when", async () => {
  const closed = { state: "CLOSED", until: null };
  expect((await ask(HEALTH)).data.account.health).toEqual({ reads: closed, writes: closed });
  await untilWritesAreHeldBack();
  const { reads, writes } = (await ask(HEALTH)).data.account.health;
  expect([reads, writes.state]).toEqual([closed, "OPEN"]);
  expect(Date.parse(writes.until ?? "")).toBeGreaterThan(Date.now());
});

it("an action is refused before anything is stored or read, with the time to wait", async () => {
  await untilWritesAreHeldBack();
  const endpoint = await idOf("3");
  const [before, calls] = [await operations(), carrier.requests.length];
  const { errors } = await ask(SUSPEND, { endpoint, key: "key-3" });
  expect(errors).toMatchObject([
    { extensions: { code: "CIRCUIT_OPEN", account: "bics", retryAfterMs: expect.any(Number) } },
  ]);
  expect([await operations(), carrier.requests.length]).toEqual([before, calls]);
});

it("a key that was used before gives its outcome all the same", async () => {
  const first = await untilWritesAreHeldBack();
  expect(first.data.endpointSuspend.operation.state).toBe("OUTCOME_UNKNOWN");
  expect((await suspend("1")).data.endpointSuspend.operation.id).toBe(first.data.endpointSuspend.operation.id);
});

it("every action is shown as blocked by it", async () => {
  const document = `{ endpoint(by: { carrierEndpointId: "3" }, account: "bics") { actions { action available blockedBy { code } } } }`;
  const codes = async () =>
    new Set((await ask(document)).data.endpoint.actions.map(({ blockedBy }) => blockedBy?.code));
  expect(await codes()).not.toContain("CIRCUIT_OPEN");
  await untilWritesAreHeldBack();
  expect(await codes()).toEqual(new Set(["CIRCUIT_OPEN"]));
});

it("reads are held back for themselves, and each failure says until when", async () => {
  carrier.serve(PROFILE, () => json({}, 503));
  const document = `{ endpoint(by: { carrierEndpointId: "3" }, account: "bics") { name } }`;
  await ask(document);
  const calls = carrier.requests.length;
  expect((await ask(document)).errors).toMatchObject([
    { extensions: { code: "CIRCUIT_OPEN", retryAfterMs: expect.any(Number), carrierOperation: "GetEndPointProfile" } },
  ]);
  expect(carrier.requests).toHaveLength(calls);
  expect((await ask(HEALTH)).data.account.health).toMatchObject({
    reads: { state: "OPEN" },
    writes: { state: "CLOSED" },
  });
});

it("an action is taken on again when the rest is over and its endpoint could be read", async () => {
  await app.stop();
  await carrier.stop();
  await started(0.2);
  await untilWritesAreHeldBack();
  while ((await ask(HEALTH)).data.account.health.writes.state === "OPEN");
  const before = carrier.to(CHANGE).length;
  await suspend("3");
  expect(carrier.to(CHANGE)).toHaveLength(before + 1);
});
