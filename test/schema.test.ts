import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { promisify } from "node:util";
import { composeServices } from "@apollo/composition";
import type { ResultOf, VariablesOf } from "@graphql-typed-document-node/core";
import {
  buildSchema,
  type DocumentNode,
  getVariableValues,
  graphql,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  validate,
} from "graphql";
import { describe, expect, expectTypeOf, it, test } from "vitest";
import * as generated from "../client/generated/graphql.js";
import { buildGraph, printGraph } from "../src/build-schema.js";
import { closedEnums, incompleteConnections, misnamed, ownTypes, partsOf, undescribed } from "./support/graph-rules.js";

const graph = buildGraph();
const committed = readFileSync("schema.graphql", "utf8");

describe("schema.graphql", () => {
  it("is what the program prints: else run `npm run schema`", () => {
    expect(printGraph(graph)).toBe(committed);
  });

  it("composes to a supergraph, as it is committed and as it is served to gateways", async () => {
    const { data } = await graphql({ schema: graph, source: "{ _service { sdl } }" });
    for (const sdl of [committed, String(Object(data)._service.sdl)]) {
      const subgraph = { name: "carriers", url: "http://localhost/graphql", typeDefs: parse(sdl) };
      const { errors, supergraphSdl } = composeServices([subgraph]);
      expect(errors).toBeUndefined();
      expect(supergraphSdl).toContain("type Endpoint");
    }
  });
});

/** A graph that breaks every rule below. */
const ugly = buildSchema(`
  "Roots." type Query { "Rows." sims(first: Int): SimConnection  "No sentence" sim_by_id("Which." ID: ID!): SimECI }
  "Page." type SimConnection { "Rows." nodes: [SimECI]! }
  type SimECI { "Truth." active: Boolean  "Truth." isOld: Boolean  "State." state: state }
  "State." enum state { "On." on  OFF }
  "Filter." input SimFilter { old: Boolean  "Old." isOld: Boolean }
`);

describe("every part of the graph", () => {
  it("is looked at", () => {
    expect(ownTypes(graph).map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Query", "Endpoint", "EndpointBy"]),
    );
    const kinds = Object.groupBy(partsOf(graph), ({ kind }) => kind);
    expect(Object.keys(kinds).sort()).toEqual(["argument", "enum value", "field", "type"]);
    expect(partsOf(graph).length).toBeGreaterThan(500);
  });

  it("is described in sentences", () => {
    expect(undescribed(graph)).toEqual([]);
    expect(undescribed(ugly)).toEqual([
      "Query.sims(first:)",
      "Query.sim_by_id",
      "SimECI",
      "state.OFF",
      "SimFilter.old",
    ]);
  });

  it("is named by its kind, and a truth is named as a question", () => {
    // Adjectives of actions and errors that say what they are without a question.
    const ADJECTIVES =
      /\.(available|irreversible|asynchronous|retryable|safeToRetryWithSameKey|dryRun|allowDuplicate)$/;
    expect(misnamed(graph).filter((place) => !ADJECTIVES.test(place))).toEqual([]);
    expect(misnamed(ugly)).toEqual([
      "Query.sim_by_id",
      "Query.sim_by_id(ID:)",
      "SimECI",
      "SimECI.active",
      "state",
      "state.on",
      "SimFilter.old",
    ]);
  });

  it("has a word for what is not known, where carriers choose the words", () => {
    const OURS = {
      Action: "what this API can be asked to do",
      BarrableService: "an argument: what is asked for",
      BicsBulkEndpointState: "an argument: what is asked for",
      Capability: "what this API can do",
      Carrier: "the carriers of this API",
      CallbackKind: "how this API takes them",
      CallbackOutcome: "what this API has done",
      CircuitState: "what this API does",
      ConnectionType: "an argument: what is asked for",
      CutOffEndReason: "an argument: what is asked for",
      CutOffReason: "an argument: what is asked for",
      CreationStep: "how far this API has come",
      DataUnit: "an argument: what is asked for",
      ErrorCode: "the failures of this API",
      EventKind: "what this API tells of",
      Freshness: "how this API came by it",
      LeavingType: "an argument: what is asked for",
      OperationState: "how far this API has come",
      OrderedSimType: "an argument: what is asked for",
      PortInChange: "an argument: what is asked for",
      Settlement: "an argument: what is asked for",
      SourceState: "what this API has done",
      StockType: "an argument: what is asked for",
      UsageKind: "an argument: what is asked for",
      ZoneSource: "how this API knows a zone",
    };
    expect(closedEnums(graph).sort()).toEqual(Object.keys(OURS).sort());
    expect(closedEnums(ugly)).toEqual(["state"]);
  });

  it("that is a connection has rows, a place, a count and the state of its sources", () => {
    // What this API keeps itself has no carriers as sources, and is not counted.
    const isKeptHere = (place: string) => /^(Operation|Event|Callback)Connection\./.test(place);
    expect(incompleteConnections(graph).filter((place) => !isKeptHere(place))).toEqual([]);
    expect(incompleteConnections(ugly)).toEqual(
      ["edges", "nodes", "pageInfo", "totalCount", "sources"].map((name) => `SimConnection.${name}`),
    );
  });
});

