import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type OpenGraph, openGraph } from "./support.js";

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.stop());
beforeEach(() => graph.sandbox.reset());

const MINUTE = 60_000;

describe("addonsRemove", () => {
  it("is under way until the add-on is gone", async () => {
    const endpoint = await graph.endpoint(graph.specimen("withCounter"));
    const payload = await graph.mutate("addonsRemove", { endpoint, instances: ["12005"], waitFor: 1 });
    expect(payload.userErrors).toEqual([]);
    expect(payload.operation).toMatchObject({ state: "RUNNING", steps: [{ outcome: "pending" }] });
    const other = await graph.mutate("addonsRemove", { endpoint, instances: ["12006"], dryRun: true });
    expect(other.userErrors).toMatchObject([{ code: "OPERATION_IN_PROGRESS" }]);
    graph.sandbox.clock.advance(MINUTE);
    expect(await graph.settled(payload)).toMatchObject({ state: "SUCCEEDED" });
    const { node } = await graph.data(
      "query ($id: ID!) { node(id: $id) { ... on Endpoint { addons { instanceId } } } }",
      { id: endpoint },
    );
    expect(node).toEqual({ addons: [{ instanceId: "12006" }, { instanceId: "12007" }] });
    expect(graph.writes()).toHaveLength(1);
  });

  it("goes by plan, and only by plan, for an endpoint under test", async () => {
    const endpoint = await graph.endpoint(graph.specimen("activeTest", "bics-oem"));
    const plans = [await graph.plan("bics-oem", "568677")];
    await graph.mutate("addonsAdd", { endpoint, plans });
    const refused = await graph.mutate("addonsRemove", { endpoint, instances: ["1"] });
    expect(refused.userErrors).toMatchObject([{ field: ["input", "instances"], code: "INVALID_ARGUMENT" }]);
    const { operation } = await graph.mutate("addonsRemove", { endpoint, plans });
    expect(operation).toMatchObject({ state: "SUCCEEDED" });
    expect(graph.sandbox.ledger).toHaveLength(2);
  });

  it("takes no plans for an endpoint in service", async () => {
    const endpoint = await graph.endpoint(graph.specimen("withCounter"));
    const { userErrors } = await graph.mutate("addonsRemove", {
      endpoint,
      plans: [await graph.plan("bics-eu", "838866")],
    });
    expect(userErrors).toMatchObject([{ field: ["input", "plans"], code: "INVALID_ARGUMENT" }]);
    expect(graph.writes()).toEqual([]);
  });
});

describe("networkBlacklistUpdate", () => {
  it("believes no empty answer, and reads the networks back instead", async () => {
    const endpoint = await graph.endpoint(graph.specimen("activePostpaid"));
    const { node } = await graph.data(
      `query ($id: ID!) { node(id: $id) { ... on Endpoint { networks { tadig isBlacklisted categoryGroup { id } } } } }`,
      { id: endpoint },
    );
    const { networks } = node as {
      networks: { tadig: string; isBlacklisted: boolean; categoryGroup: { id: string } }[];
    };
    const ref = (one: (typeof networks)[number] | undefined) => ({
      tadig: one?.tadig,
      categoryGroup: one?.categoryGroup.id,
    });
    const [first, second] = networks.filter(({ isBlacklisted }) => !isBlacklisted);
    await graph.mutate("networkBlacklistUpdate", { endpoint, add: [ref(first)] });
    const both = { endpoint, add: [ref(second)], remove: [ref(first)] };
    const payload = await graph.mutate("networkBlacklistUpdate", both);
    expect(payload.operation).toMatchObject({ state: "OUTCOME_UNKNOWN" });
    expect(await graph.settled(payload)).toMatchObject({ state: "SUCCEEDED" });
    expect(graph.writes()).toHaveLength(2);
  });
});

describe("endpointUpdate", () => {
  it("bars a service, and tells the carrier's own refusal of what is so already", async () => {
    const endpoint = await graph.endpoint(graph.specimen("activePostpaid"));
    const barring = { bar: ["DATA"] };
    const first = await graph.mutate("endpointUpdate", { endpoint, barring }, "barring { isBarred }");
    expect(first).toMatchObject({ endpoint: { barring: { isBarred: true } }, operation: { state: "SUCCEEDED" } });
    const second = await graph.mutate("endpointUpdate", { endpoint, barring });
    expect(second.userErrors).toMatchObject([{ code: "STATE_CHANGED", carrierCode: "10230" }]);
  });

  it("does not claim to know of the rest when the carrier says that one change is so already", async () => {
    const endpoint = await graph.endpoint(graph.specimen("withOwnDynamicBenefit"));
    const change = { name: "Another name", addDynamicBenefit: "1335" };
    const payload = await graph.mutate("endpointUpdate", { endpoint, ...change });
    expect(payload.operation).toMatchObject({ state: "OUTCOME_UNKNOWN", error: { carrierCode: "10147" } });
    expect(graph.sandbox.ledger).toEqual([]);
  });

  it("stays unknown where the carrier tells nothing of what was changed", async () => {
    const endpoint = await graph.endpoint(graph.specimen("activePostpaid"));
    graph.sandbox.faults.add({ operation: "endpoint", times: 1, fault: { name: "truncated" } });
    const payload = await graph.mutate("endpointUpdate", { endpoint, addFeatures: ["VAF_101"] });
    expect(payload.operation).toMatchObject({ state: "OUTCOME_UNKNOWN" });
    const again = await graph.mutate("endpointUpdate", { endpoint, addFeatures: ["VAF_101"] });
    expect(again.userErrors).toMatchObject([{ code: "POSSIBLE_DUPLICATE" }]);
    expect(graph.writes()).toHaveLength(1);
  });
});

describe("endpointCommission", () => {
  it("needs the endpoint's name to confirm, since there is no way back", async () => {
    const endpoint = await graph.endpoint(graph.specimen("activeTest", "bics-oem"));
    const { userErrors } = await graph.mutate("endpointCommission", { endpoint, confirm: "something else" });
    expect(userErrors).toMatchObject([{ field: ["input", "confirm"], code: "INVALID_ARGUMENT" }]);
    expect(graph.writes()).toEqual([]);
  });
});
