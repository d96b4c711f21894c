import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type OpenGraph, openGraph } from "./support.js";

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.stop());
beforeEach(() => graph.sandbox.reset());

interface Case {
  readonly mutation: string;
  readonly account?: string;
  /** Name of the situation that the endpoint is in. */
  readonly on: string;
  readonly input?: (graph: OpenGraph, endpoint: string) => Promise<Readonly<Record<string, unknown>>>;
  /** Fields that show it, and how they are afterwards. */
  readonly fields: string;
  readonly shows: unknown;
  /** The last part of the call's address, and a refusal of the carrier's. */
  readonly path: string;
  readonly refusal: { readonly carrierCode: string; readonly code: string };
}

const nameOf = async ({ data }: OpenGraph, id: string) => {
  const { node } = await data("query ($id: ID!) { node(id: $id) { ... on Endpoint { name } } }", { id });
  return (node as { name: string }).name;
};

const confirm = async (graph: OpenGraph, id: string) => ({ confirm: await nameOf(graph, id) });

const CASES: readonly Case[] = [
  {
    mutation: "endpointUpdate",
    on: "withCounter",
    input: async () => ({
      name: "Renamed 7",
      apnGroup: "PDP_2044",
      imeiLock: { isLocked: true, imei: "356938035643809" },
      addTags: ["2845001"],
      removeTags: ["2845004"],
      addDynamicBenefit: "1335",
    }),
    fields: "name apnGroupId imeiLock imei tags { id } bics { dynamicBenefitNames { id } }",
    shows: {
      name: "Renamed 7",
      apnGroupId: "PDP_2044",
      imeiLock: "LOCKED",
      imei: "356938035643809",
      tags: [{ id: "10001010" }, { id: "2845003" }, { id: "2845001" }],
      bics: { dynamicBenefitNames: [{ id: "1335" }] },
    },
    path: "endpoint",
    refusal: { carrierCode: "10069", code: "CARRIER_REFUSED" },
  },
  {
    mutation: "endpointStock",
    account: "bics-oem",
    on: "activeTest",
    input: confirm,
    fields: "state",
    shows: { state: "INVENTORY" },
    path: "EndPointLifeCycleChange",
    refusal: { carrierCode: "5018", code: "CARRIER_REFUSED" },
  },
  {
    mutation: "endpointCommission",
    account: "bics-oem",
    on: "activeInventory",
    input: confirm,
    fields: "state",
    shows: { state: "ACTIVE" },
    path: "EndPointLifeCycleChange",
    refusal: { carrierCode: "1242", code: "INVALID_TRANSITION" },
  },
  {
    mutation: "addonsAdd",
    on: "activePostpaid",
    input: async ({ plan }) => ({ plans: [await plan("bics-eu", "568677"), await plan("bics-eu", "599646")] }),
    fields: "addons { plan { carrierPlanId } }",
    shows: {
      addons: expect.arrayContaining([{ plan: { carrierPlanId: "568677" } }, { plan: { carrierPlanId: "599646" } }]),
    },
    path: "endpoint",
    refusal: { carrierCode: "10202", code: "OPERATION_IN_PROGRESS" },
  },
  {
    mutation: "roamingProfilesChange",
    on: "activePrepaid",
    input: async () => ({ profiles: ["8954"] }),
    fields: "roamingProfiles { id }",
    shows: { roamingProfiles: [{ id: "8954" }] },
    path: "ChangeEndpointRoamingProfile",
    refusal: { carrierCode: "1373", code: "CARRIER_REFUSED" },
  },
  {
    mutation: "thresholdSet",
    on: "withCounter",
    input: async ({ data }, id) => {
      const { node } = await data(
        `query ($id: ID!) { node(id: $id) { ... on Endpoint { counters { carrierCounterId addonInstanceId } } } }`,
        { id },
      );
      const { counters } = node as { counters: { carrierCounterId: string; addonInstanceId: string | null }[] };
      const of = counters.find(({ addonInstanceId }) => addonInstanceId !== null);
      return { counter: of?.carrierCounterId, addon: of?.addonInstanceId, bytes: String(7 * 1_048_576) };
    },
    fields: "counters { threshold { amount } }",
    shows: { counters: expect.arrayContaining([{ threshold: { amount: String(7 * 1_048_576) } }]) },
    path: "UpdateThreshold",
    refusal: { carrierCode: "6721", code: "NOT_FOUND" },
  },
  {
    mutation: "networkBlacklistUpdate",
    on: "activePostpaid",
    input: async ({ data }, id) => {
      const { node } = await data(
        "query ($id: ID!) { node(id: $id) { ... on Endpoint { networks(isBlacklisted: false) { tadig categoryGroup { id } } } } }",
        { id },
      );
      const [first] = (node as { networks: { tadig: string; categoryGroup: { id: string } }[] }).networks;
      return { add: [{ tadig: first?.tadig, categoryGroup: first?.categoryGroup.id }] };
    },
    fields: "networks(isBlacklisted: true) { isBlacklisted }",
    shows: { networks: expect.arrayContaining([{ isBlacklisted: true }]) },
    path: "endPointBlacklisting",
    refusal: { carrierCode: "10136", code: "CARRIER_REFUSED" },
  },
];

