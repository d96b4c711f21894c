import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { json } from "../../support/scripted-answers.js";
import { profileOf, type ScriptedBics, startScriptedBics } from "../scripted-bics.js";

const PROFILE = "/api/GetEndPointProfile";
const FIELDS = `{ endpoint(by: { carrierEndpointId: "7" }, account: "bics") { name } }`;
const ANSWER = { data: { endpoint: { name: "name 7" } }, errors: [] };

let bics: ScriptedBics;
beforeEach(async () => {
  bics = await startScriptedBics({ cache: { seconds: 3_600 } });
  bics.carrier.serve(PROFILE, () => profileOf("7"));
});
afterEach(() => bics.stop());

const calls = () => bics.carrier.to(PROFILE).length;
const is = (document: string, variables = {}) => bics.graph.query(`query ${document} ${FIELDS}`, variables);

/** Often enough that the document is executed in each of the ways in which it may be. */
const RUNS = 4;

describe("what was answered before is told", () => {
  it.each([
    ["@freshness(maxAge: 60)", {}],
    ["Q @freshness(maxAge: 60, allowStale: true)", {}],
    ["Q($age: Int!) @freshness(maxAge: $age)", { age: 60 }],
    ["Q($age: Int = 60) @freshness(maxAge: $age)", {}],
  ])("to a query that says %s", async (document, variables) => {
    for (let run = 0; run < RUNS; run += 1) expect(await is(document, variables)).toEqual(ANSWER);
    expect(calls()).toBe(1);
  });

  it.each([
    ["nothing", "Q", {}],
    ["@freshness(maxAge: 0)", "Q @freshness(maxAge: 0)", {}],
    ["no age beside it", "Q @freshness(maxAge: -1)", {}],
    ["none in its variables", "Q($age: Int!) @freshness(maxAge: $age)", { age: 0 }],
  ])("to no query that says %s", async (_, document, variables) => {
    for (let run = 0; run < RUNS; run += 1) expect(await is(document, variables)).toEqual(ANSWER);
    expect(calls()).toBe(RUNS);
  });

  it("to no other operation of the same document", async () => {
    const document = `query Old @freshness(maxAge: 60) ${FIELDS} query New ${FIELDS}`;
    const post = async (operationName: string) => {
      const response = await fetch(`${bics.graph.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: document, operationName }),
      });
      return response.json();
    };
    for (const name of ["New", "Old", "New", "Old", "New"]) await post(name);
    expect(calls()).toBe(3);
  });

  it("over server-sent events, too", async () => {
    const ask = async () => {
      const response = await fetch(`${bics.graph.url}/graphql/stream`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "text/event-stream" },
        body: JSON.stringify({ query: `query @freshness(maxAge: 60) ${FIELDS}` }),
      });
      return response.text();
    };
    expect(await ask()).toContain("name 7");
    expect(await ask()).toContain("name 7");
    expect(calls()).toBe(1);
  });
});

it("an answer that is old is told while the carrier is away, to who allows it", async () => {
  await is("Q");
  bics.carrier.serve(PROFILE, () => json({}, 503));
  expect(await is("Q @freshness(maxAge: 0, allowStale: true)")).toEqual(ANSWER);
  expect(await is("Q @freshness(maxAge: 0)")).toMatchObject({
    errors: [{ extensions: { code: "CARRIER_UNAVAILABLE" } }],
  });
});

it.each([
  "mutation Q @freshness(maxAge: 1) { __typename }",
  "subscription Q @freshness(maxAge: 1) { events { cursor } }",
])("%s is refused: what acts, and what happens, is always of now", async (document) => {
  const { errors } = await bics.graph.query(document);
  expect(errors[0]?.message).toContain("may not be used on");
});

it("variables that are refused are refused as ever", async () => {
  const { errors } = await is("Q($age: Int!) @freshness(maxAge: $age)", { age: "old" });
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  expect(calls()).toBe(0);
});

it("an age that is null is refused alike before and after the document was executed", async () => {
  const document = "Q($age: Int = 60) @freshness(maxAge: $age)";
  const refused = await is(document, { age: null });
  expect(refused.errors).not.toEqual([]);
  for (let run = 0; run < RUNS; run += 1) expect(await is(document)).toEqual(ANSWER);
  expect(await is(document, { age: null })).toEqual(refused);
});
