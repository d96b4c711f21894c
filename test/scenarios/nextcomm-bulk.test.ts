import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isKept } from "../operations/scripted.js";
import { freshDirectory } from "../store/support.js";
import { ACCOUNTS, NextLab, planOf } from "./nextcomm-support.js";

let lab: NextLab;
beforeAll(async () => {
  lab = await NextLab.start();
});
beforeEach(() => lab.reset());
afterAll(() => lab.stop());

type AccountId = (typeof ACCOUNTS)[number];

const rowOf = (iccid: string, account: AccountId = "next-za") => ({
  iccid,
  plan: planOf(`A24/${lab.of("planId", account)}`, account),
  travelAt: "2031-05-11T15:25:55",
  email: "ada@quillfeather.example",
  connectionType: "TEST_CARDS",
});

/** Other SIMs of the stock, behind those that have names. */
const furtherSim = (nth: number, account: AccountId = "next-za") =>
  String(BigInt(lab.of("simBulkIgnored", account)) + BigInt(nth));

const statesOf = ({ children }: { children: { nodes: readonly { state: string }[] } }) =>
  children.nodes.map(({ state }) => state);

/** A person says what became of an operation. */
const settle = (operation: string | undefined, state: "SUCCEEDED" | "FAILED") =>
  lab.caller.only(
    "mutation ($input: OperationSettleInput!) { it: operationSettle(input: $input) { userErrors { code } } }",
    { input: { operation, state, reason: "The carrier's desk says so." } },
  );

describe.each(ACCOUNTS)("many SIMs of %s", (account) => {
  it("N-11 N-12 N-23 N-24 N-26 N-32 N-38 are put into service by one write, each with a number of its own", async () => {
    const sims = [rowOf(lab.of("simFree", account), account), rowOf(lab.of("secondSimFree", account), account)];
    const { operation, userErrors } = await lab.mutate("subscribersCreate", { account, sims });
    expect(userErrors).toEqual([]);
    expect(operation).toMatchObject({ state: "SUCCEEDED", error: null });
    expect(statesOf(operation)).toEqual(["SUCCEEDED", "SUCCEEDED"]);
    const { transactions } = lab.sandbox.nextcomm;
    expect(operation.children.nodes.map(({ reference }) => reference)).toEqual(
      transactions.map(({ transactionId }) => transactionId),
    );
    expect(new Set(operation.children.nodes.map(({ target }) => target?.msisdn)).size).toBe(2);
    expect(new Set(transactions.map(({ requestId }) => requestId)).size).toBe(2);
    expect(transactions.map(({ isIst }) => isIst)).toEqual([false, false]);
    expect(lab.count("DoBulkActivation")).toBe(1);
    expect(lab.count("GetActivationPlans")).toBe(3);
  });
});

describe("many SIMs of which not all are done", () => {
  it("N-25 have a result each; those that are not answered are unknown, and settled by who has the SIM", async () => {
    const iccids = ["simFree", "simActive", "simBulkLost", "simBulkIgnored"].map((name) => lab.of(name));
    const input = { account: "next-za", sims: iccids.map((iccid) => rowOf(iccid)), idempotencyKey: randomUUID() };
    const { operation, userErrors } = await lab.mutate("subscribersCreate", input);
    expect(userErrors).toEqual([]);
    expect(operation).toMatchObject({ state: "OUTCOME_UNKNOWN", error: { code: "OUTCOME_UNKNOWN" } });
    expect(operation.children.nodes).toMatchObject([
      { state: "SUCCEEDED", target: { msisdn: expect.any(String) } },
      {
        state: "FAILED",
        target: null,
        error: { code: "CARRIER_REFUSED", carrierMessage: "Sim Already Active with other User !!!" },
      },
      { state: "OUTCOME_UNKNOWN", target: null },
      { state: "OUTCOME_UNKNOWN", target: null },
    ]);
    const states = async () => statesOf(await lab.operation(operation.id));
    await expect.poll(states, { timeout: 10_000 }).toEqual(["SUCCEEDED", "FAILED", "SUCCEEDED", "OUTCOME_UNKNOWN"]);
    const { children } = await lab.operation(operation.id);
    expect(children.nodes[2]?.target?.msisdn).toMatch(/^27827\d+$/);
    expect((await lab.mutate("subscribersCreate", input)).operation.id).toBe(operation.id);
    expect(lab.count("DoBulkActivation")).toBe(1);
    expect(lab.sandbox.ledger).toHaveLength(2);

    const unknown = children.nodes[3]?.id;
    const again = await lab.mutate("subscribersCreate", { account: "next-za", sims: [rowOf(iccids[3] ?? "")] });
    expect(again.userErrors).toMatchObject([{ code: "POSSIBLE_DUPLICATE", operation: { id: unknown } }]);
    const others = await lab.mutate("subscribersCreate", { account: "next-za", sims: [rowOf(furtherSim(4))] });
    expect(others.operation.state).toBe("SUCCEEDED");

    await lab.caller.only(
      `mutation ($input: OperationSettleInput!) { it: operationSettle(input: $input) { userErrors { code } } }`,
      { input: { operation: unknown, state: "FAILED", reason: "The carrier's desk says so." } },
    );
    expect(await lab.operation(operation.id)).toMatchObject({ state: "PARTIALLY_SUCCEEDED", error: null });
  });

  it("N-24 are all unknown when the whole answer is lost, and settled one by one", async () => {
    lab.sandbox.faults.add({ operation: "DoBulkActivation", times: 1, fault: "reset-after" });
    const sims = [rowOf(furtherSim(1)), rowOf(furtherSim(2)), rowOf(lab.of("simActive"))];
    const { operation } = await lab.mutate("subscribersCreate", { account: "next-za", sims });
    expect(operation).toMatchObject({ state: "OUTCOME_UNKNOWN", children: { nodes: [] } });
    const states = async () => statesOf(await lab.operation(operation.id));
    // Somebody had the third one before: that somebody has it now tells nothing.
    await expect.poll(states, { timeout: 10_000 }).toEqual(["SUCCEEDED", "SUCCEEDED", "OUTCOME_UNKNOWN"]);
    expect(await lab.operation(operation.id)).toMatchObject({ state: "OUTCOME_UNKNOWN" });
    expect(lab.count("DoBulkActivation")).toBe(1);
    expect(lab.sandbox.ledger).toHaveLength(2);
    await settle((await lab.operation(operation.id)).children.nodes[2]?.id, "FAILED");
    expect(await lab.operation(operation.id)).toMatchObject({ state: "PARTIALLY_SUCCEEDED" });
  });
});

