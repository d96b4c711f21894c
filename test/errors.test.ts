import { inspect } from "node:util";
import { expect, test } from "vitest";
import { FAILURES, Failure, type FailureCode } from "../src/errors.js";

const codes = Object.keys(FAILURES) as FailureCode[];

test("a failure is an error with a code, its facts and its details", () => {
  const failure = new Failure("NOT_FOUND", "no such line", { account: "toy" });
  expect(failure).toBeInstanceOf(Error);
  expect(String(failure)).toBe("Failure: no such line");
  expect(failure).toMatchObject({ code: "NOT_FOUND", details: { account: "toy" } });
  expect(failure.facts).toBe(FAILURES.NOT_FOUND);
});

test("the hint is that of the code unless the details have a better one", () => {
  expect(new Failure("NOT_FOUND", "no").hint).toBe(FAILURES.NOT_FOUND.hint);
  expect(new Failure("NOT_FOUND", "no", { hint: "look elsewhere" }).hint).toBe("look elsewhere");
});

test("the cause is kept for logs and is no part of what is serialised", () => {
  const cause = Object.assign(new Error("deep inside"), { token: "secret" });
  const failure = new Failure("INTERNAL", "no", { account: "toy", cause });
  expect(failure.cause).toBe(cause);
  expect(JSON.stringify(failure)).not.toContain("secret");
  expect(failure.details).toEqual({ account: "toy" });
});

test("a failure without a cause does not pretend to have one", () => {
  const failure = new Failure("INTERNAL", "no");
  expect(Object.hasOwn(failure, "cause")).toBe(false);
  expect(inspect(failure)).not.toContain("cause");
});

test.each(codes)("%s says what to do, in one sentence", (code) => {
  expect(FAILURES[code].hint).toMatch(/^[A-Z].*\.$/);
});

test("only what may pass by itself is retryable, and an unknown outcome never is", () => {
  expect(codes.filter((code) => FAILURES[code].retryable)).toEqual([
    "OPERATION_IN_PROGRESS",
    "TOO_MANY_REQUESTS",
    "CARRIER_UNAVAILABLE",
    "CARRIER_TIMEOUT",
    "CIRCUIT_OPEN",
    "STORE_UNAVAILABLE",
  ]);
});
