import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Graph, startGraph } from "../support/graph.js";

// What a query costs at the carrier is what the carrier bills: every number here is a promise.

const PREPAID = "8932042000000100019";

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.stop());

/** The calls of a query that must have no errors, equal ones counted. */
async function costOf(
  document: string,
  variables?: Readonly<Record<string, unknown>>,
): Promise<Record<string, number>> {
  await graph.quiet();
  graph.forget();
  const { errors } = await graph.query(document, variables);
  expect(errors).toEqual([]);
  await graph.quiet();
  const counts: Record<string, number> = {};
  for (const call of graph.calls()) counts[call] = (counts[call] ?? 0) + 1;
  return counts;
}

const PROFILE = { GetEndPointProfile: 1 };

/** The ids of the first active endpoints of an account, by the carrier's own id too. */
async function activeEndpoints(first: number, account = "bics-eu") {
  const { endpoints } = await graph.data<{ endpoints: { nodes: { id: string; carrierEndpointId: string }[] } }>(
    `query ($first: Int!, $accounts: [ID!]) {
      endpoints(first: $first, filter: { accounts: $accounts, states: [ACTIVE] }) { nodes { id carrierEndpointId } }
    }`,
    { first, accounts: [account] },
  );
  return endpoints.nodes;
}

async function anEndpoint() {
  const [endpoint] = await activeEndpoints(1);
  if (!endpoint) throw new Error("no active endpoint");
  return endpoint;
}

describe("an example costs", () => {
  it.each([
    ["01-endpoints", { GetEndpoints: 2 }],
    ["02-endpoint", { fetchSIM: 2, GetEndPointProfile: 1, GetEndpoints: 1 }],
    ["03-usage", { GetEndPointProfile: 1, GetStatistics: 1 }],
    [
      "04-where-is-it",
      {
        fetchSIM: 2,
        GetEndPointProfile: 1,
        GetEndpoints: 1,
        fetchNetworkStatus: 1,
        locationInfo: 1,
        endpointCoverage: 1,
      },
    ],
    ["05-find-a-sim", { GetEndpoints: 2, fetchSIM: 1, GetEndPointProfile: 1 }],
    ["06-free-sims", { fetchSIM: 1 }],
    ["07-plans", { QueryRatePlan: 4 }],
    ["08-addon-details", { fetchSIM: 2, GetEndPointProfile: 1, GetEndpoints: 1, GetEndpointAddonDetails: 1 }],
    ["09-suspended", { GetEndpoints: 1, GetEndPointProfile: 3 }],
    ["10-accounts", { fetchICCIDForProvisioning: 2 }],
  ])("%s: %j", async (name, cost) => {
    expect(await costOf(name)).toEqual(cost);
  });
});

describe("a listing of endpoints costs", () => {
  it("one call for 200 rows with every field that the listing has", async () => {
    const fields = "id carrierEndpointId name state stateRaw billing billingRaw msisdn iccid imsi eid imei imeiLock";
    const listed = `${fields} imeiLockRaw tags { id name } account { id displayName } sim { id iccid imsi msisdn eid state }`;
    const cost = await costOf(`{ endpoints(first: 200) { totalCount nodes { ${listed} } pageInfo { endCursor } } }`);
    expect(cost).toEqual({ GetEndpoints: 1 + 1 });
  });

  it("one call when nobody asks how many there are in the accounts that had no turn", async () => {
    expect(await costOf("{ endpoints(first: 200) { nodes { id } pageInfo { hasNextPage } } }")).toEqual({
      GetEndpoints: 1,
    });
  });

  it("nothing more for the total when every account was asked", async () => {
    expect(await costOf("{ endpoints(first: 2000) { totalCount nodes { id } } }")).toEqual({ GetEndpoints: 2 });
  });

  it("nothing for the total when the rows are filtered here, where there is none", async () => {
    const document = "{ endpoints(first: 1, filter: { states: [ACTIVE] }) { totalCount nodes { id } } }";
    const { data, calls } = await graph.query(document);
    expect(calls).toEqual(["GetEndpoints"]);
    expect(data).toMatchObject({ endpoints: { totalCount: null } });
  });

  it("no call at all without an account", async () => {
    expect(await costOf("{ endpoints(filter: { accounts: [] }) { totalCount nodes { id } } }")).toEqual({});
  });

  it.each([
    "plan { name }",
    "balances { remaining { amount } }",
    "plan { name } balances { id } addons { id } apns bics { simStatus }",
  ])("one profile a row for { %s }, each once", async (fields) => {
    const cost = await costOf(`{ endpoints(first: 20, filter: { accounts: ["bics-eu"] }) { nodes { id ${fields} } } }`);
    expect(cost).toEqual({ GetEndpoints: 1, GetEndPointProfile: 20 });
    const asked = graph.sandbox.calls.flatMap(({ operation, query }) =>
      operation === "GetEndPointProfile" ? [query.endPointId] : [],
    );
    expect(new Set(asked).size).toBe(20);
  });

  it("one profile a row when nodes and edges are both asked", async () => {
    const rows = "nodes { plan { name } } edges { cursor node { plan { name } balances { id } } }";
    const cost = await costOf(`{ endpoints(first: 5, filter: { accounts: ["bics-eu"] }) { ${rows} } }`);
    expect(cost).toEqual({ GetEndpoints: 1, GetEndPointProfile: 5 });
  });
});

