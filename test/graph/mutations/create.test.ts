import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type OpenGraph, openGraph } from "./support.js";

let graph: OpenGraph;
let plan: string;
let addon: string;
beforeAll(async () => {
  graph = await openGraph();
  plan = await graph.plan("bics-eu", "560082");
  addon = await graph.plan("bics-eu", "568677");
});
afterAll(() => graph.stop());
beforeEach(() => graph.sandbox.reset());

type Input = Readonly<Record<string, unknown>>;

const asked = (more: Input = {}): Input => ({
  account: "bics-eu",
  name: "Freezer 12",
  plan,
  roamingProfiles: ["8953"],
  apnGroup: "PDP_1002",
  ...more,
});
const inService = (sim: string | undefined, more: Input = {}) =>
  asked({ iccid: sim, isActivated: true, isBillingAccepted: true, ...more });

const FIELDS = "id name state iccid apnGroupId plan { carrierPlanId } addons { plan { carrierPlanId } } tags { id }";
const create = (input: Input) => graph.mutate("endpointCreate", input, FIELDS);
const CREATION = "creation { reached isPartial }";

/** A fault that strikes the next creation. */
const fail = (fault: Parameters<OpenGraph["sandbox"]["faults"]["add"]>[0]["fault"]) =>
  graph.sandbox.faults.add({ operation: "CreateEndPoint", times: 1, fault });

/** How often the carrier was asked for an endpoint. */
const looks = () => graph.sandbox.calls.filter(({ path }) => path === "/GetEndPointProfile").length;

describe("endpointCreate makes an endpoint", () => {
  it("alone", async () => {
    const payload = await create(asked({ tags: ["2845001"] }));
    expect(payload.userErrors).toEqual([]);
    expect(payload.endpoint).toMatchObject({
      name: "Freezer 12",
      state: "PRE_ACTIVE",
      iccid: null,
      apnGroupId: "PDP_1002",
      plan: { carrierPlanId: "560082" },
      tags: [{ id: "2845001" }],
    });
    expect(await graph.settled(payload, CREATION)).toMatchObject({
      state: "SUCCEEDED",
      target: { id: payload.endpoint?.id },
      creation: { reached: "CREATED", isPartial: false },
    });
  });

  it("with a SIM, which is not in service unless so asked", async () => {
    const payload = await create(asked({ iccid: graph.specimen("simFree") }));
    expect(payload.endpoint).toMatchObject({ state: "PRE_ACTIVE", iccid: graph.specimen("simFree") });
    expect(await graph.settled(payload, CREATION)).toMatchObject({
      state: "SUCCEEDED",
      creation: { reached: "LINKED", isPartial: false },
    });
  });

  it("in service with an add-on, once however often it is asked", async () => {
    const request = inService(graph.specimen("simFree"), { addons: [addon], idempotencyKey: randomUUID() });
    const payloads = await Promise.all([create(request), create(request), create(request)]);
    const again = await create(request);
    expect(new Set([...payloads, again].map(({ operation }) => operation?.id)).size).toBe(1);
    expect(again.endpoint).toMatchObject({ state: "ACTIVE", addons: [{ plan: { carrierPlanId: "568677" } }] });
    expect(graph.writes()).toHaveLength(1);
    expect(graph.sandbox.ledger).toHaveLength(1);
  });

  it("in part, and says so, when the SIM cannot be activated", async () => {
    const payload = await create(inService(graph.specimen("simActivationFails")));
    expect(payload.operation).toMatchObject({ state: "PARTIALLY_SUCCEEDED" });
    expect(payload.endpoint).toMatchObject({ state: "PRE_ACTIVE", iccid: graph.specimen("simActivationFails") });
    expect(await graph.settled(payload, CREATION)).toMatchObject({ creation: { reached: "LINKED", isPartial: true } });
  });

  it("not in a dry run", async () => {
    const { operation, preview, userErrors } = await create(inService(graph.specimen("simFree"), { dryRun: true }));
    expect({ operation, userErrors }).toEqual({ operation: null, userErrors: [] });
    expect(preview).toEqual({ action: "ENDPOINT_CREATE", isIrreversible: false, isAsynchronous: false });
    expect(graph.writes()).toEqual([]);
  });
});

