import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Graph, startGraph } from "../support/graph.js";

const NODES = "query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Plan { name kind billing } } }";

interface CataloguePlan {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly billing: string;
}

let graph: Graph;
let catalogue: readonly CataloguePlan[];
beforeAll(async () => {
  graph = await startGraph();
  const { plans } = await graph.data<{ plans: { nodes: CataloguePlan[] } }>(
    `{ plans(first: 200) { nodes { id name kind billing } } }`,
  );
  catalogue = plans.nodes;
});
afterEach(() => graph.sandbox.faults.clear());
afterAll(() => graph.stop());

const kindsOf = () => [...new Set(catalogue.map(({ kind }) => kind))].sort();
const idsOf = (kind: string) => catalogue.filter((plan) => plan.kind === kind).map(({ id }) => id);

describe("plans by their ids", () => {
  it("are found in every part of the catalogues, as the listing tells them", async () => {
    expect(kindsOf()).toEqual(["ADDON", "BASE", "INVENTORY", "TEST"]);
    const ids = catalogue.map(({ id }) => id);
    expect(await graph.data(NODES, { ids })).toEqual({ nodes: catalogue });
  });

  it("are looked for no further than needed", async () => {
    const [base] = idsOf("BASE");
    expect((await graph.query(NODES, { ids: [base] })).calls).toHaveLength(2);
  });

  it("share the parts of the catalogue that are read for them, also with the listing of plans", async () => {
    const document = `query ($ids: [ID!]!) {
      nodes(ids: $ids) { id }
      plans(filter: { kinds: [BASE], accounts: ["bics-eu"] }) { nodes { id } }
    }`;
    const { calls } = await graph.query(document, { ids: idsOf("BASE").slice(0, 2) });
    expect(calls).toHaveLength(2);
  });

  it("fail together for an account that is down, and leave those of another alone", async () => {
    graph.sandbox.faults.add({ operation: "QueryRatePlan", account: "bics-eu", fault: "html200" });
    const ids = [
      graph.ids.encode("Plan", { account: "bics-eu", native: "1" }),
      graph.ids.encode("Plan", { account: "bics-oem", native: "1" }),
    ];
    const { data, errors } = await graph.query(NODES, { ids });
    expect(data).toEqual({ nodes: [null, null] });
    expect(errors).toMatchObject([{ path: ["nodes", 0], extensions: { account: "bics-eu" } }]);
  });

  it("are pages of the catalogue that hold every plan once", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { plans: { nodes: CataloguePlan[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
        await graph.data(
          "query ($after: String) { plans(first: 3, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }",
          { after },
        );
      seen.push(...page.plans.nodes.map(({ id }) => id));
      after = page.plans.pageInfo.hasNextPage ? page.plans.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(catalogue.map(({ id }) => id));
  });
});