it("N-24 a SIM is in one bulk at a time: what is under way with it stands against another that shares it", async () => {
  lab.sandbox.faults.add({ operation: "DoBulkActivation", times: 1, fault: "hang" });
  const bulk = (...nths: readonly number[]) =>
    lab.mutate("subscribersCreate", {
      account: "next-za",
      sims: nths.map((nth) => rowOf(furtherSim(nth))),
      waitFor: 0,
    });
  const { operation } = await bulk(60, 61);
  for (const { userErrors } of await Promise.all([bulk(61, 62), bulk(63, 60)])) {
    expect(userErrors).toMatchObject([{ code: "OPERATION_IN_PROGRESS", operation: { id: operation.id } }]);
  }
  expect(lab.count("DoBulkActivation")).toBeLessThan(2);
});

describe("before anything is sent", () => {
  it.each([
    ["no SIM", () => [], ["input", "sims"], "INVALID_ARGUMENT"],
    ["a SIM twice", () => [rowOf(furtherSim(3)), rowOf(furtherSim(3))], ["input", "sims"], "INVALID_ARGUMENT"],
    ["51 SIMs", () => many(51), ["input", "sims"], "OUT_OF_RANGE"],
    ["what is no ICCID", () => [rowOf("12")], ["input", "sims", "0", "iccid"], "INVALID_ARGUMENT"],
    [
      "a recharge plan",
      () => [{ ...rowOf(furtherSim(3)), plan: planOf(`R24/${lab.of("planCode")}`) }],
      ["input", "sims", "0", "plan"],
      "PLAN_UNAVAILABLE",
    ],
  ])("%s is refused, saying where", async (_, sims, field, code) => {
    const { userErrors } = await lab.mutate("subscribersCreate", { account: "next-za", sims: sims() });
    expect(userErrors).toMatchObject([{ field, code }]);
    expect(lab.count("DoBulkActivation")).toBe(0);
  });

  const many = (count: number) =>
    Array.from({ length: count }, (_, nth) => rowOf(String(8_927_076_110_000_000_000n + BigInt(nth))));

  it("50 SIMs are not: the carrier gets them all, and answers for each", async () => {
    const { operation } = await lab.mutate("subscribersCreate", { account: "next-za", sims: many(50) });
    expect(operation.children.nodes).toHaveLength(50);
    expect(lab.count("DoBulkActivation")).toBe(1);
  });
});

const MB = 1024 * 1024;

/** Papers that are told apart from everything else. */
const paper = (bytes: number, text = "scan-of-a-passport-"): string => Buffer.alloc(bytes, text).toString("base64");

