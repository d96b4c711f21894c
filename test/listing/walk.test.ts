import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, list, signIn } from "../sandbox/support.js";
import { type Graph, startGraph } from "../support/graph.js";
import { walkEndpoints } from "./pages.js";

describe("a walk over 5000 endpoints of one account and 60 of another", () => {
  let graph: Graph;
  let all: string[];
  beforeAll(async () => {
    graph = await startGraph({ endpoints: 5000 });
    all = idsOf([...(await rowsOf(graph, "bics-eu")), ...(await rowsOf(graph, "bics-oem"))]);
  });
  afterAll(() => graph.stop());

  it("is over that many", () => {
    expect(all).toHaveLength(5060);
  });

  it.each([[[100]], [[333]], [[2000]], [[1999]], [[7, 100, 333, 2000, 1]]])(
    "brings every endpoint once, account after account, by pages of %j",
    async (sizes) => {
      expect((await walkEndpoints(graph, sizes)).natives).toEqual(all);
    },
  );

  it("costs one call a page, and one more where the page goes on into the next account", async () => {
    const pages = (count: number) => Array.from({ length: count }, () => 1);
    expect((await walkEndpoints(graph, [100])).calls).toEqual([...pages(50), 1]);
    expect((await walkEndpoints(graph, [333])).calls).toEqual([...pages(15), 2]);
  });

  it("costs two calls for pages as large as the carrier's own, since the last row of the page before is read again", async () => {
    expect((await walkEndpoints(graph, [2000], { accounts: ["bics-eu"] })).calls).toEqual([1, 2, 1]);
  });

  it("brings every suspended endpoint once, by reading pages until enough are found", async () => {
    const { natives, calls } = await walkEndpoints(graph, [50], { states: ["SUSPENDED"] });
    const suspended = await suspendedOf(graph);
    expect(natives).toEqual(suspended);
    expect(suspended.length).toBeGreaterThan(400);
    expect(Math.max(...calls)).toBeLessThanOrEqual(4);
  });

  it("brings every endpoint of a tag once, filtered by the carrier", async () => {
    const { natives } = await walkEndpoints(graph, [100], { tagId: "2845001", accounts: ["bics-eu"] });
    expect(natives).toEqual(await taggedOf(graph, "2845001"));
    expect(natives.length).toBeGreaterThan(200);
  });

  it("brings every endpoint without a tag once", async () => {
    const { natives } = await walkEndpoints(graph, [500], { isUntagged: true, accounts: ["bics-eu"] });
    expect(natives).toEqual(await taggedOf(graph, null));
    expect(natives.length).toBeGreaterThan(1000);
  });
});

/** The rows of an account, as the carrier itself lists them. */
async function rowsOf(graph: Graph, account: string): Promise<unknown[]> {
  const { body } = await (await signIn(graph.sandbox, account)).get("/GetEndpoints");
  return list(body, "Response", "responseParam", "endpoints");
}

const idsOf = (rows: readonly unknown[]): string[] => rows.map((row) => String(at(row, "id")));

async function suspendedOf(graph: Graph): Promise<string[]> {
  const rows = [...(await rowsOf(graph, "bics-eu")), ...(await rowsOf(graph, "bics-oem"))];
  return idsOf(rows.filter((row) => at(row, "status") === "S"));
}

/** Null: without any tag. */
async function taggedOf(graph: Graph, tagId: string | null): Promise<string[]> {
  const tags = (row: unknown) => list(row, "tagIdList").map((tag) => at(tag, "tagId"));
  const holds = (row: unknown) => (tagId === null ? tags(row).length === 0 : tags(row).includes(tagId));
  return idsOf((await rowsOf(graph, "bics-eu")).filter(holds));
}
