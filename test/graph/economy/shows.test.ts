import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { serve } from "../../support/api.js";
import { type ScriptedCarrier, startScriptedCarrier } from "../../support/scripted-carrier.js";
import { listingOf, profileOf, rowOf } from "../scripted-bics.js";

// What README.md and the benchmark say of carrier calls, counted at the carrier.

const PROFILE = "/api/GetEndPointProfile";
const READERS = 1_000;

let carrier: ScriptedCarrier;
let app: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  carrier = await startScriptedCarrier();
  carrier.serve(PROFILE, ({ query }) => profileOf(query.get("endPointId") ?? ""));
  carrier.serve("/api/GetEndpoints", ({ query }) => {
    const rows = Array.from({ length: Number(query.get("perPage")) }, (_, index) => rowOf(String(index)));
    return listingOf(rows, 5_000);
  });
  const account = { id: "bics", carrier: "BICS", baseUrl: `${carrier.baseUrl}/api`, accessToken: "token-of-the-test" };
  app = await serve([account]);
});
afterAll(async () => {
  await app.stop();
  await carrier.stop();
});

async function ask(query: string): Promise<unknown> {
  const response = await fetch(`${app.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

const ONE = '{ endpoint(by: { carrierEndpointId: "7" }, account: "bics") { name plan { name } } }';
const ROW = "id carrierEndpointId name state msisdn imei tags { id } sim { iccid state }";

it.each([
  ["one entity", 1, ONE],
  ["one entity, listed fields only", 1, '{ endpoint(by: { carrierEndpointId: "7" }, account: "bics") { name state } }'],
  ["100 rows, listed fields only", 1, `{ endpoints(first: 100) { totalCount nodes { ${ROW} } } }`],
  ["100 rows with their profiles", 101, `{ endpoints(first: 100) { nodes { ${ROW} plan { name } balances { id } } } }`],
  ["2000 rows", 1, `{ endpoints(first: 2000) { totalCount nodes { ${ROW} } } }`],
])("%s: carrier calls %i", async (_name, calls, query) => {
  const before = carrier.requests.length;
  expect(await ask(query)).not.toHaveProperty("errors");
  expect(carrier.requests.length - before).toBe(calls);
});

const shared = async () => {
  const text = await (await fetch(`${app.url}/metrics`)).text();
  return Number(
    /^carrier_calls_spared_total\{carrier="BICS",account="bics",by="shared"\} (\d+)$/m.exec(text)?.[1] ?? 0,
  );
};

it("a thousand readers of one endpoint at once: one carrier call", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  carrier.serve(PROFILE, () => promise.then(() => profileOf("7")));
  const [before, calls] = [await shared(), carrier.requests.length];
  const readers = Array.from({ length: READERS }, () => ask(ONE));
  while ((await shared()) - before < READERS - 1) await sleep(50);
  resolve();
  for (const answer of await Promise.all(readers)) {
    expect(answer).toEqual({ data: { endpoint: { name: "name 7", plan: { name: "Plan" } } } });
  }
  expect(carrier.requests.length - calls).toBe(1);
});
