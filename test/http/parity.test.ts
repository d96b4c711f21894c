import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CompiledOperation, schemaPair } from "../../src/http/compiled/compiled-operation.js";
import { COMPILED, CORPUS } from "./support/corpus.js";
import { testSchema } from "./support/graph.js";
import { post, type RunningServer, startServer } from "./support/server.js";

let compiled: RunningServer;
let plain: RunningServer;

beforeAll(async () => {
  [compiled, plain] = await Promise.all([startServer(), startServer({ isCompiled: false })]);
});

afterAll(async () => {
  await Promise.all([compiled.close(), plain.close()]);
});

describe.each(["application/json", "application/graphql-response+json"])("asked for %s", (accept) => {
  it.each(Object.entries(CORPUS))("a compiled server answers %s as graphql-js does", async (_name, request) => {
    const expected = await visible(plain.url);
    // graphql-js answers at first, then the query is compiled, then it is taken from the cache.
    for (const _run of ["first", "second", "third"]) expect(await visible(compiled.url)).toEqual(expected);

    async function visible(url: string) {
      const { status, headers, body } = await post(url, request, { accept });
      return { status, type: headers.get("content-type"), tea: headers.get("x-tea"), body };
    }
  });
});

describe("what the comparison rests on", () => {
  it.each(COMPILED)("%s is answered by compiled code", async (_name, { query = "", operationName, variables = {} }) => {
    const document = parse(query);
    const operation = document.definitions.find(
      (node) => node.kind === "OperationDefinition" && (!operationName || node.name?.value === operationName),
    );
    if (operation?.kind !== "OperationDefinition") throw new Error("no operation");
    const subject = new CompiledOperation(schemaPair(testSchema()), document, operation);
    expect(await subject.execute({}, variables)).toBeUndefined();
    expect(await subject.execute({}, variables)).toHaveProperty("data");
    expect(await subject.execute({}, variables)).toHaveProperty("data");
  });

  it("a string literal of a query never becomes code", async () => {
    const [query] = COMPILED.filter(([name]) => name === "a literal that looks like code");
    for (const _run of ["first", "second"]) await post(compiled.url, query?.[1] ?? {});
    expect(globalThis).not.toHaveProperty("broken");
  });

  it("after a failed non-null mutation none further is executed", async () => {
    for (const _run of ["first", "second", "third"]) {
      compiled.mutated.length = 0;
      const { body } = await post(compiled.url, { query: "mutation { first second }" });
      expect(body).toMatchObject({ data: null, errors: [{ message: "first failed", path: ["first"] }] });
      expect(compiled.mutated).toEqual(["first"]);
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
    const [first, second] = await Promise.all([compiled.url, plain.url].map(visible));
    expect(first).toEqual(second);
    expect(first?.body).toBeDefined();
  });

  async function visible(url: string) {
    const response = await fetch(`${url}/graphql?${search}`, { headers: { "apollo-require-preflight": "yes" } });
    return { status: response.status, allow: response.headers.get("allow"), body: await response.json() };
  }
});