const examples = readdirSync("examples")
  .filter((name) => name.endsWith(".graphql"))
  .map((name) => ({ name, document: parse(readFileSync(`examples/${name}`, "utf8")) }));

describe.each(examples)("examples/$name", ({ name, document }) => {
  const operations = document.definitions.filter((found) => found.kind === Kind.OPERATION_DEFINITION);

  it("is valid, and has one operation with a name", () => {
    expect(validate(graph, document)).toEqual([]);
    expect(operations.map((operation) => typeof operation.name?.value)).toEqual(["string"]);
  });

  it("has variables that fit, all of them and no others", () => {
    for (const operation of operations) {
      const given = variablesOf(name);
      expect(faultsOf(operation, given)).toEqual([]);
      expect(Object.keys(given).filter((variable) => !declaredIn(operation).includes(variable))).toEqual([]);
    }
  });

  it("has a typed document that says the same", () => {
    for (const operation of operations) {
      const documents: Readonly<Record<string, DocumentNode>> = generated;
      const typed = documents[`${operation.name?.value}Document`];
      expect(typed && print(typed)).toBe(print(document));
    }
  });
});

test("an example with wrong variables would be noticed", () => {
  const [operation] = parse(
    "query A($first: Int!, $ids: [ID!]) { endpoints(first: $first) { totalCount } }",
  ).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("no operation");
  expect(declaredIn(operation)).toEqual(["first", "ids"]);
  expect(faultsOf(operation, { first: 1 })).toEqual([]);
  expect(faultsOf(operation, {})).toHaveLength(1);
  expect(faultsOf(operation, { first: "many", ids: [null] })).toHaveLength(2);
});

function variablesOf(example: string): Record<string, unknown> {
  const sibling = example.replace(/graphql$/, "variables.json");
  if (!readdirSync("examples").includes(sibling)) return {};
  const variables: unknown = JSON.parse(readFileSync(`examples/${sibling}`, "utf8"));
  return Object.fromEntries(Object.entries(variables ?? {}));
}

const declaredIn = ({ variableDefinitions = [] }: OperationDefinitionNode): string[] =>
  variableDefinitions.map(({ variable }) => variable.name.value);

const faultsOf = ({ variableDefinitions = [] }: OperationDefinitionNode, given: Record<string, unknown>): string[] =>
  (getVariableValues(graph, variableDefinitions, given).errors ?? []).map(({ message }) => message);

describe("the typed documents", () => {
  it("are what the examples generate: else run `npm run codegen`", async () => {
    const program = "node_modules/@graphql-codegen/cli/esm/bin.js";
    await expect(promisify(execFile)(process.execPath, [program, "--check"])).resolves.toBeDefined();
  });

  it("know their variables", () => {
    type Variables = VariablesOf<typeof generated.EndpointsDocument>;
    expectTypeOf<Variables>().toEqualTypeOf<{ first: number; after?: string | null | undefined }>();
    // @ts-expect-error `first` is needed
    const none: Variables = {};
    // @ts-expect-error text is no number
    const text: Variables = { first: "10" };
    expect([none, text]).toHaveLength(2);
  });

  it("know their answers: enums as words, scalars as text, and what may be null", () => {
    type Row = ResultOf<typeof generated.EndpointsDocument>["endpoints"]["nodes"][number];
    expectTypeOf<Row["id"]>().toEqualTypeOf<string>();
    expectTypeOf<Row["state"]>().toEqualTypeOf<generated.LineState>();
    expectTypeOf<Row["iccid"]>().toEqualTypeOf<string | null>();
    expectTypeOf<Row>().not.toHaveProperty("imsi");
    expectTypeOf<"SUSPENDED">().toExtend<generated.LineState>();
    expectTypeOf<"ASLEEP">().not.toExtend<generated.LineState>();

    type Usage = NonNullable<NonNullable<ResultOf<typeof generated.UsageDocument>["endpoint"]>["usage"]>;
    type Day = NonNullable<Usage["data"]>["days"][number];
    expectTypeOf<Day["date"]>().toEqualTypeOf<string | null>();
    expectTypeOf<NonNullable<Day["uplink"]>["bytes"]>().toEqualTypeOf<string>();
  });
});
