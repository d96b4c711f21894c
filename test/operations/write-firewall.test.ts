import { readdirSync, readFileSync } from "node:fs";
import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery } from "graphql";
import { afterAll, beforeAll, expect, it } from "vitest";
import { specimen as some, startAll } from "../graph/all-carriers.js";
import { type Arguments, walk } from "./schema-walk.js";
import { idOf, type Lab, ledgerOf, specimen, writesTo } from "./support.js";

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
  lab = await startAll();
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
async function ofEndpoints(): Promise<Arguments> {
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

/** Reach's: subscribers, what is asked before a sale, and prices. */
async function ofReach(): Promise<Arguments> {
  const subscriber = some(lab, "reach-us", "withBills");
  const card = some(lab, "reach-us", "cardOfBills");
  const order = `topUp: { subscriber: "${idOf("Subscriber", subscriber, "reach-us")}", plan: "${idOf("Plan", "TOPUP-1GB", "reach-us")}", quantity: 1, card: "${card}" }`;
  return {
    "Query.subscriber": [`by: { carrierSubscriberId: "${subscriber}" }, account: "reach-us"`],
    "Query.account": ['id: "reach-us"'],
    "Query.plans": ['filter: { accounts: ["reach-us"] }'],
    "Query.quote": [`order: { ${order} }`],
    "Query._entities": [
      `representations: [{ __typename: "Subscriber", id: "${idOf("Subscriber", subscriber, "reach-us")}" }]`,
    ],
    "Subscriber.card": [`id: "${card}"`],
    "Sales.coverage": ['address: { name: "Kim", line1: "1 Main Street", city: "Atlanta", state: "GA", zip: "30301" }'],
    "Sales.device": [`imei: "${some(lab, "reach-us", "imeiBoth")}"`],
    "Sales.sim": [`iccid: "${some(lab, "reach-us", "iccidFree")}"`],
    "Sales.portIn": [`msisdn: "${some(lab, "reach-us", "mdnPortable")}"`],
    "Sales.zip": [`code: "${some(lab, "reach-us", "zipServed")}"`],
    "Sales.roamingPacks": ['countries: ["DE", "JP"]'],
  };
}

/** Next Communications' and PayU's. */
async function ofNumbers(): Promise<Arguments> {
  const [msisdn, operator, circle] = [
    some(lab, "payu", "mobileNo"),
    some(lab, "payu", "operatorId"),
    some(lab, "payu", "circleId"),
  ];
  const subscriber = idOf("Subscriber", some(lab, "next-za", "manyBalances"), "next-za");
  const recharge = `rechargeOf: { msisdn: "${msisdn}", operatorId: "${operator}", circleId: "${circle}" }`;
  return {
    "Query.subscriber": [`by: { msisdn: "${some(lab, "next-za", "manyBalances")}" }`],
    "Query.account": ['id: "next-za"'],
    "Query._entities": [`representations: [{ __typename: "Subscriber", id: "${subscriber}" }]`],
    "Query.plans": [`filter: { ${recharge} }`, 'filter: { accounts: ["next-za"] }'],
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

/** What is asked, the types that must have been there, and the carrier operations that must have been called for it. */
const WALKS: readonly [string, () => Promise<Arguments>, readonly string[], readonly string[]][] = [
  [
    "endpoints and SIMs",
    ofEndpoints,
    ["Endpoint", "Sim", "Plan", "Addon", "Operation", "Account", "Usage", "Location", "Network"],
    ["GetEndpoints", "GetEndPointProfile", "GetStatistics", "locationInfo", "endpointCoverage", "status"],
  ],
  [
    "subscribers of Reach",
    ofReach,
    ["Subscriber", "ReachSubscriber", "Card", "Bill", "Invoice", "Sales", "Coverage", "Quote", "Price"],
    ["customerInfo", "cardList", "billingDetail", "invoiceLink", "coverage", "portValidateMdn", "topupQuote"],
  ],
  [
    "subscribers of NextComm, plans of PayU",
    ofNumbers,
    ["Subscriber", "NextCommSubscriber", "PlanExpiry", "Balance", "Facility"],
    ["GetSubscriberInfo", "UpdPlanExp/Enquire", "GetSIMsForActivation", "getCustomizedRechargePlans"],
  ],
];

it.each(WALKS)(
  "G-09 X-03 no field of %s writes at a carrier, whatever the verb by which the carrier reads",
  async (_, givenOf, types, operations) => {
    const given = await givenOf();
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
    expect([...seen]).toEqual(expect.arrayContaining([...types]));
    const reads = new Set(lab.sandbox.calls.map(({ operation }) => operation));
    expect([...reads]).toEqual(expect.arrayContaining([...operations]));
  },
  120_000,
);

it("a mutation is seen by the same recorder", async () => {
  const native = specimen(lab.sandbox, "activePostpaid");
  await lab.caller.mutate("endpointUpdate", { endpoint: idOf("Endpoint", native), addTags: ["2845002"] });
  expect(writesTo(lab.sandbox)).toEqual(["endpoint"]);
  expect(ledgerOf(lab.sandbox, native)).toHaveLength(1);
});
