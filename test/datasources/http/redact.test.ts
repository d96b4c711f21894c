import { inspect } from "node:util";
import { expect, test } from "vitest";
import { redactError, redactText } from "../../../src/datasources/http/redact.js";

const jwt =
  "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkFkYSJ9.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U";

test.each([
  ["an MSISDN", "Duplicate MSISDN 447700900123.", "Duplicate MSISDN …."],
  ["an MSISDN with a plus", "Call +447700900123 now", "Call … now"],
  ["an MSISDN in groups", "Call +44 7700 900 123 now", "Call … now"],
  ["an MSISDN with its trunk zero", "Call +44 (0)7700 900123 now", "Call … now"],
  ["an MSISDN with brackets", "Call (044) 7700-900123 now", "Call … now"],
  ["an MSISDN with dots", "Call 077.0090.0123 now", "Call … now"],
  ["an MSISDN of seven digits", "Call 5550123 now", "Call … now"],
  ["an ICCID of 19 digits", "ICCID 8932042000001234567 is used", "ICCID … is used"],
  ["an ICCID with its filler", "ICCID 8932042000001234567F is used", "ICCID …F is used"],
  ["an IMSI glued to a word", "imsi204046123456789", "imsi…"],
  ["an EID of 32 digits", "EID:89049032000001000000012345678901", "EID:…"],
  ["an IMEI with hyphens", "IMEI 35-209900-176148-1", "IMEI …"],
  ["digits of another script", "رقم ٠٧٧٠٠٩٠٠١٢٣", "رقم …"],
  ["numbers in a list", "447700900123,447700900124", "…,…"],
  ["an e-mail address", "Sent to ada.lovelace+x@example.co.uk", "Sent to …"],
  ["a URL", "See https://example.com/a?token=abc now", "See … now"],
  ["a URL of another scheme", "See ftp://user:pw@example.com now", "See … now"],
  ["a web address", "See www.example.com/me now", "See … now"],
  ["a JWT", `Token ${jwt} expired`, "Token … expired"],
  ["a short JWT", "Token eyJhbGciOiJub25lIn0.e30. expired", "Token … expired"],
  ["a bearer token", "Header was Bearer abcdef123456", "Header was …"],
  ["basic credentials", "Header was Basic YWRhOnB3MTIz", "Header was …"],
  ["a hexadecimal key", "key 9f86d081884c7d659a2feaa0c55ad015 unknown", "key … unknown"],
  ["a password", "password=s3cr3t! refused", "password=… refused"],
  ["a PIN", "PIN: 1234 refused", "PIN: … refused"],
  ["a web address without digits", "See www.example.com", "See …"],
  ["a bearer token without digits", "Bearer abcdefghijk", "…"],
  ["the beginning of a JWT", "Token eyJhbGci", "Token …"],
  ["seven digits alone", "5550123", "…"],
  ["an OTP in JSON", '{"otp":"4821"}', '{"otp":…'],
])("%s disappears", (_, before, after) => {
  expect(redactText(before)).toBe(after);
});

test.each([
  "Modify endpoint failure - Endpoint already locked to an IMEI, Please UNLOCK the Endpoint first",
  "Wrong input parameter - endPointName",
  "10160 Delete endpoint failure.",
  "Codes 10145, 10146 and 5014",
  "plan 100463 of endpoint 01010",
  "BIL0001: no bills due",
  "the answer does not fit at Response.responseParam.promotionalPlans.plan.0.counter.usage",
  "Balance 12.50 EUR, 3 of 5 left",
  "Last seen on 03/09/2025",
  "Basic information is missing",
  "Invalid User Credentials !!!",
  "",
])("%j stays as it is", (text) => {
  expect(redactText(text)).toBe(text);
});

test("a long text is cut, and what the cut goes through is not half shown", () => {
  expect(redactText("word ".repeat(1000))).toHaveLength(500);
  const mails = `${"a".repeat(30)}@example.com `.repeat(100);
  expect(redactText(mails)).toMatch(/^(… )+…? ?$/);
  expect(redactText(`x ${"7".repeat(100_000)}`)).toBe("x ");
});

test("a text made to be slow to search is not", () => {
  expect(redactText("a".repeat(5_000_000))).toBe("");
  expect(redactText("@ ".repeat(2_000_000)).length).toBeLessThanOrEqual(500);
});

test("an error for logs keeps name, code and frames, and loses what it quotes and carries", () => {
  const cause = new Error("deeper: 447700900123");
  const error = Object.assign(new SyntaxError('"447700900123" is not valid JSON', { cause }), {
    code: "ERR_PARSE",
    data: "447700900123",
  });
  const copy = redactError(error);
  expect(copy).toMatchObject({ name: "SyntaxError", code: "ERR_PARSE", message: '"…" is not valid JSON' });
  expect(copy?.stack).toContain("redact.test.ts");
  expect(inspect(copy, { depth: 20, showHidden: true })).not.toContain("4477");
});

test("what is no error is not kept for logs", () => {
  expect(redactError("447700900123")).toBeUndefined();
});
