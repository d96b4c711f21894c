import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { creation, only } from "../sandbox/bodies.js";
import { at, list, signIn, type User } from "../sandbox/support.js";
import { type Graph, startGraph } from "../support/graph.js";
import { type EndpointPage, nativesOf, pageOf, walkEndpoints } from "./pages.js";

const ONLY_EU = { accounts: ["bics-eu"] };

let graph: Graph;
let user: User;
beforeAll(async () => {
  graph = await startGraph({ endpoints: 120 });
});
beforeEach(async () => {
  graph.sandbox.reset();
  user = await signIn(graph.sandbox);
});
afterAll(() => graph.stop());

/** The carrier's own list. */
async function carrierList(): Promise<string[]> {
  const { body } = await user.get("/GetEndpoints");
  return list(body, "Response", "responseParam", "endpoints").map((row) => String(at(row, "id")));
}

/** Deletes an endpoint at the carrier; its SIM is taken out first, which is done when the connection has ended. */
async function remove(endPointId: string): Promise<void> {
  user = await signIn(graph.sandbox);
  await user.post("/DeLinkSim", only(endPointId));
  graph.sandbox.clock.advance(60_000);
  const { inner } = await user.post("/DeleteEndPoint", only(endPointId));
  if (inner !== "10159") throw new Error(`${endPointId} was not deleted: ${String(inner)}`);
}

async function create(): Promise<string> {
  const { body } = await user.post("/CreateEndPoint", creation());
  return String(at(body, "Response", "endPointId"));
}

const afterPage = (wanted: number, change: (page: EndpointPage) => Promise<unknown>) => {
  return async (page: EndpointPage, number: number) => {
    if (number === wanted) await change(page);
  };
};

const rowAt = (page: EndpointPage, index: number): string => {
  const native = nativesOf(page).at(index);
  if (native === undefined) throw new Error(`the page has no row ${index}`);
  return native;
};

describe("endpoints that come and go at the carrier while they are walked", () => {
  it("hide nothing and bring nothing twice when one that was read is deleted", async () => {
    const before = await carrierList();
    const { natives } = await walkEndpoints(
      graph,
      [10],
      ONLY_EU,
      afterPage(2, (page) => remove(rowAt(page, 3))),
    );
    expect(natives).toEqual(before);
  });

  it("hide nothing and bring nothing twice when the last ones read are deleted", async () => {
    const before = await carrierList();
    const change = async (page: EndpointPage) => {
      await remove(rowAt(page, -1));
      await remove(rowAt(page, -2));
    };
    expect((await walkEndpoints(graph, [10], ONLY_EU, afterPage(3, change))).natives).toEqual(before);
  });

  it("hide nothing when a whole page that was read is deleted", async () => {
    const before = await carrierList();
    const change = async (page: EndpointPage) => {
      for (const native of nativesOf(page)) await remove(native);
    };
    const { natives } = await walkEndpoints(graph, [10], ONLY_EU, afterPage(3, change));
    expect([...new Set(natives)]).toEqual(before);
  });

  it("leave out one that is deleted before its turn", async () => {
    const before = await carrierList();
    const [gone = ""] = before.slice(50);
    const { natives } = await walkEndpoints(
      graph,
      [10],
      ONLY_EU,
      afterPage(1, () => remove(gone)),
    );
    expect(natives).toEqual(before.filter((native) => native !== gone));
  });

  it("bring one that is created", async () => {
    const created: string[] = [];
    const { natives } = await walkEndpoints(
      graph,
      [10],
      ONLY_EU,
      afterPage(2, async () => created.push(await create())),
    );
    expect(created).toHaveLength(1);
    expect(natives).toEqual(await carrierList());
  });

  it("cost at most one call more on the page after it, and one a page again from there", async () => {
    const change = async (page: EndpointPage) => {
      for (const index of [0, 4, 7]) await remove(rowAt(page, index));
    };
    const { calls } = await walkEndpoints(graph, [10], ONLY_EU, afterPage(5, change));
    expect(calls).toEqual([1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1]);
  });
});

describe("the cursor of an edge", () => {
  it("goes on right behind that row", async () => {
    const page = await pageOf(graph, { first: 10, filter: ONLY_EU });
    const after = page.edges[3]?.cursor ?? null;
    const next = await pageOf(graph, { first: 2, after, filter: ONLY_EU });
    expect(nativesOf(next)).toEqual(nativesOf(page).slice(4, 6));
  });

  it("is that of the page for its first row, and leads to the same page as the page's end for its last", async () => {
    const page = await pageOf(graph, { first: 5 });
    expect(page.pageInfo.startCursor).toBe(page.edges[0]?.cursor);
    const fromEdge = await pageOf(graph, { first: 5, after: page.edges.at(-1)?.cursor ?? null });
    const fromEnd = await pageOf(graph, { first: 5, after: page.pageInfo.endCursor });
    expect(nativesOf(fromEdge)).toEqual(nativesOf(fromEnd));
  });

  it("shows neither account nor row", async () => {
    const { edges } = await pageOf(graph, { first: 1 });
    const cursor = edges[0]?.cursor ?? "";
    const decoded = Buffer.from(cursor, "base64url").toString("latin1");
    expect(cursor).toMatch(/^[\w-]{40,}$/);
    expect(`${cursor} ${decoded}`).not.toContain("bics-eu");
    expect(`${cursor} ${decoded}`).not.toContain(edges[0]?.node.carrierEndpointId);
  });
});
