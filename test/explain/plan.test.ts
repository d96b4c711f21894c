import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXAMPLE_QUERIES, QUERIES } from "./corpus.js";
import { ExplainLab, planned } from "./lab.js";

const ALL = [...EXAMPLE_QUERIES.map(([name, query]) => [name, () => query] as const), ...Object.entries(QUERIES)];

/** Queries that need all that they are planned to need. */
const EXACT: ReadonlySet<string> = new Set([
  "01-endpoints.graphql",
  "07-plans.graphql",
  "10-accounts.graphql",
  "26-recharge-plans.graphql",
  "a listing and its total",
  "a plan by its id",
  "a subscriber of Reach",
  "what only Reach has",
  "what only NextComm has",
]);

/** Queries of which only the carrier knows how many rows there are that need a call each. */
const OPEN: ReadonlySet<string> = new Set([
  "17-bills-and-cards.graphql",
  "what Reach tells beside",
  "what stands against an action",
]);

let lab: ExplainLab;
beforeAll(async () => {
  lab = await ExplainLab.start();
});
afterAll(() => lab.stop());

describe.each(ALL)("%s", (name, queryOf) => {
  it("is planned without any call, and needs no more than is planned", async () => {
    const query = queryOf(lab);
    const plan = await lab.plan(query);
    const most = planned(plan);
    const first = await lab.made(query);
    if (EXACT.has(name)) expect(first.arrived).toEqual(most);
    for (const made of [first, await lab.made(query)]) {
      for (const [operation, calls] of [...Object.entries(made.arrived), ...Object.entries(made.told)]) {
        expect(calls, operation).toBeLessThanOrEqual(most[operation] ?? 0);
      }
    }
    expect(plan.atMost === null).toBe(OPEN.has(name));
  });
});

const ENDPOINT = { account: "bics-eu", native: "51170058" };

describe("a plan", () => {
  const planOf = (query: string, variables = {}) => lab.plan({ query, variables });
  const idOf = () => lab.ids.encode("Endpoint", ENDPOINT);

  it("names account, carrier, operation, the most calls and the time that one may take", async () => {
    const { calls } = await planOf(`{ subscriber(by: { carrierSubscriberId: "1" }, account: "reach-us") { name } }`);
    expect(calls).toEqual([
      { account: "reach-us", carrier: "REACH", operation: "customerInfo", atMost: 1, timeoutMs: 30_000 },
    ]);
  });

  it("adds up the times of what is read one after the other, up to what a request may take", async () => {
    const of = (fields: string) =>
      planOf(`{ account(id: "bics-eu") { bics { ${fields} } } }`).then(({ worstCaseMs }) => worstCaseMs);
    expect(await of("iccidRanges { from } roamingProfiles { id }")).toBe(await of("iccidRanges { from }"));
    const rows = await planOf(
      `{ endpoints(first: 1, filter: { accounts: ["bics-eu"] }) { nodes { location { mcc } } } }`,
    );
    expect(rows.worstCaseMs).toBe(60_000);
    expect(await planOf("{ accounts { id } }")).toEqual({ calls: [], atMost: 0, worstCaseMs: 0 });
  });

  it("counts a row's call once a row, in each account that may have it", async () => {
    const most = planned(await planOf("{ endpoints(first: 7) { nodes { location { mcc } } } }"));
    expect(most).toMatchObject({ "bics-eu locationInfo": 7, "bics-oem locationInfo": 7, "bics-eu GetEndpoints": 1 });
  });

  it("counts what is of an account once, in however many places it is asked", async () => {
    const { ids } = lab;
    const named = ["1", "1", "2"].map((native) => ids.encode("Endpoint", { account: "bics-eu", native }));
    const most = planned(
      await planOf(
        "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Line { account { bics { roamingProfiles { id } } } } } }",
        { ids: named },
      ),
    );
    expect(most).toMatchObject({ "bics-eu GetEndPointProfile": 2, "bics-eu GetRoamingProfiles": 1 });
  });

  it("leaves out what is skipped by a literal or a variable", async () => {
    const query = `query ($id: ID!, $no: Boolean!) { node(id: $id) { ... on Endpoint @include(if: $no) { plan { name } } ...F @skip(if: true) } }
      fragment F on Endpoint { location { mcc } }`;
    const most = planned(await planOf(query, { id: idOf(), no: false }));
    expect(most).toEqual({ "bics-eu GetEndPointProfile": 1, "bics-eu GetEndpoints": 50 });
  });

  it("counts nothing for a field that would be refused", async () => {
    const refused = `{ a: endpoint(by: { id: "x" }) { location { mcc } } b: endpoints(first: 0) { nodes { id } } c: endpoint(by: { iccid: "1" }) { id } }`;
    expect(await planOf(refused)).toMatchObject({ calls: [], atMost: 0 });
  });

  it("does not know how many subscribers are gone that were met, and counts those in their place", async () => {
    const most = planned(
      await planOf(`{ subscribers(first: 10, filter: { accounts: ["reach-us"] }) { nodes { name } } }`),
    );
    expect(most).toEqual({ "reach-us customerInfo": 40 });
  });
});

describe("what cannot be planned", () => {
  it.each([
    ["no GraphQL", { query: "{ endpoints(" }],
    ["a field that does not exist", { query: "{ nothing }" }],
    ["a variable that is missing", { query: "query ($id: ID!) { node(id: $id) { id } }" }],
  ])("%s is answered as without the header", async (_name, query) => {
    const answer = await lab.ask(query, "plan");
    expect(answer.errors).toHaveLength(1);
    expect(answer).toEqual(await lab.ask(query));
    expect(answer).toEqual(await lab.ask(query, "actual"));
  });

  it("a mutation is refused, and not carried out", async () => {
    const query = `mutation ($input: EndpointActionInput!) { endpointSuspend(input: $input) { userErrors { code } } }`;
    const variables = { input: { endpoint: lab.ids.encode("Endpoint", ENDPOINT), idempotencyKey: "one" } };
    const before = lab.sandbox.calls.length;
    const { data, errors } = await lab.ask({ query, variables }, "plan");
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { extensions: { code: "INVALID_ARGUMENT", hint: expect.stringContaining("dryRun") } },
    ]);
    expect(lab.sandbox.calls.length).toBe(before);
  });

  it("another word is refused, and the query is not executed", async () => {
    const before = lab.sandbox.calls.length;
    const { data, errors } = await lab.ask({ query: "{ endpoints { nodes { id } } }" }, "plna");
    expect({ data, errors }).toMatchObject({ data: null, errors: [{ extensions: { code: "INVALID_ARGUMENT" } }] });
    expect(lab.sandbox.calls.length).toBe(before);
  });
});
