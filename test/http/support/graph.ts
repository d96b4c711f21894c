import { buildSubgraphSchema } from "@apollo/subgraph";
import { GraphQLError, type GraphQLResolveInfo, GraphQLScalarType, type GraphQLSchema, Kind } from "graphql";
import type { RequestFacts } from "../../../src/http/request-facts.js";
import { typeDefs } from "./type-definitions.js";

export interface TestContext {
  readonly facts: RequestFacts;
  readonly hang: (facts: RequestFacts) => Promise<string>;
  readonly mutated: string[];
}

/** Refuses odd numbers in each direction, with an error of its own. */
const Even = new GraphQLScalarType<bigint, number>({
  name: "Even",
  serialize(value) {
    if (value === "broken") throw new GraphQLError("not serialisable", { extensions: { code: "ODD_OUT" } });
    return Number(value);
  },
  parseValue(value) {
    if (typeof value !== "number" || value % 2 !== 0) {
      throw new GraphQLError("not even", { extensions: { code: "ODD_IN" } });
    }
    return BigInt(value);
  },
  parseLiteral(node) {
    if (node.kind !== Kind.INT || Number(node.value) % 2 !== 0) throw new GraphQLError("literal not even");
    return BigInt(node.value);
  },
});

const owner = { __typename: "Person", id: "p1", name: "Ada" };
const card = (id: string, more: object = {}) => ({
  __typename: "Card",
  id,
  name: `card ${id}`,
  size: 3,
  owner,
  ...more,
});

function shown(_parent: unknown, args: object): string {
  return JSON.stringify(args, (_key, value) => (typeof value === "bigint" ? `${value}n` : value));
}

class Lazy {
  id = async () => "p9";
  name = Promise.resolve("Lazy");
  friend = () => ({ id: "p10", name: () => "Function" });
  cards = [Promise.resolve(card("c9"))];
}

const failing = {
  fails: () => {
    throw new Error("plain");
  },
  failsHard: async () => {
    throw new Error("hard");
  },
  failsWithCode: () => {
    throw new GraphQLError("coded", { extensions: { code: "CARRIER_DOWN", retryAfterMs: 5 } });
  },
  failsWithStatus: () => {
    throw new GraphQLError("teapot", {
      extensions: { code: "TEA", http: { status: 418, headers: new Map([["x-tea", "y"]]) } },
    });
  },
  rejects: () => Promise.reject(new GraphQLError("rejected", { extensions: { code: "LATER" } })),
  throwsText: () => Promise.reject("only text"),
  returnsError: () => new Error("as value"),
};

const queries = {
  ...failing,
  card: (_: unknown, { id }: { id: string }) => (id === "none" ? null : card(id)),
  cards: async (_: unknown, { first }: { first: number | null }) =>
    [card("c1"), card("c2"), new Error("third card")].slice(0, first ?? 3),
  strict: () => [card("c1"), card("c2", { size: null }), card("c3", { size: null })],
  strictest: async () => [card("c1"), null],
  thing: (_: unknown, { id }: { id: string }) => (id.startsWith("p") ? owner : card(id)),
  things: async () => [card("c1"), Promise.resolve(owner), null],
  found: () => [owner, card("c2")],
  echo: shown,
  filtered: shown,
  by: shown,
  badColour: () => "BLUE",
  badEven: () => "broken",
  even: (_: unknown, { value }: { value: bigint }) => value,
  noList: () => 5,
  lateList: () => [new Promise((done) => setTimeout(done, 5, 1)), Promise.reject(new Error("second")), 3],
  lateStrictList: () => [1, Promise.reject(new Error("second")), 3],
  nothing: () => undefined,
  requiredNothing: async () => null,
  lazy: () => new Lazy(),
  unknownThing: () => ({ __typename: "Nobody", id: "x" }),
  misplacedThing: () => ({ __typename: "Query", id: "x" }),
  sees: (_: unknown, __: unknown, ___: unknown, info: GraphQLResolveInfo) =>
    [
      info.parentType,
      info.returnType,
      info.fieldName,
      info.path.key,
      info.schema.getType("Query") === info.parentType,
    ].join(),
  matrix: () => [[1, 2], null, [3, null]],
  hang: (_: unknown, __: unknown, { hang, facts }: TestContext) => hang(facts),
};

const mutations = {
  first: (_: unknown, __: unknown, { mutated }: TestContext) => {
    mutated.push("first");
    throw new Error("first failed");
  },
  second: (_: unknown, __: unknown, { mutated }: TestContext) => {
    mutated.push("second");
    return "done";
  },
};

export function testSchema(): GraphQLSchema {
  return buildSubgraphSchema([
    {
      typeDefs,
      resolvers: {
        Even,
        Thing: { __resolveType: async ({ __typename }: { __typename: string }) => __typename },
        Card: { __resolveReference: ({ id }: { id: string }) => (id === "none" ? null : card(id)) },
        Person: {
          __isTypeOf: async (value: object) => value instanceof Lazy || "name" in value,
          __resolveReference: async ({ id }: { id: string }) => ({ ...owner, id }),
        },
        Query: queries,
        Mutation: mutations,
      },
    },
  ]);
}
