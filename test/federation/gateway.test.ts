import { composeServices } from "@apollo/composition";
import { ApolloGateway } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { parse } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildGraph, printGraph } from "../../src/build-schema.js";
import { type Graph, startGraph } from "../support/graph.js";
import { FLEET_SDL, serveFleet, type Vehicle } from "./fleet.js";

interface Ids {
  readonly endpoints: {
    readonly nodes: readonly { readonly id: string; readonly name: string; readonly iccid: string }[];
  };
  readonly plans: { readonly nodes: readonly { readonly id: string; readonly name: string }[] };
}

let graph: Graph;
let fleet: Awaited<ReturnType<typeof serveFleet>>;
let gateway: ApolloServer;
let ours: Ids;

beforeAll(async () => {
  graph = await startGraph({ accounts: ({ accounts, nextcomm }) => [...accounts, ...nextcomm.accounts] });
  ours = await graph.data<Ids>(`{
    endpoints(first: 20, filter: { accounts: ["bics-eu"], states: [ACTIVE] }) { nodes { id name iccid } }
    plans(first: 1) { nodes { id name } }
  }`);
  fleet = await serveFleet(vehiclesWith(ours));
  const supergraphSdl = composed([
    { name: "carriers", url: `${graph.url}/graphql`, typeDefs: parse(printGraph(buildGraph())) },
    { name: "fleet", url: `${fleet.url}/graphql`, typeDefs: parse(FLEET_SDL) },
  ]);
  gateway = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl }), stopOnTerminationSignals: false });
  await gateway.start();
});
beforeEach(async () => {
  await graph.quiet();
  graph.forget();
});
afterAll(async () => {
  await gateway.stop();
  await fleet.stop();
  await graph.stop();
});

function composed(services: Parameters<typeof composeServices>[0]): string {
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(`the subgraphs do not compose: ${errors.join("\n")}`);
  return supergraphSdl;
}

const driver = () => graph.sandbox.nextcomm.specimens["next-za"]?.active ?? "";
const driverId = () => graph.ids.encode("Subscriber", { account: "next-za", native: driver() });

const vehiclesWith = ({ endpoints, plans }: Ids): Vehicle[] =>
  endpoints.nodes.map(({ id, iccid }, index) => ({
    plate: `V-${index + 1}`,
    endpoint: { id },
    sim: { iccid },
    plan: plans.nodes[0] ?? null,
    driver: index < 2 ? { id: driverId() } : null,
  }));

async function ask(query: string) {
  const { body } = await gateway.executeOperation({ query });
  if (body.kind !== "single") throw new Error("expected one answer");
  return body.singleResult;
}

describe("behind a gateway, beside a subgraph of another team", () => {
  it("endpoints that the other names are read by their ids, each once", async () => {
    const { data, errors } = await ask("{ vehicles { plate endpoint { name plan { name } } } }");
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      vehicles: ours.endpoints.nodes.map(({ name }, index) => ({ plate: `V-${index + 1}`, endpoint: { name } })),
    });
    expect(graph.calls()).toEqual(Array.from({ length: 20 }, () => "GetEndPointProfile"));
  });

  it("a plan that the other names many times is looked for once", async () => {
    const { data, errors } = await ask("{ vehicles { plan { name rating } } }");
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ vehicles: Array.from({ length: 20 }, () => ({ plan: { ...name(), rating: 5 } })) });
    expect(graph.calls().length).toBeLessThanOrEqual(2);
  });

  it("our endpoints and SIMs have the fields that the other adds", async () => {
    const { data, errors } = await ask(
      `{ endpoints(first: 1, filter: { states: [ACTIVE] }) { nodes { name vehicle { plate } sim { shelf } } } }`,
    );
    expect(errors).toBeUndefined();
    const [first] = ours.endpoints.nodes;
    expect(data).toMatchObject({
      endpoints: {
        nodes: [{ name: first?.name, vehicle: { plate: "V-1" }, sim: { shelf: `shelf ${first?.iccid.slice(-2)}` } }],
      },
    });
    expect(graph.calls()).toEqual(["GetEndpoints"]);
  });
});

