import { readdirSync, readFileSync } from "node:fs";
import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery } from "graphql";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Arguments, walk } from "./schema-walk.js";
import { idOf, type Lab, ledgerOf, specimen, startLab, writesTo } from "./support.js";

const EXAMPLES = new URL("../../examples/", import.meta.url);
const isQuery = (name: string): boolean =>
  name.endsWith(".graphql") && !/^\s*(mutation|subscription)\b/m.test(readFileSync(new URL(name, EXAMPLES), "utf8"));

let lab: Lab;
let schema: GraphQLSchema;

/** The data of introspection, which is no field of ours. */
async function introspect(): Promise<GraphQLSchema> {
  const { data } = await lab.caller.post(getIntrospectionQuery({ oneOf: true }));
  return buildClientSchema(data as unknown as IntrospectionQuery);
}

beforeAll(async () => {
  lab = await startLab({ accounts: ({ accounts, nexcon }) => [...accounts, ...nexcon.accounts] });
  schema = await introspect();
});
afterAll(() => lab.stop());

it.each(readdirSync(EXAMPLES).filter(isQuery))("%s writes nothing at any carrier", async (name) => {
  const own = readdirSync(EXAMPLES).includes(name.replace(".graphql", ".variables.json"));
  const variables = own ? readFileSync(new URL(name.replace(".graphql", ".variables.json"), EXAMPLES), "utf8") : "{}";
  const before = writesTo(lab.sandbox).length;
  await lab.caller.post(readFileSync(new URL(name, EXAMPLES), "utf8"), JSON.parse(variables));
  expect(writesTo(lab.sandbox)).toHaveLength(before);
});

/** Objects of which the graph can tell something, in every way in which they can be asked for. */
async function specimens(): Promise<Arguments> {
  const endpoint = specimen(lab.sandbox, "withCounter");
  const iccid = lab.sandbox.nexcon.specimens.nexcon?.activated ?? "";
  const id = idOf("Endpoint", endpoint);
  const { operation } = await lab.caller.mutate("endpointUpdate", { endpoint: id, addTags: ["2845001"] });
  const plan = idOf("Plan", "568677");
  const ids = [id, idOf("Sim", iccid, "nexcon"), plan, operation?.id ?? ""].map((one) => `id: "${one}"`);
  return {
    "Query.endpoint": [`by: { id: "${id}" }`, `by: { carrierEndpointId: "${endpoint}" }, account: "bics-eu"`],
    "Query.sim": [`by: { iccid: "${iccid}" }`, `by: { iccid: "${specimen(lab.sandbox, "simFree")}" }`],
    "Query.node": ids,
    "Query.nodes": [`ids: ["${id}"]`],
    "Query.operation": [`id: "${operation?.id}"`],
    "Query.account": ['id: "bics-eu"'],
    "Query.endpoints": ["first: 3"],
    "Query.sims": ["first: 3"],
    "Query._entities": [`representations: [{ __typename: "Endpoint", id: "${id}" }]`],
    "Endpoint.usage": ['from: "2026-01-01", to: "2026-01-31"'],
    "Endpoint.networks": ["isBlacklisted: false"],
  };
}

/** Every word behind a `__typename` of an answer. */
function typesIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value !== "object" || value === null) return found;
  for (const [key, member] of Object.entries(value)) {
    if (key === "__typename") found.add(String(member));
    else typesIn(member, found);
  }
  return found;
}

it("G-09 X-03 no field of any type writes at a carrier, whatever the verb by which the carrier reads", async () => {
  const given = await specimens();
  lab.sandbox.calls.length = 0;
  lab.sandbox.ledger.length = 0;
  const invalid: string[] = [];
  const seen = await walk(schema, given, async (query) => {
    const { data, errors = [] } = await lab.caller.post(query);
    if (errors.some(({ extensions }) => extensions?.code === "GRAPHQL_VALIDATION_FAILED")) {
      invalid.push(`${query}: ${JSON.stringify(errors)}`);
    }
    return typesIn(data);
  });
  expect(invalid).toEqual([]);
  expect(writesTo(lab.sandbox)).toEqual([]);
  expect(lab.sandbox.ledger).toEqual([]);
  // That nothing was written tells only something where everything was asked.
  expect([...seen]).toEqual(expect.arrayContaining([...SEEN]));
  const reads = new Set(lab.sandbox.calls.map(({ operation }) => operation));
  expect([...reads]).toEqual(expect.arrayContaining([...READS]));
}, 60_000);

const SEEN = ["Endpoint", "Sim", "Plan", "Addon", "Operation", "Account", "Usage", "Location", "Network"] as const;
const READS = [
  "GetEndpoints",
  "GetEndPointProfile",
  "GetStatistics",
  "locationInfo",
  "endpointCoverage",
  "status",
] as const;

it("a mutation is seen by the same recorder", async () => {
  const native = specimen(lab.sandbox, "activePostpaid");
  await lab.caller.mutate("endpointUpdate", { endpoint: idOf("Endpoint", native), addTags: ["2845002"] });
  expect(writesTo(lab.sandbox)).toEqual(["endpoint"]);
  expect(ledgerOf(lab.sandbox, native)).toHaveLength(1);
});
