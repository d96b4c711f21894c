import { expect, test } from "vitest";
import { httpVerdict, type Reply } from "../../../src/datasources/http/verdict.js";

const reply = (changes: Partial<Reply>): Reply => ({ status: 200, headers: {}, text: "{}", json: {}, ...changes });

test.each([200, 202, 301, 400, 404])("HTTP %d with JSON is left to the carrier's own rules", (status) => {
  expect(httpVerdict(reply({ status }))).toBeNull();
});

test.each([500, 502, 503, 504])("HTTP %d is an outage, with JSON or without", (status) => {
  expect(httpVerdict(reply({ status }))).toEqual({ is: "down" });
  expect(httpVerdict(reply({ status, text: "", json: undefined }))).toEqual({ is: "down" });
});

test.each([
  ["2", 2000],
  ["0", 0],
  [undefined, undefined],
  ["soon", undefined],
  ["", undefined],
  ["Wed, 21 Oct 2015 07:28:00 GMT", 0],
])("HTTP 429 and an outage with Retry-After %j ask to wait for %j ms", (header, retryAfterMs) => {
  const headers = header === undefined ? {} : { "retry-after": header };
  expect(httpVerdict(reply({ status: 429, headers }))).toEqual({ is: "throttled", retryAfterMs });
  expect(httpVerdict(reply({ status: 503, headers }))).toEqual({ is: "down", retryAfterMs });
});

test("Retry-After as a date is counted from now", () => {
  const verdict = httpVerdict(reply({ status: 429, headers: { "retry-after": "Fri, 31 Dec 2100 23:59:59 GMT" } }));
  if (verdict?.is !== "throttled") throw new Error("not throttled");
  expect(verdict.retryAfterMs).toBeGreaterThan(1e9);
});

test.each([
  ["", "with an empty body"],
  ["  \n", "with an empty body"],
  [" <html>", "with a page of HTML"],
  ['{"half', "with a body that is no JSON"],
])("the body %j is unreadable: %s", (text, why) => {
  expect(httpVerdict(reply({ text, json: undefined }))).toEqual({ is: "unreadable", why: `HTTP 200 ${why}` });
});
