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

const FREE = ["8932042000000150000", "8932042000000150001"];
const MINUTE = 60_000;

const asked = (more: Input = {}): Input => ({
  account: "bics-eu",
  name: "Freezer",
  firstNumber: 7,
  plan,
  roamingProfiles: ["8953"],
  apnGroup: "PDP_1002",
  iccids: FREE,
  isCreditUnlimited: true,
  waitFor: 0,
  ...more,
});

async function create(input: Input) {
  const { it: payload } = await graph.data(
    `mutation ($input: EndpointsCreateInput!) { it: endpointsCreate(input: $input) {
      operation { id state reference error { code carrierMessage } }
      userErrors { field code carrierCode } preview { action isAsynchronous }
    } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
  );
  return payload as {
    operation: { id: string; state: string } | null;
    userErrors: readonly unknown[];
    preview: unknown;
  };
}

const settled = ({ operation }: Awaited<ReturnType<typeof create>>) =>
  graph.settled(
    { operation, endpoint: null, userErrors: [], preview: null },
    "reference error { code carrierMessage }",
  );

const endpointOf = async (iccid: string) => {
  const { endpoint } = await graph.data("query ($iccid: String!) { endpoint(by: { iccid: $iccid }) { name state } }", {
    iccid,
  });
  return endpoint;
};

describe("endpointsCreate", () => {
  it("is under way until the carrier's job is done", async () => {
    const request = asked({ idempotencyKey: randomUUID() });
    const payload = await create(request);
    expect(payload.userErrors).toEqual([]);
    await expect.poll(() => graph.sandbox.ledger.length).toBe(1);
    expect((await create(request)).operation?.id).toBe(payload.operation?.id);
    expect((await create(asked())).userErrors).toMatchObject([{ code: "OPERATION_IN_PROGRESS" }]);
    graph.sandbox.clock.advance(MINUTE);
    expect(await settled(payload)).toMatchObject({ state: "SUCCEEDED", reference: expect.stringMatching(/^\d+$/) });
    expect(await Promise.all(FREE.map(endpointOf))).toEqual([
      { name: "Freezer_7", state: "PRE_ACTIVE" },
      { name: "Freezer_8", state: "PRE_ACTIVE" },
    ]);
    expect(graph.writes()).toHaveLength(1);
  });

  it("takes a range, and puts into service only when asked", async () => {
    const range = { first: FREE[0], last: FREE[1], quantity: 2 };
    const input = { iccids: null, range, isActivated: true, isBillingAccepted: true, addons: [addon] };
    const payload = await create(asked(input));
    await expect.poll(() => graph.sandbox.ledger.length).toBe(1);
    graph.sandbox.clock.advance(MINUTE);
    expect(await settled(payload)).toMatchObject({ state: "SUCCEEDED" });
    expect(await endpointOf(FREE[1] ?? "")).toEqual({ name: "Freezer_8", state: "ACTIVE" });
  });

  it("B-30 fails as a whole, and leaves nothing behind, when the carrier's job fails, and tells why", async () => {
    const payload = await create(asked({ iccids: [FREE[0], "8932042000000100014"] }));
    await expect.poll(() => graph.sandbox.ledger.length).toBe(1);
    graph.sandbox.clock.advance(MINUTE);
    expect(await settled(payload)).toMatchObject({
      state: "FAILED",
      error: { code: "CARRIER_REFUSED", carrierMessage: expect.stringMatching(/./) },
    });
    expect(await endpointOf(FREE[0] ?? "")).toBeNull();
  });

  it("of which the answer is lost is found by the first of its endpoints", async () => {
    graph.sandbox.faults.add({ operation: "bulkProvisioning", times: 1, fault: { name: "reset-after" } });
    const payload = await create(asked({ waitFor: 5 }));
    expect(payload.operation).toMatchObject({ state: "OUTCOME_UNKNOWN" });
    graph.sandbox.clock.advance(MINUTE);
    expect(await settled(payload)).toMatchObject({ state: "SUCCEEDED" });
    expect(graph.writes()).toHaveLength(1);
  });

  it("tells the carrier's refusal", async () => {
    const fault = { name: "code", outer: "0", code: "10146", description: "duplicate" };
    graph.sandbox.faults.add({ operation: "bulkProvisioning", times: 1, fault });
    const { operation, userErrors } = await create(asked({ waitFor: 5 }));
    expect(operation).toMatchObject({ state: "FAILED" });
    expect(userErrors).toMatchObject([{ carrierCode: "10146" }]);
  });

  it("makes nothing in a dry run", async () => {
    const { operation, preview, userErrors } = await create(asked({ dryRun: true }));
    expect({ operation, userErrors }).toEqual({ operation: null, userErrors: [] });
    expect(preview).toEqual({ action: "ENDPOINTS_CREATE", isAsynchronous: true });
    expect(graph.writes()).toEqual([]);
  });

  const range = (more: Input) => ({ iccids: null, range: { first: FREE[0], last: FREE[1], quantity: 2, ...more } });
  const many = Array.from({ length: 4001 }, (_, n) => String(8_932_042_000_000n * 1_000_000n + BigInt(n)));

  it.each<[what: string, input: Input, field: string, code: string]>([
    ["neither a list nor a range", { iccids: null }, "iccids", "INVALID_ARGUMENT"],
    ["both a list and a range", { ...range({}), iccids: FREE }, "iccids", "INVALID_ARGUMENT"],
    ["a SIM twice", { iccids: [FREE[0], FREE[0]] }, "iccids", "INVALID_ARGUMENT"],
    ["more than 4000 SIMs", { iccids: many }, "iccids", "OUT_OF_RANGE"],
    ["an ICCID that is none", { iccids: ["1"] }, "iccids", "INVALID_ARGUMENT"],
    ["a range that is not as long as it says", range({ quantity: 3 }), "range.quantity", "INVALID_ARGUMENT"],
    ["a range of more than 4000", range({ quantity: 4001 }), "range.quantity", "OUT_OF_RANGE"],
    ["names that become too long", { name: "x".repeat(29) }, "name", "INVALID_ARGUMENT"],
    ["service whose billing nobody has accepted", { isActivated: true }, "isBillingAccepted", "INVALID_ARGUMENT"],
    ["no word on the credit limit", { isCreditUnlimited: false }, "creditLimit", "INVALID_ARGUMENT"],
    ["two words on the credit limit", { creditLimit: "10" }, "creditLimit", "INVALID_ARGUMENT"],
  ])("refuses %s without asking for any change at the carrier", async (_, input, field, code) => {
    const { operation, userErrors } = await create(asked(input));
    expect(operation).toBeNull();
    expect(userErrors).toMatchObject([{ field: ["input", ...field.split(".")], code }]);
    expect(graph.writes()).toEqual([]);
  });

  it("refuses add-ons without service, which would make the job fail", async () => {
    const { userErrors } = await create(asked({ addons: [addon] }));
    expect(userErrors).toMatchObject([{ field: ["input", "addons"], code: "INVALID_ARGUMENT" }]);
    expect(graph.writes()).toEqual([]);
  });
});
