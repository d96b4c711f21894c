import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, list, signIn } from "../sandbox/support.js";
import { type Graph, startGraph } from "../support/graph.js";

interface SimPage {
  readonly sims: {
    readonly nodes: readonly { readonly iccid: string; readonly state: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

const PAGE = `query ($first: Int!, $after: String, $filter: SimFilter) {
  sims(first: $first, after: $after, filter: $filter) { nodes { iccid state } pageInfo { hasNextPage endCursor } }
}`;

let graph: Graph;
let inventory: readonly unknown[];
beforeAll(async () => {
  graph = await startGraph({ endpoints: 2500 });
  const { body } = await (await signIn(graph.sandbox)).get("/fetchSIM");
  inventory = list(body, "Response", "responseParam", "rows");
});
afterAll(() => graph.stop());

async function walk(first: number, filter: object): Promise<string[]> {
  const iccids: string[] = [];
  let after: string | null = null;
  do {
    const { sims }: SimPage = await graph.data<SimPage>(PAGE, { first, after, filter });
    iccids.push(...sims.nodes.map(({ iccid }) => iccid));
    after = sims.pageInfo.hasNextPage ? sims.pageInfo.endCursor : null;
  } while (after !== null);
  return iccids;
}

const iccidsOf = (rows: readonly unknown[]): string[] => rows.map((row) => String(at(row, "iccid")));

describe("a walk over the SIM inventory", () => {
  it.each([250, 2000])("brings every SIM once, by pages of %i", async (first) => {
    expect(inventory.length).toBeGreaterThan(2000);
    expect(await walk(first, { accounts: ["bics-eu"] })).toEqual(iccidsOf(inventory));
  });

  it("brings the free SIMs alone, wherever in the inventory they are", async () => {
    const free = inventory.filter((row) => at(row, "simStatus") === "Ready To Activate");
    expect(free.length).toBeGreaterThan(100);
    expect(await walk(20, { accounts: ["bics-eu"], states: ["INVENTORY"] })).toEqual(iccidsOf(free));
  });
});
