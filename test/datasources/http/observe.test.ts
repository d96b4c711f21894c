import { expect, test } from "vitest";
import { hang, json, reset } from "../../support/scripted-answers.js";
import { accepted, aToy, issued, refused, type Toy } from "./toy.js";

const recordsOf = ({ records }: Toy, operation: string) => records.filter((record) => record.operation === operation);

test("a call is told with exactly these fields", async () => {
  await using toy = await aToy();
  toy.carrier.answer(accepted());
  await toy.suspend({ requestId: "request-7" });
  const [record] = recordsOf(toy, "SuspendLine");
  expect(record).toEqual({
    carrier: "BICS",
    account: "toy",
    operation: "SuspendLine",
    effect: "write",
    requestId: "request-7",
    attempt: 1,
    ms: expect.any(Number),
    status: 200,
    carrierCode: "0",
    result: "done",
  });
});

test("a refusal is told with the carrier's code and the code of the failure", async () => {
  await using toy = await aToy();
  toy.carrier.answer(refused("17", "no such line"));
  await toy.suspend();
  expect(recordsOf(toy, "SuspendLine")).toMatchObject([{ status: 200, carrierCode: "17", result: "NOT_FOUND" }]);
});

test("each attempt is told once", async () => {
  await using toy = await aToy();
  toy.carrier.answer(reset(), json({}, 503), accepted());
  await toy.read();
  expect(recordsOf(toy, "ReadLine")).toMatchObject([
    { attempt: 1, status: null, carrierCode: null, result: "CARRIER_UNAVAILABLE" },
    { attempt: 2, status: 503, carrierCode: null, result: "CARRIER_UNAVAILABLE" },
    { attempt: 3, status: 200, carrierCode: "0", result: "done" },
  ]);
});

test("there are as many records as requests, also when a token has expired", async () => {
  await using toy = await aToy();
  toy.carrier.serve("/login", (_, number) => issued(`token-${number}`));
  toy.carrier.answer(json({ ok: false, code: "expired" }, 401), accepted());
  await toy.suspend();
  expect(toy.records).toMatchObject([
    { operation: "Login", result: "done" },
    { operation: "Login", result: "done" },
    { operation: "SuspendLine", attempt: 1, status: 401, result: "expired" },
    { operation: "SuspendLine", attempt: 1, status: 200, result: "done" },
  ]);
  expect(toy.carrier.requests).toHaveLength(toy.records.length);
});

test("a call that never left is told without a status", async () => {
  await using toy = await aToy();
  toy.carrier.serve("/login", () => hang());
  await toy.read({ deadlineAt: Date.now() + 100 });
  expect(recordsOf(toy, "ReadLine")).toMatchObject([{ status: null, carrierCode: null, result: "CARRIER_TIMEOUT" }]);
});

test("the second sending of a call is not told with the status of the first", async () => {
  await using toy = await aToy();
  toy.carrier.serve("/login", (_, number) => issued(`token-${number}`));
  toy.carrier.answer(json({ ok: false, code: "expired" }, 401), reset());
  await toy.suspend();
  expect(recordsOf(toy, "SuspendLine")).toMatchObject([
    { status: 401, result: "expired" },
    { status: null, result: "OUTCOME_UNKNOWN" },
  ]);
});
