import { buildSchema, execute, type GraphQLObjectType, type GraphQLSchema, Kind, parse } from "graphql";
import { expect, it } from "vitest";
import { PlannedOperation } from "../../src/execution/planned-operation.js";
import { ofFuller } from "../../src/execution/read.js";

interface Row {
  readonly id: string;
  readonly fails?: "at once" | "later";
  readonly isWhole?: true;
  readonly isGone?: true;
}

interface Whole extends Row {
  readonly size: number;
  readonly late: Promise<string>;
  readonly odd: number;
}

interface Seen {
  readonly found: string[];
}

function find(row: Row, { found }: Seen): Promise<Whole | null> | Whole | null {
  found.push(row.id);
  if (row.fails === "at once") throw new Error(`${row.id} is not to be found`);
  const whole = { ...row, size: 7, late: Promise.resolve("late"), odd: 0.5 };
  if (row.isWhole) return whole;
  if (row.fails === "later") return Promise.reject(new Error(`${row.id} was not found`));
  return Promise.resolve(row.isGone ? null : whole);
}

function schemaWith(rows: readonly Row[]): GraphQLSchema {
  const schema = buildSchema(`
    type Query { rows: [Row] }
    type Row { id: ID! size: Int late: String odd: Int own: Int! }
  `);
  const { rows: field } = (schema.getType("Query") as GraphQLObjectType).getFields();
  Object.assign(field ?? {}, { resolve: () => rows });
  const fields = (schema.getType("Row") as GraphQLObjectType).getFields();
  for (const name of ["size", "late", "odd"] as const) {
    Object.assign(fields[name] ?? {}, { resolve: ofFuller<Row, Whole, Seen>(find, name) });
  }
  Object.assign(fields.own ?? {}, {
    resolve: ({ id }: Row) => {
      if (id === "bad") throw new Error("no own field");
      return 1;
    },
  });
  return schema;
}

const ROWS: readonly Row[] = [
  { id: "one" },
  { id: "whole", isWhole: true },
  { id: "gone", isGone: true },
  { id: "later", fails: "later" },
  { id: "now", fails: "at once" },
  { id: "bad" },
];

function run(schema: GraphQLSchema, query: string, seen: Seen) {
  const document = parse(query);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("no operation first");
  return new PlannedOperation(schema, document, operation).execute(seen, {});
}

it.each([
  "{ rows { size id late } }",
  "{ rows { id odd size again: size } }",
  "{ rows { late own size } }",
  "{ rows { own } }",
  "{ rows { odd id } }",
])("fields of a fuller object are answered as graphql-js does: %s", async (query) => {
  for (const row of [...ROWS.map((one) => [one]), ROWS]) {
    const schema = schemaWith(row);
    const expected = await execute({ schema, document: parse(query), contextValue: { found: [] } });
    expect(JSON.stringify(await run(schema, query, { found: [] }))).toBe(JSON.stringify(expected));
  }
});

it("a fuller object is found once for all fields that it has, and not where none is asked", async () => {
  const seen: Seen = { found: [] };
  await run(schemaWith([{ id: "one" }, { id: "two" }]), "{ rows { size late odd id } }", seen);
  expect(seen.found).toEqual(["one", "two"]);
  await run(schemaWith([{ id: "three" }]), "{ rows { id own } }", seen);
  expect(seen.found).toEqual(["one", "two"]);
});