describe.each(CASES)("$mutation", ({ mutation, account = "bics-eu", on, input, fields, shows, path, refusal }) => {
  async function asked(more: Readonly<Record<string, unknown>> = {}) {
    const endpoint = await graph.endpoint(graph.specimen(on, account));
    return { endpoint, ...(await input?.(graph, endpoint)), ...more };
  }

  it("changes it at the carrier, once, and shows it", async () => {
    const request = await asked({ idempotencyKey: randomUUID() });
    const first = await graph.mutate(mutation, request, fields);
    expect(first.userErrors).toEqual([]);
    expect(first.operation).toMatchObject({ state: "SUCCEEDED", steps: [{ outcome: "done" }] });
    expect(first.endpoint).toMatchObject(shows as object);
    const again = await graph.mutate(mutation, request, fields);
    expect(again.operation?.id).toBe(first.operation?.id);
    expect(graph.writes()).toHaveLength(1);
    expect(graph.sandbox.ledger).toMatchObject([{ account, target: graph.specimen(on, account) }]);
  });

  it("writes nothing in a dry run, which says what would be done", async () => {
    const { userErrors, operation, preview } = await graph.mutate(mutation, await asked({ dryRun: true }));
    expect({ userErrors, operation }).toEqual({ userErrors: [], operation: null });
    expect(preview).toMatchObject({ action: expect.stringMatching(/^[A-Z_]+$/) });
    expect(graph.writes()).toEqual([]);
  });

  it("tells the carrier's refusal", async () => {
    const { carrierCode } = refusal;
    const request = await asked();
    graph.sandbox.faults.add({
      operation: path,
      times: 1,
      fault: { name: "code", outer: "1", code: carrierCode, description: "refused" },
    });
    const { operation, userErrors } = await graph.mutate(mutation, request);
    expect(operation).toMatchObject({ state: "FAILED", error: refusal });
    expect(userErrors).toMatchObject([refusal]);
    expect(graph.sandbox.ledger).toEqual([]);
  });

  it("is never sent again when the answer is lost, but found done by reading back", async () => {
    const request = await asked();
    graph.sandbox.faults.add({ operation: path, times: 1, fault: { name: "reset-after" } });
    const payload = await graph.mutate(mutation, request, fields);
    expect(payload.operation).toMatchObject({ state: "OUTCOME_UNKNOWN", error: { code: "OUTCOME_UNKNOWN" } });
    expect(payload.endpoint).toMatchObject(shows as object);
    expect(await graph.settled(payload)).toMatchObject({ state: "SUCCEEDED" });
    expect(graph.writes()).toHaveLength(1);
    expect(graph.sandbox.ledger).toHaveLength(1);
  });
});