describe("one endpoint costs", () => {
  it("one profile, however many of its fields are asked, in however many places", async () => {
    const { id } = await anEndpoint();
    const fields = "name state plan { name } balances { id } counters { name } addons { id } apns bics { simStatus }";
    const document = `query ($id: ID!) {
      one: endpoint(by: { id: $id }) { ${fields} }
      two: endpoint(by: { id: $id }) { id plan { id } currency }
      three: node(id: $id) { ... on Endpoint { balances { name } sim { endpoint { name } } } }
    }`;
    expect(await costOf(document, { id })).toEqual(PROFILE);
  });

  it("one profile by the carrier's own id", async () => {
    const { carrierEndpointId } = await anEndpoint();
    const document = `query ($id: ID!) { endpoint(by: { carrierEndpointId: $id }, account: "bics-eu") { name } }`;
    expect(await costOf(document, { id: carrierEndpointId })).toEqual(PROFILE);
  });

  it("one look into the SIM inventory and one profile by ICCID, where the account is named", async () => {
    const document = `query ($iccid: String!) { endpoint(by: { iccid: $iccid }, account: "bics-eu") { name plan { name } } }`;
    expect(await costOf(document, { iccid: PREPAID })).toEqual({ fetchSIM: 1, GetEndPointProfile: 1 });
  });

  it("one profile by ICCID also when its SIM leads back to it", async () => {
    const document = `query ($iccid: String!) {
      endpoint(by: { iccid: $iccid }, account: "bics-eu") { sim { endpoint { plan { name } } esimProfile { state } } }
    }`;
    expect(await costOf(document, { iccid: PREPAID })).toEqual({ fetchSIM: 1, GetEndPointProfile: 1 });
  });

  it("one call for the details of all its add-ons", async () => {
    const document = `query ($iccid: String!) {
      endpoint(by: { iccid: $iccid }, account: "bics-eu") {
        addons { id balances { id } counters { name } }
        again: addons { balances { name } }
      }
    }`;
    const { data, calls } = await graph.query<{ endpoint: { addons: unknown[] } }>(document, { iccid: PREPAID });
    expect(data?.endpoint.addons.length).toBeGreaterThan(1);
    expect(calls).toEqual(["fetchSIM", "GetEndPointProfile", "GetEndpointAddonDetails"]);
  });

  it("one call for the same period of usage, another for another period", async () => {
    const { id } = await anEndpoint();
    const total = "{ data { total { total { bytes } } } }";
    const document = `query ($id: ID!) {
      endpoint(by: { id: $id }) {
        usage(from: "2026-01-01", to: "2026-01-31") ${total}
        same: usage(from: "2026-01-01", to: "2026-01-31") ${total}
        other: usage(from: "2026-01-01", to: "2026-01-30") ${total}
      }
    }`;
    expect(await costOf(document, { id })).toEqual({ ...PROFILE, GetStatistics: 2 });
  });

  it("one call for each way in which its networks are narrowed", async () => {
    const { id } = await anEndpoint();
    const document = `query ($id: ID!) {
      endpoint(by: { id: $id }) {
        networks { tadig } all: networks(isBlacklisted: null) { tadig }
        blacklisted: networks(isBlacklisted: true) { tadig } others: networks(isBlacklisted: false) { tadig }
      }
    }`;
    expect(await costOf(document, { id })).toEqual({ ...PROFILE, endpointCoverage: 3 });
  });
});