describe("behind a gateway, subscribers", () => {
  it("that the other names are read by their ids, each once", async () => {
    const { data, errors } = await ask("{ vehicles { driver { msisdn state licence } } }");
    expect(errors).toBeUndefined();
    const one = { driver: { msisdn: driver(), state: "ACTIVE", licence: "licence B" } };
    expect(data).toEqual({ vehicles: [one, one, ...Array.from({ length: 18 }, () => ({ driver: null }))] });
    expect(graph.calls()).toEqual(["GetSubscriberInfo"]);
  });

  it("of ours have the fields that the other adds", async () => {
    const { data, errors } = await ask(`{ subscriber(by: { msisdn: "${driver()}" }, account: "next-za") { licence } }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ subscriber: { licence: "licence B" } });
  });
});

const name = () => ({ name: ours.plans.nodes[0]?.name });

describe("references", () => {
  const ENTITIES = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) {
      __typename ... on Endpoint { name } ... on Sim { iccid } ... on Plan { name } ... on Subscriber { msisdn }
    }
  }`;

  it("of the same endpoint are read once", async () => {
    const [first] = ours.endpoints.nodes;
    const representations = Array.from({ length: 20 }, () => ({ __typename: "Endpoint", id: first?.id }));
    const { data, calls } = await graph.query<{ _entities: object[] }>(ENTITIES, { representations });
    expect(data?._entities).toHaveLength(20);
    expect(calls).toEqual(["GetEndPointProfile"]);
  });

  it("that lead nowhere are null, and no error for the others", async () => {
    const [first] = ours.endpoints.nodes;
    const representations = [
      { __typename: "Endpoint", id: "endpoint_unknown" },
      { __typename: "Endpoint", id: first?.id },
      { __typename: "Sim", id: first?.id },
      { __typename: "Sim", iccid: "8932042999999999999" },
      { __typename: "Plan", id: graph.ids.encode("Plan", { account: "bics-eu", native: "0" }) },
      { __typename: "Sim", iccid: first?.iccid },
      { __typename: "Subscriber", id: driverId() },
      { __typename: "Subscriber", id: graph.ids.encode("Subscriber", { account: "next-za", native: "27999999999" }) },
      { __typename: "Subscriber", id: first?.id },
    ];
    const { data, errors } = await graph.query(ENTITIES, { representations });
    expect(errors).toEqual([]);
    expect(data).toEqual({
      _entities: [
        null,
        { __typename: "Endpoint", name: first?.name },
        null,
        null,
        null,
        { __typename: "Sim", iccid: first?.iccid },
        { __typename: "Subscriber", msisdn: driver() },
        null,
        null,
      ],
    });
  });

  it("that are malformed are told, and the others are answered", async () => {
    const [first] = ours.endpoints.nodes;
    const representations = [
      { __typename: "Sim", iccid: "12" },
      { __typename: "Sim", iccid: null },
      { __typename: "Endpoint", id: first?.id },
    ];
    const { data, errors } = await graph.query(ENTITIES, { representations });
    expect(data).toEqual({ _entities: [null, null, { __typename: "Endpoint", name: first?.name }] });
    expect(errors).toMatchObject([{ path: ["_entities", 0], extensions: { code: "INVALID_ARGUMENT" } }]);
  });
});

describe("behind a gateway, by ICCID", () => {
  it("SIMs that the other names are read by their ICCIDs", async () => {
    const { data, errors } = await ask("{ vehicles { sim { iccid state shelf account { id } } } }");
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      vehicles: ours.endpoints.nodes.map(({ iccid }) => ({
        sim: { iccid, state: "ACTIVE", shelf: `shelf ${iccid.slice(-2)}`, account: { id: "bics-eu" } },
      })),
    });
    await graph.quiet();
    const calls = graph.calls();
    expect(calls.filter((call) => call === "fetchSIM")).toHaveLength(2 * 20);
    expect(calls.filter((call) => call === "GetEndpoints")).toHaveLength(1);
  });
});
