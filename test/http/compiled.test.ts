import { buildSchema, execute, type GraphQLSchema, isObjectType, Kind, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { CompiledOperation, schemaPair } from "../../src/http/compiled/compiled-operation.js";
import { LruMap } from "../../src/http/compiled/lru-map.js";

type Resolvers = Readonly<Record<string, Readonly<Record<string, () => unknown>>>>;

function schemaOf(sdl: string, resolvers: Resolvers): GraphQLSchema {
  const schema = buildSchema(sdl);
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`${typeName} is no object type`);
    for (const [name, resolve] of Object.entries(fields)) Object.assign(type.getFields()[name] ?? {}, { resolve });
  }
  return schema;
}

function operationOf(schema: GraphQLSchema, query: string): CompiledOperation {
  const document = parse(query);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("no operation first");
  return new CompiledOperation(schemaPair(schema), document, operation);
}

/** Whether the second run, the first that may be compiled, gives an answer. */
async function isCompiled(operation: CompiledOperation, variables = {}): Promise<boolean> {
  await operation.execute({}, variables);
  return (await operation.execute({}, variables)) !== undefined;
}

const plain = schemaOf("type Query { a: A n: Int t: Int } type A { a: A n: Int x: Int y: Int }", {
  Query: { n: () => 1, a: () => ({ n: 2, x: 3 }) },
});

describe("compiled operations", () => {
  it("are compiled when they come again, not when they come once", async () => {
    const operation = operationOf(plain, "{ n a { n } }");
    expect(await operation.execute({}, {})).toBeUndefined();
    expect(await operation.execute({}, {})).toEqual({ data: { n: 1, a: { n: 2 } } });
  });

  it("keep one piece of code for each combination of conditions, and no more than eight", async () => {
    const names = ["a", "b", "c", "d"];
    const conditions = names.map((name) => `${name}: n @include(if: $${name})`).join(" ");
    const operation = operationOf(
      plain,
      `query (${names.map((name) => `$${name}: Boolean!`).join(" ")}) { n ${conditions} }`,
    );
    await operation.execute({}, { a: true, b: true, c: true, d: true });
    let answered = 0;
    for (let bits = 0; bits < 16; bits += 1) {
      const variables = Object.fromEntries(names.map((name, index) => [name, ((bits >> index) & 1) === 1]));
      const result = await operation.execute({}, variables);
      if (!result) continue;
      answered += 1;
      expect(Object.keys(result.data ?? {})).toEqual(["n", ...names.filter((name) => variables[name])]);
    }
    expect(answered).toBe(8);
  });

  it("are left to graphql-js where the code would be too large", async () => {
    const fragments = Array.from(
      { length: 12 },
      (_, i) => `fragment F${i} on A { p: a { ...F${i + 1} } q: a { ...F${i + 1} } }`,
    );
    const query = `{ a { ...F0 } } ${fragments.join(" ")} fragment F12 on A { n }`;
    expect(await isCompiled(operationOf(plain, query))).toBe(false);
    expect(await isCompiled(operationOf(plain, "{ a { a { n } } }"))).toBe(true);
  });

  it.each(["mutation { n }", "{ __schema { queryType { name } } }", "{ a_b: n }"])(
    "are left to graphql-js: %s",
    async (query) => {
      const schema = schemaOf("type Query { n: Int } type Mutation { n: Int }", {});
      expect(await isCompiled(operationOf(schema, query))).toBe(false);
    },
  );
});

it("a schema with fields that compiled code would mix up is refused", () => {
  const mixed = buildSchema("type Query { a: Query } type Quer { ya: Int }");
  expect(() => schemaPair(mixed)).toThrow("cannot tell Query.a from Quer.ya");
});

describe("an exception in compiled code", () => {
  class Broken {
    get n(): number {
      throw new Error("in a getter");
    }
  }

  it.each([
    ["at once", () => new Broken()],
    ["after a promise", async () => new Broken()],
    ["in a list", async () => [new Broken()]],
  ])("%s ends the query, which graphql-js answers from then on", async (_name, a) => {
    const type = Array.isArray(await a()) ? "[A]" : "A";
    const schema = schemaOf(`type Query { a: ${type} b: Int } type A { n: Int }`, { Query: { a, b: async () => 1 } });
    const operation = operationOf(schema, "{ b a { n } }");
    expect(await isCompiled(operation)).toBe(false);
    expect(await operation.execute({}, {})).toBeUndefined();
  });
});

describe("errors of compiled code", () => {
  const failing = schemaOf("type Query { list: [A!] a: A b: Int! } type A { n: Int! m: Int! o: Int }", {
    Query: { list: () => [{ n: null }, { n: 1 }], a: () => ({ o: "x" }), b: async () => null },
    A: { m: () => Promise.reject(new Error("m failed")) },
  });

  it.each(["{ list { n } }", "{ list { n m } }", "{ a { o n m } }", "{ a { o } b }", "{ a { n } b }"])(
    "are those of graphql-js where several fields of a part fail: %s",
    async (query) => {
      const operation = operationOf(failing, query);
      await operation.execute({}, {});
      const [compiled, expected] = await Promise.all([
        operation.execute({}, {}),
        execute({ schema: failing, document: parse(query), contextValue: {} }),
      ]);
      expect(visible(compiled)).toEqual(visible(expected));
    },
  );

  it("name the failure that stands first in the answer where all of it becomes null, not the one that came first", async () => {
    const operation = operationOf(failing, "{ b a { n } }");
    await operation.execute({}, {});
    expect(visible(await operation.execute({}, {}))).toMatchObject({ data: null, errors: [{ path: ["b"] }] });
  });

  const visible = (result: unknown): unknown => JSON.parse(JSON.stringify(result));
});

describe("the cache of operations", () => {
  it("forgets what has not been read for the longest time", () => {
    const map = new LruMap<string, number>(2);
    map.set("a", 1);
    map.set("b", 2);
    expect(map.get("a")).toBe(1);
    map.set("c", 3);
    expect([map.get("a"), map.get("b"), map.get("c"), map.size]).toEqual([1, undefined, 3, 2]);
  });
});
