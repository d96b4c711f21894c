import { getIntrospectionQuery } from "graphql";
import { describe, expect, it } from "vitest";
import { type GraphqlAnswer, post, serverForTest } from "./support/server.js";

/** `levels` of friends below a root field. */
const nested = (levels: number): string => `{ lazy ${"{ friend ".repeat(levels - 1)} { id } ${"}".repeat(levels)}`;

const doubling = (fragments: number): string => {
  const bodies = Array.from(
    { length: fragments },
    (_, index) => `fragment F${index} on Person { a: friend { ...F${index + 1} } b: friend { ...F${index + 1} } }`,
  );
  return `{ lazy { ...F0 } } ${bodies.join(" ")} fragment F${fragments} on Person { id }`;
};

async function refusalOf(query: string, limits = {}): Promise<NonNullable<GraphqlAnswer["errors"]>> {
  const { url } = await serverForTest({ limits });
  const { status, body } = await post(url, { query }, { accept: "application/graphql-response+json" });
  expect(status).toBe(400);
  return body.errors ?? [];
}

async function expectAnswer(query: string, limits = {}): Promise<void> {
  const { url } = await serverForTest({ limits });
  const { status, body } = await post(url, { query });
  expect([status, body.errors]).toEqual([200, undefined]);
}

describe("a query over a limit is refused, and the error names the limit", () => {
  it("depth", async () => {
    expect(await refusalOf(nested(15))).toMatchObject([
      {
        message: "The operation is 16 levels deep, the limit is 15 (depth).",
        extensions: { limit: { name: "depth", value: 15 } },
      },
    ]);
  });

  it("depth through fragments", async () => {
    const query = "{ lazy { ...A } } fragment A on Person { friend { ...B } } fragment B on Person { friend { id } }";
    expect(await refusalOf(query, { depth: 3 })).toMatchObject([{ extensions: { limit: { name: "depth" } } }]);
    await expectAnswer(query, { depth: 4 });
  });

  it("aliases", async () => {
    const query = `query Many { ${Array.from({ length: 201 }, (_, index) => `a${index}: __typename`).join(" ")} }`;
    const [error] = await refusalOf(query, { rootFields: 1_000 });
    expect(error?.message).toBe('Operation "Many" has 201 aliases, the limit is 200 (aliases).');
  });

  it("root fields, those of fragments too", async () => {
    const query = "query { echo ...F ...F } fragment F on Query { sees even(value: 2) }";
    expect(await refusalOf(query, { rootFields: 4 })).toMatchObject([
      { extensions: { limit: { name: "rootFields", value: 4 } } },
    ]);
    await expectAnswer(query, { rootFields: 5 });
  });

  it("fields, though fragments multiply them", async () => {
    const errors = await refusalOf(doubling(11), { aliases: 1_000_000 });
    expect(errors.map(({ extensions }) => extensions)).toContainEqual(
      expect.objectContaining({ limit: { name: "fields", value: 5_000 } }),
    );
  });

  it("a document that doubles for ever is measured at once", async () => {
    const errors = await refusalOf(doubling(200));
    expect(errors.length).toBeGreaterThan(0);
  });

  it("tokens", async () => {
    const [error] = await refusalOf(`{ ${"__typename ".repeat(10_000)} }`);
    expect(error?.message).toContain("more that 10000 tokens");
  });
});

describe("what tools and people send passes", () => {
  it("the introspection query, however deep", () =>
    expectAnswer(getIntrospectionQuery({ inputValueDeprecation: true }), { depth: 2 }));
  it("a query at the limit of depth", () => expectAnswer(nested(14)));
});

it("a fragment inside itself is refused as such", async () => {
  const errors = await refusalOf("{ lazy { ...A } } fragment A on Person { friend { ...A } }");
  expect(errors).toMatchObject([{ message: 'Cannot spread fragment "A" within itself.' }]);
});
