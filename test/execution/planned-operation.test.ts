import {
  buildSchema,
  execute,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isObjectType,
  isUnionType,
  Kind,
  parse,
  responsePathAsArray,
} from "graphql";
import { describe, expect, it } from "vitest";
import { PlannedOperation } from "../../src/execution/planned-operation.js";
import { direct } from "../../src/execution/read.js";

type Resolvers = Readonly<Record<string, Readonly<Record<string, GraphQLFieldResolver<unknown, unknown>>>>>;

function schemaOf(sdl: string, resolvers: Resolvers): GraphQLSchema {
  const schema = buildSchema(sdl);
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`${typeName} is no object type`);
    for (const [name, resolve] of Object.entries(fields)) Object.assign(type.getFields()[name] ?? {}, { resolve });
  }
  return schema;
}

function operationOf(schema: GraphQLSchema, query: string): PlannedOperation {
  const document = parse(query);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("no operation first");
  return new PlannedOperation(schema, document, operation);
}

const visible = (result: unknown): unknown => JSON.parse(JSON.stringify(result));

const plain = schemaOf(
  "type Query { a: A n: Int t: Int } type A { a: A n: Int x: Int y: Int } type Mutation { n: Int }",
  {
    Query: { n: () => 1, a: () => ({ n: 2, x: 3 }) },
  },
);

describe("planned operations", () => {
  it("keep a selection for each combination of conditions, and answer those beyond too", async () => {
    const names = ["a", "b", "c", "d", "e"];
    const conditions = names.map((name) => `${name}: n @include(if: $${name})`).join(" ");
    const operation = operationOf(
      plain,
      `query (${names.map((name) => `$${name}: Boolean!`).join(" ")}) { n ${conditions} }`,
    );
    for (let bits = 0; bits < 64; bits += 1) {
      const variables = Object.fromEntries(names.map((name, index) => [name, ((bits >> index) & 1) === 1]));
      const { data } = await operation.execute({}, variables);
      expect(Object.keys(data ?? {})).toEqual(["n", ...names.filter((name) => variables[name])]);
    }
  });

  it("cost no more than what is executed of them where fragments multiply", async () => {
    const fragments = Array.from(
      { length: 24 },
      (_, i) => `fragment F${i} on A { p: a { ...F${i + 1} } q: a { ...F${i + 1} } }`,
    );
    const query = `{ a { ...F0 } } ${fragments.join(" ")} fragment F24 on A { n }`;
    expect(visible(await operationOf(plain, query).execute({}, {}))).toEqual({ data: { a: { p: null, q: null } } });
  });

  it.each([
    ["a name that every object inherits", "{ toString: n __proto__: n constructor: n a { __proto__: n } }"],
    ["introspection", '{ __schema { queryType { name } } __type(name: "A") { name } __typename }'],
    ["underscores", "{ a_b: n a { b: n } }"],
    ["a mutation", "mutation { n }"],
  ])("answer %s as graphql-js does", async (_name, query) => {
    const expected = await execute({ schema: plain, document: parse(query) });
    expect(JSON.stringify(await operationOf(plain, query).execute({}, {}))).toBe(JSON.stringify(expected));
  });

  it("call a direct resolver with the object and the context, and another one with all that graphql-js tells", async () => {
    const heard: unknown[][] = [];
    const hear = (...all: unknown[]) => heard.push(all);
    const schema = schemaOf("type Query { a: A } type A { direct: Int other(of: Int): Int }", {
      Query: { a: () => ({ here: true }) },
      A: { direct: direct(hear), other: (...all) => hear(...all) },
    });
    await operationOf(schema, "{ a { direct other(of: 3) } }").execute("context", {});
    expect(heard[0]).toEqual([{ here: true }, {}, "context"]);
    expect(heard[1]?.slice(0, 3)).toEqual([{ here: true }, { of: 3 }, "context"]);
    expect(heard[1]?.[3]).toMatchObject({
      fieldName: "other",
      path: { key: "other", typename: "A", prev: { key: "a", typename: "Query", prev: undefined } },
    });
  });

  it("tell who finds out a type the same of a value and of an item of a list as graphql-js", async () => {
    const schema = schemaOf("type Query { one: U all: [[U]] } union U = A type A { n: Int }", {
      Query: { one: () => ({}), all: () => [[{}, {}]] },
    });
    const heard: string[] = [];
    const type = schema.getType("U");
    if (!isUnionType(type)) throw new Error("U is no union");
    type.resolveType = (_value, _context, { path }) => {
      heard.push(responsePathAsArray(path).join("."));
      return "A";
    };
    const query = "{ one { __typename } all { __typename } }";
    await execute({ schema, document: parse(query) });
    await operationOf(schema, query).execute({}, {});
    expect(heard).toEqual(["one", "all", "all", "one", "all", "all"]);
  });
});

describe("errors are those of graphql-js, in its order,", () => {
  class Broken {
    get n(): number {
      throw new Error("in a getter");
    }

    get t(): string {
      throw new Error("in the getter of a text");
    }
  }
  const failing = schemaOf(
    "type Query { list: [A!] a: A b: Int! broken: A brokenLate: [A] } type A { n: Int! m: Int! o: Int t: String }",
    {
      Query: {
        list: () => [{ n: null }, { n: 1 }],
        a: () => ({ o: "x" }),
        b: async () => null,
        broken: () => new Broken(),
        brokenLate: async () => [new Broken()],
      },
      A: { m: () => Promise.reject(new Error("m failed")) },
    },
  );

  it.each([
    "{ list { n } }",
    "{ list { n m } }",
    "{ a { o n m } }",
    "{ a { o } b }",
    "{ a { n } b }",
    "{ b a { n } }",
    "{ broken { n } brokenLate { n } }",
    "{ broken { t } brokenLate { t } }",
    "subscription { n }",
  ])("of %s", async (query) => {
    const expected = await execute({ schema: failing, document: parse(query), contextValue: {} });
    const operation = operationOf(failing, query);
    for (const _run of ["first", "second"]) expect(visible(await operation.execute({}, {}))).toEqual(visible(expected));
  });

  it("with a promise still under way when the answer is null already", async () => {
    const late = Promise.withResolvers<never>();
    const schema = schemaOf("type Query { late: Int b: Int! }", {
      Query: { late: () => late.promise, b: () => null },
    });
    const answered = operationOf(schema, "{ late b }").execute({}, {});
    late.reject(new Error("late"));
    expect(visible(await answered)).toMatchObject({ data: null, errors: [{ path: ["late"] }, { path: ["b"] }] });
  });

  it("and leave no rejection unheard where one item fails at once and another one later", async () => {
    const unheard: unknown[] = [];
    const hear = (reason: unknown) => unheard.push(reason);
    process.on("unhandledRejection", hear);
    const schema = schemaOf("type Query { list: [Int!] }", {
      Query: { list: () => [Promise.reject(new Error("later")), null] },
    });
    const answer = await operationOf(schema, "{ list }").execute({}, {});
    await new Promise((done) => setTimeout(done, 20));
    process.off("unhandledRejection", hear);
    expect(visible(answer)).toMatchObject({ data: { list: null }, errors: [{ path: ["list", 1] }] });
    expect(unheard).toEqual([]);
  });
});
