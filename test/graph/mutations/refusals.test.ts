import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type OpenGraph, openGraph } from "./support.js";

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.stop());
beforeEach(() => graph.sandbox.reset());

type Row = readonly [what: string, on: string, input: Readonly<Record<string, unknown>>, field: string, code: string];

const network = { tadig: "BELMO", categoryGroup: "SP14073" };
const many = (count: number) => Array.from({ length: count }, (_, n) => String(n));

const REFUSALS: Readonly<Record<string, readonly Row[]>> = {
  endpointUpdate: [
    ["nothing to change", "activeIdle", {}, "name", "INVALID_ARGUMENT"],
    ["a name that is too short", "activeIdle", { name: "four" }, "name", "INVALID_ARGUMENT"],
    ["a name with other characters", "activeIdle", { name: "drop-table" }, "name", "INVALID_ARGUMENT"],
    [
      "an IMEI that is none",
      "activeIdle",
      { imeiLock: { isLocked: true, imei: "12345" } },
      "imeiLock.imei",
      "INVALID_ARGUMENT",
    ],
    [
      "an IMEI both set and removed",
      "activeIdle",
      { imeiLock: { isLocked: false, imei: "356938035643809", isImeiRemoved: true } },
      "imeiLock.imei",
      "INVALID_ARGUMENT",
    ],
    ["more than ten tags", "activeIdle", { addTags: many(11) }, "addTags", "OUT_OF_RANGE"],
    ["a tag twice", "activeIdle", { addTags: ["1", "1"] }, "addTags", "INVALID_ARGUMENT"],
    ["a tag added and removed", "activeIdle", { addTags: ["1"], removeTags: ["1"] }, "removeTags", "INVALID_ARGUMENT"],
    ["barring of nothing", "activeIdle", { barring: {} }, "barring", "INVALID_ARGUMENT"],
    [
      "B-111 barring of all and of some",
      "activeIdle",
      { barring: { isAllBarred: true, bar: ["DATA"] } },
      "barring.isAllBarred",
      "INVALID_ARGUMENT",
    ],
    [
      "a service barred and unbarred",
      "activeIdle",
      { barring: { bar: ["DATA"], unbar: ["DATA"] } },
      "barring.unbar",
      "INVALID_ARGUMENT",
    ],
    [
      "barring beside another change",
      "activeIdle",
      { name: "Another name", barring: { bar: ["DATA"] } },
      "barring",
      "INVALID_ARGUMENT",
    ],
  ],
  endpointStock: [
    ["an endpoint that is not under test", "activeIdle", { confirm: "" }, "endpoint", "INVALID_TRANSITION"],
  ],
  endpointCommission: [
    ["an endpoint of no OEM account", "suspended", { confirm: "" }, "endpoint", "INVALID_TRANSITION"],
  ],
  addonsAdd: [
    ["no plan", "activeIdle", { plans: [] }, "plans", "INVALID_ARGUMENT"],
    ["more than ten plans", "activeIdle", { plans: many(11) }, "plans", "OUT_OF_RANGE"],
  ],
  addonsRemove: [
    ["neither instance nor plan", "withCounter", {}, "instances", "INVALID_ARGUMENT"],
    ["an instance that it has not", "withCounter", { instances: ["1"] }, "instances", "NOT_FOUND"],
  ],
  roamingProfilesChange: [
    ["no profile", "activeIdle", { profiles: [] }, "profiles", "INVALID_ARGUMENT"],
    ["a profile twice", "activeIdle", { profiles: ["8953", "8953"] }, "profiles", "INVALID_ARGUMENT"],
    ["an endpoint that is not active", "hold", { profiles: ["8953"] }, "endpoint", "INVALID_TRANSITION"],
  ],
  thresholdSet: [
    ["bytes that are no whole MiB", "withCounter", { counter: "c", addon: "a", bytes: "1" }, "bytes", "OUT_OF_RANGE"],
    ["bytes below nothing", "withCounter", { counter: "c", addon: "a", bytes: "-1048576" }, "bytes", "OUT_OF_RANGE"],
    ["an add-on that it has not", "withCounter", { counter: "c", addon: "a", bytes: "1048576" }, "addon", "NOT_FOUND"],
    [
      "a counter that it has not",
      "withCounter",
      { counter: "c", addon: "12005", bytes: "1048576" },
      "counter",
      "NOT_FOUND",
    ],
  ],
  networkBlacklistUpdate: [
    ["no network", "activeIdle", {}, "add", "INVALID_ARGUMENT"],
    ["a network twice", "activeIdle", { add: [network, network] }, "add", "INVALID_ARGUMENT"],
    ["a network in both lists", "activeIdle", { add: [network], remove: [network] }, "remove", "INVALID_ARGUMENT"],
  ],
};

describe.each(Object.entries(REFUSALS))(
  "%s refuses, without asking for any change at the carrier,",
  (mutation, rows) => {
    it.each(rows)("%s", async (_, on, input, field, code) => {
      for (const dryRun of [true, false]) {
        const request = { endpoint: await graph.endpoint(graph.specimen(on)), dryRun, ...input };
        const { operation, preview, userErrors } = await graph.mutate(mutation, request);
        expect({ operation, preview }).toEqual({ operation: null, preview: null });
        expect(userErrors).toMatchObject([{ field: ["input", ...field.split(".")], code, carrierCode: null }]);
        expect(userErrors[0]?.hint).not.toBe("");
      }
      expect(graph.writes()).toEqual([]);
    });
  },
);

it("addonsAdd refuses what would be more than 15 add-ons on the endpoint", async () => {
  const endpoint = await graph.endpoint(graph.specimen("withCounter"));
  const plans = await Promise.all(["568677", "599646", "795750"].map((id) => graph.plan("bics-eu", id)));
  for (let turn = 0; turn < 4; turn++) await graph.mutate("addonsAdd", { endpoint, plans });
  const written = graph.writes().length;
  const { userErrors } = await graph.mutate("addonsAdd", { endpoint, plans });
  expect(userErrors).toMatchObject([{ field: ["input", "plans"], code: "QUOTA_EXCEEDED" }]);
  expect(graph.writes()).toHaveLength(written);
});

it("a plan of another account is refused", async () => {
  const endpoint = await graph.endpoint(graph.specimen("activeTest", "bics-oem"));
  const { userErrors } = await graph.mutate("addonsAdd", { endpoint, plans: [await graph.plan("bics-eu", "568677")] });
  expect(userErrors).toMatchObject([{ field: ["input", "plans"], code: "INVALID_ARGUMENT" }]);
  expect(graph.writes()).toEqual([]);
});
