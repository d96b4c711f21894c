import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { modification } from "../sandbox/bodies.js";
import { signIn } from "../sandbox/support.js";
import { type Graph, startGraph } from "../support/graph.js";
import { delayed } from "../support/scripted-answers.js";
import { listingOf, profileOf, rowOf, type ScriptedBics, startScriptedBics } from "./scripted-bics.js";

const NAME = `query ($id: ID!) { endpoint(by: { carrierEndpointId: $id }, account: "bics-eu") { name } }`;

describe("two requests", () => {
  let graph: Graph;
  let id: string;
  beforeAll(async () => {
    graph = await startGraph();
    id = graph.sandbox.bics.specimens["bics-eu"]?.activePrepaid ?? "";
  });
  beforeEach(() => graph.forget());
  afterAll(() => graph.stop());

  it("share nothing: what changes between them is seen by the second", async () => {
    const user = await signIn(graph.sandbox);
    const before = await graph.data(NAME, { id });
    await user.patch("/endpoint", modification(id, { endPointName: "renamed" }));
    expect(before).not.toEqual({ endpoint: { name: "renamed" } });
    expect(await graph.data(NAME, { id })).toEqual({ endpoint: { name: "renamed" } });
  });

  it("keep nothing for each other, and at the same time read the same once", async () => {
    const answers = await Promise.all([graph.data(NAME, { id }), graph.data(NAME, { id })]);
    expect(answers[0]).toEqual(answers[1]);
    await graph.data(NAME, { id });
    expect(graph.calls().length).toBeLessThanOrEqual(3);
    expect(new Set(graph.calls())).toEqual(new Set(["GetEndPointProfile"]));
  });

  it("log in once for all, however many there are", async () => {
    const fresh = await startGraph();
    try {
      await Promise.all(Array.from({ length: 10 }, () => fresh.data(NAME, { id })));
      expect(fresh.sandbox.calls.filter(({ effect }) => effect === "auth")).toHaveLength(1);
    } finally {
      await fresh.stop();
    }
  });
});

describe("the calls of an account under way at once", () => {
  const ids = Array.from({ length: 60 }, (_, index) => String(index + 1));
  const rowsFrom = (page: string) =>
    `{ endpoints(first: 60, filter: { tagId: "${page}" }) { nodes { plan { name } } } }`;

  async function servingSlowly(settings: object): Promise<ScriptedBics> {
    const bics = await startScriptedBics(settings);
    bics.carrier.serve("/api/GetEndpoints", ({ query }) =>
      listingOf(ids.map((id) => rowOf(`${query.get("tagId")}${id}`))),
    );
    bics.carrier.serve("/api/GetEndPointProfile", ({ query }) => delayed(5, profileOf(query.get("endPointId") ?? "")));
    return bics;
  }

  it.each([
    { settings: { limits: { concurrency: 3 } }, most: 3 },
    { settings: { limits: { concurrency: 1 } }, most: 1 },
    { settings: {}, most: 8 },
  ])("are never more than $most with $settings, over two requests together", async ({ settings, most }) => {
    const bics = await servingSlowly(settings);
    try {
      const answers = await Promise.all([bics.graph.query(rowsFrom("1")), bics.graph.query(rowsFrom("2"))]);
      expect(answers.map(({ errors }) => errors)).toEqual([[], []]);
      expect(bics.carrier.requests).toHaveLength(2 * 61);
      expect(bics.carrier.mostAtOnce).toBe(most);
    } finally {
      await bics.stop();
    }
  });
});
