import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CORPUS } from "./support/corpus.js";
import { post, type RunningServer, startServer } from "./support/server.js";

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
