import { expect, test } from "vitest";
import { type Attempt, retryDelayMs } from "../../../src/datasources/http/retry.js";
import { FAILURES, Failure, type FailureCode } from "../../../src/errors.js";

const failed = (code: FailureCode, retryAfterMs?: number): Failure =>
  new Failure(code, "no", { carrierOperation: "Read", ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });

const attempt = (changes: Partial<Attempt> = {}): Attempt => ({
  operation: { name: "Read", repeat: "safe" },
  number: 1,
  failure: failed("CARRIER_UNAVAILABLE"),
  remainingMs: 10_000,
  jitter: 0.5,
  ...changes,
});

test.each([
  ["the first failure waits the base delay", attempt(), 200],
  ["the second twice as long", attempt({ number: 2 }), 400],
  ["the third is the last", attempt({ number: 3 }), null],
  ["jitter shortens to half", attempt({ jitter: 0 }), 100],
  ["jitter lengthens to one and a half", attempt({ jitter: 1 }), 300],
  ["Retry-After wins", attempt({ failure: failed("TOO_MANY_REQUESTS", 1500) }), 1500],
  ["Retry-After wins after an outage too", attempt({ failure: failed("CARRIER_UNAVAILABLE", 1500) }), 1500],
  ["Retry-After may be at once", attempt({ failure: failed("TOO_MANY_REQUESTS", 0) }), 0],
  ["no Retry-After means the usual delay", attempt({ failure: failed("TOO_MANY_REQUESTS") }), 200],
  ["a delay that ends after the deadline is not begun", attempt({ remainingMs: 200 }), null],
  ["a delay that ends before it is", attempt({ remainingMs: 201 }), 200],
  ["a Retry-After beyond the deadline gives up", attempt({ failure: failed("TOO_MANY_REQUESTS", 10_000) }), null],
  ["a deadline that has passed gives up", attempt({ remainingMs: -5 }), null],
  ["a repeat that is recognisable is not safe", attempt({ operation: { name: "Read", repeat: "recognisable" } }), null],
  ["a repeat that is never safe is never made", attempt({ operation: { name: "Read", repeat: "never" } }), null],
  ["what is no Failure is not repeated", attempt({ failure: new Error("a bug") }), null],
  ["the failure of another operation is not repeated", attempt({ operation: { name: "List", repeat: "safe" } }), null],
])("%s", (_, given, delayMs) => {
  expect(retryDelayMs(given)).toBe(delayMs);
});

test("of all failures only two are worth a repeat", () => {
  const codes = Object.keys(FAILURES) as FailureCode[];
  const repeated = codes.filter((code) => retryDelayMs(attempt({ failure: failed(code) })) !== null);
  expect(repeated).toEqual(["TOO_MANY_REQUESTS", "CARRIER_UNAVAILABLE"]);
});