describe("numbers that nobody has cost", () => {
  it("one walk of each account's listing, however many they are", async () => {
    const document = `{
      a: sim(by: { iccid: "8932042999999999991" }) { id } b: endpoint(by: { iccid: "8932042999999999992" }) { id }
      c: sim(by: { imsi: "206289999999991" }) { id } d: endpoint(by: { msisdn: "327700999999991" }) { id }
    }`;
    expect(await costOf(document)).toEqual({ fetchSIM: 2 * 2, GetEndpoints: 2 });
  });
});

describe("a SIM costs", () => {
  it("one call by ICCID, with all that the inventory has", async () => {
    const document = `query ($iccid: String!) {
      sim(by: { iccid: $iccid }, account: "bics-eu") { iccid imsi state product isAttached imsis { imsi } activation { smdpAddress } }
    }`;
    expect(await costOf(document, { iccid: PREPAID })).toEqual({ fetchSIM: 1 });
  });

  it("one call in a listing, with all that the inventory has", async () => {
    const document = `{ sims(first: 100, filter: { accounts: ["bics-eu"] }) { totalCount nodes { id product imsis { imsi } } } }`;
    expect(await costOf(document)).toEqual({ fetchSIM: 1 });
  });

  it("one profile more for its endpoint", async () => {
    const document = `query ($iccid: String!) {
      sim(by: { iccid: $iccid }, account: "bics-eu") { iccid endpoint { name } esimProfile { state } }
    }`;
    expect(await costOf(document, { iccid: PREPAID })).toEqual({ fetchSIM: 1, GetEndPointProfile: 1 });
  });
});

describe("objects by their ids cost", () => {
  it("one profile for each endpoint, however often it is named", async () => {
    const [one, two] = (await activeEndpoints(2)).map(({ id }) => id);
    const document = "query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Endpoint { plan { name } } } }";
    expect(await costOf(document, { ids: [one, two, one, one, two] })).toEqual({ GetEndPointProfile: 2 });
  });

  it("nothing for an id that is none of ours", async () => {
    expect(
      await costOf(`{ nodes(ids: ["endpoint_AAAA", "x"]) { id } node(id: "8932042000000100019") { id } }`),
    ).toEqual({});
  });

  it("one part of the catalogue after the other until all plans are found", async () => {
    const { plans } = await graph.data<{ plans: { nodes: { id: string }[] } }>(
      `{ plans(filter: { accounts: ["bics-eu"], kinds: [BASE] }) { nodes { id } } }`,
    );
    const ids = plans.nodes.map(({ id }) => id);
    expect(await costOf("query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Plan { name } } }", { ids })).toEqual({
      QueryRatePlan: 2,
    });
  });
});

describe("plans cost", () => {
  it.each([
    ["", 16],
    ["filter: { kinds: [BASE] }", 4],
    [`filter: { kinds: [BASE, ADDON], accounts: ["bics-eu"] }`, 4],
    [`filter: { kinds: [TEST], billing: POSTPAID, accounts: ["bics-oem"] }`, 1],
    ["filter: { kinds: [ROAMING] }", 0],
  ])("plans(first: 100 %s): %i calls", async (filter, calls) => {
    const sources = "sources { status error { message } }";
    const answer = await graph.query<{ plans: { sources: object[] } }>(
      `{ plans(first: 100 ${filter}) { totalCount nodes { id name } ${sources} } }`,
    );
    expect(answer.calls).toEqual(Array.from({ length: calls }, () => "QueryRatePlan"));
    expect(new Set(answer.data?.plans.sources.map((source) => JSON.stringify(source)))).toEqual(
      new Set([`{"status":"OK","error":null}`]),
    );
  });
});