describe("papers", () => {
  const papersOf = (iccid: string, bytes = 900) => ({ iccid, visa: paper(bytes), passport: paper(bytes) });
  const upload = (documents: readonly object[], more: object = {}) =>
    lab.mutate("documentsUpload", { account: "next-za", documents, ...more });

  it("N-24 N-25 N-27 are sent by one write, with a result for each SIM", async () => {
    const iccids = [lab.of("simActive"), "8999999999999999999", lab.of("simFree")];
    const { operation, userErrors } = await upload(iccids.map((iccid) => papersOf(iccid)));
    expect(userErrors).toEqual([]);
    expect(operation.state).toBe("PARTIALLY_SUCCEEDED");
    expect(operation.children.nodes).toMatchObject([
      { state: "SUCCEEDED" },
      { state: "FAILED", error: { code: "CARRIER_REFUSED", carrierMessage: expect.stringContaining("stock") } },
      { state: "SUCCEEDED" },
    ]);
    expect(lab.sandbox.nextcomm.documents).toEqual(
      [iccids[0], iccids[2]].map((simNo) => ({ account: "next-za", simNo, poiBytes: 900, poaBytes: 900 })),
    );
    expect(lab.count("DoDocUpld")).toBe(1);
  });

  it("N-27 the visa goes where the visa belongs", async () => {
    await upload([{ iccid: lab.of("simFree"), visa: paper(300), passport: paper(600) }]);
    expect(lab.sandbox.nextcomm.documents).toMatchObject([{ poiBytes: 300, poaBytes: 600 }]);
  });

  it("whose answer is lost stay unknown, and are never sent again", async () => {
    lab.sandbox.faults.add({ operation: "DoDocUpld", times: 1, fault: "reset-after" });
    const input = { idempotencyKey: randomUUID() };
    const { operation } = await upload([papersOf(lab.of("simFree"))], input);
    expect(operation.state).toBe("OUTCOME_UNKNOWN");
    expect((await upload([papersOf(lab.of("simFree"))], input)).operation.id).toBe(operation.id);
    const { userErrors } = await upload([papersOf(lab.of("simFree"))]);
    expect(userErrors).toMatchObject([{ code: "POSSIBLE_DUPLICATE" }]);
    expect(lab.count("DoDocUpld")).toBe(1);
    expect((await upload([papersOf(lab.of("secondSimFree"))])).operation.state).toBe("SUCCEEDED");
    await settle(operation.id, "SUCCEEDED");
  });

  it.each([
    ["none", () => [], ["input", "documents"], "INVALID_ARGUMENT"],
    [
      "of a SIM twice",
      () => [papersOf(furtherSim(3)), papersOf(furtherSim(3))],
      ["input", "documents"],
      "INVALID_ARGUMENT",
    ],
    [
      "of eleven SIMs",
      () => Array.from({ length: 11 }, (_, nth) => papersOf(furtherSim(nth))),
      ["input", "documents"],
      "OUT_OF_RANGE",
    ],
    [
      "with a prefix",
      () => [{ ...papersOf(furtherSim(3)), visa: "data:image/png;base64,AAAA" }],
      ["input", "documents", "0", "visa"],
      "INVALID_ARGUMENT",
    ],
    [
      "with a line break",
      () => [{ ...papersOf(furtherSim(3)), passport: "AAAA\nAAAA" }],
      ["input", "documents", "0", "passport"],
      "INVALID_ARGUMENT",
    ],
    [
      "that are empty",
      () => [{ ...papersOf(furtherSim(3)), passport: "" }],
      ["input", "documents", "0", "passport"],
      "INVALID_ARGUMENT",
    ],
    [
      "of more than 2 MB",
      () => [{ ...papersOf(furtherSim(3)), visa: paper(2 * MB + 1) }],
      ["input", "documents", "0", "visa"],
      "OUT_OF_RANGE",
    ],
    [
      "of more than 4 MB together",
      () => [papersOf(furtherSim(3), 2 * MB), papersOf(furtherSim(4))],
      ["input", "documents"],
      "OUT_OF_RANGE",
    ],
  ])("%s are refused, saying where, before anything is sent", async (_, documents, field, code) => {
    const { userErrors } = await upload(documents());
    expect(userErrors).toMatchObject([{ field, code }]);
    expect(userErrors[0]?.hint).not.toBe("");
    expect(JSON.stringify(userErrors)).not.toMatch(/AAAA|c2Nhbi/);
    expect(lab.count("DoDocUpld")).toBe(0);
  });

  it("of 4 MB together come through to the carrier", async () => {
    const { operation, userErrors } = await upload([papersOf(lab.of("simFree"), 2 * MB)]);
    expect(lab.count("DoDocUpld")).toBe(1);
    // That this carrier takes one megabyte only is the sandbox's own choice.
    expect(userErrors).toMatchObject([{ code: "CARRIER_REFUSED" }]);
    expect(operation.children.nodes).toMatchObject([
      { state: "FAILED", error: { carrierMessage: "Invalid document payload or validation failed" } },
    ]);
  });

  it("that are larger than an HTTP request may be are refused with what to do", async () => {
    const response = await fetch(`${lab.caller.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ __typename }", variables: { papers: paper(5 * MB) } }),
    });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({
      errors: [{ message: expect.stringMatching(/larger than the limit of \d+ bytes: ask for less/) }],
    });
  });

  it("N-27 G-11 are in no file of the store", async () => {
    const dataDir = freshDirectory();
    const kept = await NextLab.start({ dataDir });
    const { operation } = await kept.mutate("documentsUpload", {
      account: "next-za",
      documents: [papersOf(kept.of("simFree"))],
    });
    await kept.stop();
    expect(operation.state).toBe("SUCCEEDED");
    expect(isKept(dataDir, "DOCUMENTS_UPLOAD")).toBe(true);
    expect([paper(90), "scan-of-a-passport"].filter((text) => isKept(dataDir, text))).toEqual([]);
    rmSync(dataDir, { recursive: true, force: true });
  });
});
