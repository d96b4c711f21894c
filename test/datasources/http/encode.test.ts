import { expect, test } from "vitest";
import { z } from "zod";
import { encode } from "../../../src/datasources/http/encode.js";
import { operation } from "../../../src/datasources/http/operation.js";
import { Failure } from "../../../src/errors.js";
import { json } from "../../support/scripted-answers.js";
import { aContext, aToy, readLine, suspendLine } from "./toy.js";

const search = operation({
  ...readLine,
  name: "Search",
  path: "/lines/{lineId}/days/{day}",
  query: z.object({
    from: z.iso.date().optional(),
    page: z.number().int().max(50).optional(),
    tag: z.string().optional(),
    active: z.boolean().optional(),
  }),
});

const params = { lineId: "7", day: "1" };

function failureOf(act: () => unknown): Failure {
  try {
    act();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("did not fail");
}

test("path parameters are percent-encoded, so that they stay one segment", async () => {
  await using toy = await aToy();
  toy.carrier.answer(json({ ok: true, code: "0", data: { name: "Ada" } }));
  await toy.client.call(readLine, { params: { lineId: "a/b?c=d#é 100%" } }, aContext());
  expect(toy.carrier.requests.at(-1)?.path).toBe("/lines/a%2Fb%3Fc%3Dd%23%C3%A9%20100%25");
});

test.each(["", ".", "..", "\ud800"])(
  "a path parameter %j is refused by its name, and no call is made",
  async (lineId) => {
    await using toy = await aToy();
    const call = toy.client.call(suspendLine, { params: { lineId }, body: { reason: "lost" } }, aContext());
    await expect(call).rejects.toMatchObject({ code: "INVALID_ARGUMENT", details: { field: ["lineId"] } });
    expect(toy.carrier.requests).toHaveLength(0);
  },
);

test("the query leaves out what is undefined and keeps zero, false and the empty text", () => {
  const { path } = encode(search, { params, query: { page: 0, active: false, tag: "", from: undefined } });
  expect(path).toBe("/lines/7/days/1?page=0&tag=&active=false");
});

test("the query is encoded as URLSearchParams does, letter by letter", () => {
  const letters = Array.from({ length: 0x250 }, (_, code) => String.fromCharCode(code));
  for (const tag of [...letters, "😀", "\ud800", "a b", "plain-._*~"]) {
    const expected = new URLSearchParams({ tag }).toString();
    expect(encode(search, { params, query: { tag } }).path).toBe(`/lines/7/days/1?${expected}`);
  }
});

test("the query is encoded, and absent when nothing is in it", () => {
  expect(encode(search, { params, query: { tag: "a&b=c d" } }).path).toBe("/lines/7/days/1?tag=a%26b%3Dc+d");
  expect(encode(search, { params, query: {} }).path).toBe("/lines/7/days/1");
});

test("the body is what its schema makes of the input, and none where none is declared", () => {
  const doubling = operation({ ...suspendLine, body: z.object({ n: z.number().transform((n) => 2 * n) }) });
  expect(encode(doubling, { params, body: { n: 21 } }).body).toBe('{"n":42}');
  expect(encode(search, { params, query: {} }).body).toBeNull();
});

test("a form is encoded as a query is", () => {
  const form = operation({
    ...suspendLine,
    isForm: true,
    body: z.object({ scope: z.string(), of: z.string().optional() }),
  });
  expect(encode(form, { params, body: { scope: "a b&c=ü" } }).body).toBe("scope=a+b%26c%3D%C3%BC");
});

test("what is no text, number or truth value is no part of a query, and no fault of the input", () => {
  const deep = operation({ ...search, query: z.object({ tags: z.array(z.string()) }) });
  expect(() => encode(deep, { params, query: { tags: ["a", "b"] } })).toThrow(TypeError);
});

test("a query that does not fit is refused by the name of the field", () => {
  const failure = failureOf(() => encode(search, { params, query: { page: 51 } }));
  expect(failure.code).toBe("INVALID_ARGUMENT");
  expect(failure.details).toEqual({ field: ["page"], carrierOperation: "Search" });
});

test("a body that does not fit is refused by the path of the field, and no call is made, not even a login", async () => {
  const nested = operation({
    ...suspendLine,
    body: z.object({ rows: z.array(z.object({ iccid: z.string().max(4) })) }),
  });
  await using toy = await aToy();
  const body = { rows: [{ iccid: "1" }, { iccid: "8932042000001234567" }] };
  const failure: unknown = await toy.client.call(nested, { params, body }, aContext()).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: "INVALID_ARGUMENT", details: { field: ["rows", "1", "iccid"] } });
  expect(String(failure)).not.toContain("89320");
  expect(toy.carrier.requests).toHaveLength(0);
  expect(toy.records).toHaveLength(0);
});

test("a body that is no object at all is refused as the body", () => {
  const exclusive = operation({ ...suspendLine, body: z.object({}).refine(() => false, "name one of a and b") });
  const failure = failureOf(() => encode(exclusive, { params, body: {} }));
  expect(failure.details.field).toEqual(["body"]);
  expect(failure.message).toBe("body: name one of a and b");
});
