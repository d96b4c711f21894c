import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type OpenGraph, openGraph } from "./support.js";

let graph: OpenGraph;
let endpoints: string[];
beforeAll(async () => {
  graph = await openGraph();
  endpoints = await Promise.all(["withCounter", "suspended"].map((name) => graph.endpoint(graph.specimen(name))));
});
afterAll(() => graph.stop());
beforeEach(() => graph.sandbox.reset());

type Input = Readonly<Record<string, unknown>>;

async function update(input: Input) {
  const { it: payload } = await graph.data(
    `mutation ($input: EndpointsUpdateInput!) { it: endpointsUpdate(input: $input) {
      operation { id state reference } userErrors { field code carrierCode } preview { action }
    } }`,
    { input: { idempotencyKey: randomUUID(), endpoints, ...input } },
  );
  return payload as {
    operation: { id: string; state: string } | null;
    userErrors: readonly unknown[];
    preview: unknown;
  };
}

describe("endpointsUpdate", () => {
  it("is under way until all endpoints show the change", async () => {
    const request = { addTags: ["2845002"], waitFor: 1, idempotencyKey: randomUUID() };
    const payload = await update(request);
    expect(payload).toMatchObject({ userErrors: [], operation: { state: "RUNNING" } });
    expect((await update(request)).operation?.id).toBe(payload.operation?.id);
    expect((await update({ addTags: ["2845003"] })).userErrors).toMatchObject([{ code: "OPERATION_IN_PROGRESS" }]);
    graph.sandbox.clock.advance(60_000);
    const { operation } = payload;
    expect(
      await graph.settled({ operation, endpoint: null, userErrors: [], preview: null }, "reference"),
    ).toMatchObject({ state: "SUCCEEDED", reference: expect.stringMatching(/^\d+$/) });
    expect(graph.writes()).toHaveLength(1);
  });

  it("is refused while something is under way on one of them", async () => {
    const removal = await graph.mutate("addonsRemove", { endpoint: endpoints[0], instances: ["12005"], waitFor: 1 });
    expect((await update({ addTags: ["2845002"] })).userErrors).toMatchObject([{ code: "OPERATION_IN_PROGRESS" }]);
    expect(graph.writes()).toHaveLength(1);
    graph.sandbox.clock.advance(60_000);
    expect(await graph.settled(removal)).toMatchObject({ state: "SUCCEEDED" });
  });

  it("tells the carrier's refusal", async () => {
    const fault = { name: "code", outer: "1", code: "10134", description: "no" };
    graph.sandbox.faults.add({ operation: "endpointbulk", times: 1, fault });
    const { operation, userErrors } = await update({ name: "All the same" });
    expect(operation).toMatchObject({ state: "FAILED" });
    expect(userErrors).toMatchObject([{ code: "CARRIER_REFUSED", carrierCode: "10134" }]);
  });

  it("changes nothing in a dry run", async () => {
    const { operation, userErrors, preview } = await update({ isImeiLocked: false, dryRun: true });
    expect({ operation, userErrors, preview }).toEqual({
      operation: null,
      userErrors: [],
      preview: { action: "ENDPOINTS_UPDATE" },
    });
    expect(graph.writes()).toEqual([]);
  });

  it.each<[what: string, input: () => Input | Promise<Input>, field: string, code: string]>([
    ["no endpoint", () => ({ endpoints: [], name: "All the same" }), "endpoints", "INVALID_ARGUMENT"],
    ["an endpoint twice", () => ({ endpoints: [endpoints[0], endpoints[0]] }), "endpoints", "INVALID_ARGUMENT"],
    [
      "more than 4000",
      () => ({ endpoints: Array.from({ length: 4001 }, (_, n) => String(n)) }),
      "endpoints",
      "OUT_OF_RANGE",
    ],
    [
      "endpoints of two accounts",
      async () => ({ endpoints: [endpoints[0], await graph.endpoint(graph.specimen("activeTest", "bics-oem"))] }),
      "endpoints",
      "INVALID_ARGUMENT",
    ],
    ["nothing to change", () => ({}), "name", "INVALID_ARGUMENT"],
    ["a name that the carrier does not take", () => ({ name: "no" }), "name", "INVALID_ARGUMENT"],
  ])("refuses %s without asking for any change at the carrier", async (_, input, field, code) => {
    const { operation, userErrors } = await update(await input());
    expect(operation).toBeNull();
    expect(userErrors).toMatchObject([{ field: ["input", field], code }]);
    expect(graph.writes()).toEqual([]);
  });
});