describe("endpointCreate of which the answer is lost", () => {
  it("is found by its SIM", async () => {
    fail({ name: "reset-after" });
    const payload = await create(inService(graph.specimen("simFree")));
    expect(payload).toMatchObject({ endpoint: null, operation: { state: "OUTCOME_UNKNOWN" } });
    const settled = await graph.settled(payload, CREATION);
    expect(settled).toMatchObject({ state: "SUCCEEDED", creation: { reached: "ACTIVATED", isPartial: false } });
    expect(settled.target).toMatchObject({ id: expect.stringMatching(/./) });
    expect(graph.writes()).toHaveLength(1);
  });

  it("is found by its name when it has no SIM", async () => {
    fail({ name: "empty" });
    const payload = await create(asked());
    expect(payload.operation).toMatchObject({ state: "OUTCOME_UNKNOWN" });
    expect(await graph.settled(payload, CREATION)).toMatchObject({
      state: "SUCCEEDED",
      creation: { reached: "CREATED", isPartial: false },
    });
  });

  it("is found by its name when the SIM was not linked, as the carrier only hints at", async () => {
    const payload = await create(asked({ iccid: graph.specimen("simLinkFails") }));
    expect(payload.operation).toMatchObject({ state: "OUTCOME_UNKNOWN", error: { carrierCode: "10239" } });
    expect(await graph.settled(payload, CREATION)).toMatchObject({
      state: "PARTIALLY_SUCCEEDED",
      creation: { reached: "CREATED", isPartial: true },
    });
  });

  it("failed when there is no such endpoint", async () => {
    fail({ name: "reset-before" });
    const payload = await create(asked());
    expect(payload.operation).toMatchObject({ state: "OUTCOME_UNKNOWN" });
    const other = await create(asked());
    expect(other.userErrors).toMatchObject([{ code: "POSSIBLE_DUPLICATE" }]);
    expect(await graph.settled(payload, CREATION)).toMatchObject({ state: "FAILED", creation: null, target: null });
    expect(graph.sandbox.ledger).toEqual([]);
  });

  it("stays unknown when another endpoint of the name is older", async () => {
    fail({ name: "reset-before" });
    const payload = await create(asked({ name: "truck_5" }));
    // Longer than it takes to find that nothing was made.
    await expect.poll(() => looks(), { timeout: 10_000 }).toBeGreaterThan(6);
    const { operation } = await graph.data("query ($id: ID!) { operation(id: $id) { state } }", {
      id: payload.operation?.id,
    });
    expect(operation).toEqual({ state: "OUTCOME_UNKNOWN" });
  });
});

it("endpointCreate tells the carrier's refusal", async () => {
  fail({ name: "code", outer: "1", code: "7022", description: "low balance" });
  const { operation, endpoint, userErrors } = await create(asked());
  expect(endpoint).toBeNull();
  expect(operation).toMatchObject({ state: "FAILED" });
  expect(userErrors).toMatchObject([{ code: "INSUFFICIENT_BALANCE", carrierCode: "7022" }]);
});

describe("endpointCreate refuses, without asking for any change at the carrier,", () => {
  it.each<[what: string, input: () => Input, field: string, code: string]>([
    ["a name that the carrier does not take", () => asked({ name: "été" }), "name", "INVALID_ARGUMENT"],
    ["no roaming profile", () => asked({ roamingProfiles: [] }), "roamingProfiles", "INVALID_ARGUMENT"],
    ["an ICCID that is none", () => asked({ iccid: "12" }), "iccid", "INVALID_ARGUMENT"],
    [
      "service without a SIM",
      () => asked({ isActivated: true, isBillingAccepted: true }),
      "isActivated",
      "INVALID_ARGUMENT",
    ],
    [
      "service whose billing nobody has accepted",
      () => inService(graph.specimen("simFree"), { isBillingAccepted: false }),
      "isBillingAccepted",
      "INVALID_ARGUMENT",
    ],
    [
      "add-ons without service, which the carrier would drop",
      () => asked({ addons: [addon] }),
      "addons",
      "INVALID_ARGUMENT",
    ],
    [
      "an add-on twice",
      () => inService(graph.specimen("simFree"), { addons: [addon, addon] }),
      "addons",
      "INVALID_ARGUMENT",
    ],
    ["more than ten tags", () => asked({ tags: [..."abcdefghijk"] }), "tags", "OUT_OF_RANGE"],
    ["a limit below nothing", () => asked({ monthlyLimit: "-1" }), "monthlyLimit", "OUT_OF_RANGE"],
    ["a plan of another account", () => asked({ account: "bics-oem" }), "plan", "INVALID_ARGUMENT"],
    ["a SIM that the account has not", () => asked({ iccid: "8932042999999999999" }), "iccid", "NOT_FOUND"],
    ["a SIM in use", () => asked({ iccid: "8932042000000100014" }), "iccid", "ALREADY_EXISTS"],
  ])("%s", async (_, input, field, code) => {
    for (const dryRun of [true, false]) {
      const { operation, userErrors } = await create({ ...input(), dryRun });
      expect(operation).toBeNull();
      expect(userErrors).toMatchObject([{ field: ["input", field], code }]);
    }
    expect(graph.writes()).toEqual([]);
  });
});
