import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CORPUS } from "./support/corpus.js";
import { post, type RunningServer, serverForTest, startServer } from "./support/server.js";

let planned: RunningServer;
let plain: RunningServer;

beforeAll(async () => {
  [planned, plain] = await Promise.all([startServer(), startServer({ isPlanned: false })]);
});

afterAll(async () => {
  await Promise.all([planned.close(), plain.close()]);
});

describe.each(["application/json", "application/graphql-response+json"])("asked for %s", (accept) => {
  it.each(Object.entries(CORPUS))("a server that plans answers %s as graphql-js does", async (_name, request) => {
    const expected = await visible(plain.url);
    // The second time the plan is there already.
    for (const _run of ["first", "second"]) expect(await visible(planned.url)).toEqual(expected);

    async function visible(url: string) {
      const { status, headers, body } = await post(url, request, { accept });
      return { status, type: headers.get("content-type"), tea: headers.get("x-tea"), body };
    }
  });
});

describe("what the comparison rests on", () => {
  it("a string literal of a query never becomes code", async () => {
    for (const _run of ["first", "second"]) await post(planned.url, CORPUS["a literal that looks like code"] ?? {});
    expect(globalThis).not.toHaveProperty("broken");
  });

  it("after a failed non-null mutation none further is executed", async () => {
    for (const _run of ["first", "second"]) {
      planned.mutated.length = 0;
      const { body } = await post(planned.url, { query: "mutation { first second }" });
      expect(body).toMatchObject({ data: null, errors: [{ message: "first failed", path: ["first"] }] });
      expect(planned.mutated).toEqual(["first"]);
    }
  });
});

describe.each([
  ["a query by GET", `query=${encodeURIComponent('{ echo(text: "get") }')}`],
  ["a mutation by GET", `query=${encodeURIComponent("mutation { second }")}`],
  ["variables that are no JSON", "query=%7B__typename%7D&variables=%7B"],
  ["two queries", "query=%7B__typename%7D&query=%7B__typename%7D"],
])("%s", (_name, search) => {
  it("is answered alike by both servers", async () => {
    const [first, second] = await Promise.all([planned.url, plain.url].map(visible));
    expect(first).toEqual(second);
    expect(first?.body).toBeDefined();
  });

  async function visible(url: string) {
    const response = await fetch(`${url}/graphql?${search}`, { headers: { "apollo-require-preflight": "yes" } });
    return { status: response.status, allow: response.headers.get("allow"), body: await response.json() };
  }
});

const KNOWN = "query One($n: Int) { echo(number: $n) } query Two { fails echo }";

describe("of a document that was executed before", () => {
  beforeAll(async () => {
    for (const operationName of ["One", "Two"]) await post(planned.url, { query: KNOWN, operationName });
  });

  const accept = "application/graphql-response+json;q=0.5, application/json;q=0.4";
  it.each([
    ["one operation", { query: KNOWN, operationName: "One", variables: { n: 1 } }],
    ["another one, which fails", { query: KNOWN, operationName: "Two" }],
    ["an operation that is not there", { query: KNOWN, operationName: "Three" }],
    ["no operation by name", { query: KNOWN, operationName: null }],
    ["an operation named by a number", { query: KNOWN, operationName: 1 }],
    ["variables that are null", { query: KNOWN, operationName: "One", variables: null }],
    ["variables that are a list", { query: KNOWN, operationName: "One", variables: [] }],
    ["variables that are a text", { query: KNOWN, operationName: "One", variables: "{}" }],
    ["variables of a wrong type", { query: KNOWN, operationName: "One", variables: { n: "one" } }],
    ["extensions that nobody knows", { query: KNOWN, operationName: "One", extensions: { client: "c" } }],
    ["extensions that are a list", { query: KNOWN, operationName: "One", extensions: [] }],
    [
      "the hash of another one",
      { query: KNOWN, operationName: "One", extensions: { persistedQuery: { version: 1, sha256Hash: "00" } } },
    ],
    ["a batch", [{ query: KNOWN, operationName: "One" }]],
    ["prototypes", `{"query": ${JSON.stringify(KNOWN)}, "operationName": "One", "__proto__": {}}`],
    ["a type that is to be weighed", { query: KNOWN, operationName: "One" }, { accept }],
    ["a type that is not served", { query: KNOWN, operationName: "One" }, { accept: "image/png" }],
    ["a charset", { query: KNOWN, operationName: "One" }, { "content-type": "application/json; charset=utf-8" }],
    ["a type that is no JSON", { query: KNOWN, operationName: "One" }, { "content-type": "text/plain" }],
  ])("%s is answered alike by both servers", async (_name, body, headers: Readonly<Record<string, string>> = {}) => {
    const [first, second] = await Promise.all([planned.url, plain.url].map(visible));
    expect(first).toEqual(second);

    async function visible(url: string) {
      const response = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
      return { status: response.status, type: response.headers.get("content-type"), body: await response.json() };
    }
  });

  it("is told to plugins whose header is there, and to no others", async () => {
    const asked: string[] = [];
    const own = await serverForTest({
      plugins: { "x-told": { requestDidStart: async ({ request }) => void asked.push(`${request.operationName}`) } },
    });
    for (const operationName of ["One", "One", "Two"]) await post(own.url, { query: KNOWN, operationName });
    asked.length = 0;
    await post(own.url, { query: KNOWN, operationName: "One" });
    await post(own.url, { query: KNOWN, operationName: "One" }, { "x-told": "" });
    expect(asked).toEqual(["One"]);
  });
});
