import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { only } from "../sandbox/bodies.js";
import { signIn } from "../sandbox/support.js";
import { type Graph, startGraph } from "../support/graph.js";

interface Objects {
  readonly endpoint: {
    readonly id: string;
    readonly sim: { readonly id: string };
    readonly plan: { readonly id: string };
    readonly balances: readonly { readonly id: string; readonly name: string }[];
    readonly addons: readonly {
      readonly id: string;
      readonly instanceId: string;
      readonly balances: readonly { readonly id: string }[];
    }[];
  };
}

const NODE = `query ($id: ID!) { node(id: $id) {
  __typename id
  ... on Endpoint { name } ... on Sim { iccid } ... on Plan { carrierPlanId } ... on Balance { name } ... on Addon { instanceId }
} }`;
const NODES = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }";

let graph: Graph;
let objects: Objects["endpoint"];
beforeAll(async () => {
  graph = await startGraph();
  const found = await graph.data<Objects>(
    `{ endpoint(by: { iccid: "8932042000000100019" }) {
      id sim { id } plan { id } balances { id name } addons { id instanceId balances { id } }
    } }`,
  );
  objects = found.endpoint;
});
afterEach(() => graph.sandbox.faults.clear());
afterAll(() => graph.stop());

const idsOfAllTypes = () => ({
  Endpoint: objects.id,
  Sim: objects.sim.id,
  Plan: objects.plan.id,
  Balance: objects.balances.at(-1)?.id ?? "",
  Addon: objects.addons.at(-1)?.id ?? "",
});

describe("node", () => {
  it.each(["Endpoint", "Sim", "Plan", "Balance", "Addon"] as const)("reads a %s again by its id", async (type) => {
    const id = idsOfAllTypes()[type];
    const { node } = await graph.data<{ node: Record<string, unknown> }>(NODE, { id });
    expect(node).toMatchObject({ __typename: type, id });
    expect(Object.values(node).filter((value) => value === null)).toEqual([]);
  });

  it("tells every balance and add-on of a line apart, and finds each again", async () => {
    const ids = [...objects.balances, ...objects.addons, ...objects.addons.flatMap(({ balances }) => balances)].map(
      ({ id }) => id,
    );
    const { nodes } = await graph.data<{ nodes: { id: string }[] }>(NODES, { ids });
    expect(nodes.map(({ id }) => id)).toEqual(ids);
    expect(new Set(objects.balances.map(({ id }) => id)).size).toBe(objects.balances.length);
  });

  it("is null for an object that is gone", async () => {
    const hold = graph.sandbox.bics.specimens["bics-eu"]?.hold ?? "";
    const id = graph.ids.encode("Endpoint", { account: "bics-eu", native: hold });
    expect(await graph.data(NODES, { ids: [id] })).toEqual({ nodes: [{ __typename: "Endpoint", id }] });
    await (await signIn(graph.sandbox)).post("/DeleteEndPoint", only(hold));
    expect(await graph.data(NODES, { ids: [id] })).toEqual({ nodes: [null] });
  });

  it.each([
    ["Endpoint", "1"],
    ["Sim", "8932042999999999999"],
    ["Plan", "1"],
    ["Balance", "1/2/3/4"],
    ["Addon", "1/2"],
  ] as const)("is null for a %s that never was", async (type, native) => {
    const id = graph.ids.encode(type, { account: "bics-eu", native });
    expect(await graph.data(NODE, { id })).toEqual({ node: null });
  });

  it.each(["", "endpoint_AAAA", "8932042000000100019", "Q2FydDox"])(
    "is null for %j, which is no id of ours",
    async (id) => {
      expect(await graph.data(NODE, { id })).toEqual({ node: null });
    },
  );

  it("is null for an object of an account that is configured no more", async () => {
    const id = graph.ids.encode("Endpoint", { account: "former", native: "1" });
    expect(await graph.data(NODE, { id })).toEqual({ node: null });
  });
});

describe("nodes", () => {
  it("answers in the order of the ids, one answer for each, null where there is nothing", async () => {
    const { Endpoint, Sim, Plan } = idsOfAllTypes();
    const ids = [Plan, "none", Endpoint, Sim, Plan];
    const { nodes } = await graph.data<{ nodes: ({ id: string } | null)[] }>(NODES, { ids });
    expect(nodes.map((node) => node?.id ?? null)).toEqual([Plan, null, Endpoint, Sim, Plan]);
  });

  it("answers the others when one fails", async () => {
    const { Endpoint, Sim } = idsOfAllTypes();
    graph.sandbox.faults.add({ operation: "GetEndPointProfile", fault: "html200" });
    const { data, errors } = await graph.query(NODES, { ids: [Endpoint, Sim] });
    expect(data).toEqual({ nodes: [null, { __typename: "Sim", id: Sim }] });
    expect(errors).toMatchObject([{ path: ["nodes", 0], extensions: { code: "CARRIER_CONTRACT_VIOLATION" } }]);
  });

  it("takes 500 ids and refuses more, naming the argument and the limit", async () => {
    const ids = Array.from({ length: 501 }, () => "none");
    expect((await graph.data<{ nodes: null[] }>(NODES, { ids: ids.slice(1) })).nodes).toHaveLength(500);
    const { data, errors } = await graph.query(NODES, { ids });
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      { message: "ids: at most 500 at once.", extensions: { code: "OUT_OF_RANGE", field: ["ids"] } },
    ]);
  });
});
