import { expect, test } from "vitest";
import { parseAccount } from "../../../src/datasources/carriers.js";

const ACCOUNT = { id: "a", carrier: "NEXCON", baseUrl: "https://example.com", apiKey: "key" };

const faultsOf = (settings: object) => {
  const parsed = parseAccount({ ...ACCOUNT, ...settings });
  return "faults" in parsed ? parsed.faults.map(({ path, message }) => `${path.join(".")}: ${message}`) : [];
};

test.each([{}, { cache: {} }, { cache: { seconds: 30, operations: { status: 5 }, staleSeconds: 0 } }])(
  "%j may stand in the accounts file",
  (settings) => expect(faultsOf(settings)).toEqual([]),
);

test("answers of operations that the carrier does not have, or that are writes, cannot be kept", () => {
  expect(faultsOf({ cache: { operations: { stauts: 5, activate: 5, status: 5 } } })).toEqual([
    "cache.operations.stauts: is no read of this carrier; it has status",
    "cache.operations.activate: is no read of this carrier; it has status",
  ]);
});

test("faults of the cache are told beside all others", () => {
  const faults = faultsOf({ apiKey: "", cache: { seconds: -1, operations: { other: 5 }, minutes: 1 } });
  expect(faults.map((fault) => fault.split(":")[0]).toSorted()).toEqual([
    "apiKey",
    "cache.minutes",
    "cache.operations.other",
    "cache.seconds",
  ]);
});
