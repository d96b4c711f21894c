import type { GraphqlRequest } from "./server.js";

const variables = (query: string, values: Readonly<Record<string, unknown>>): GraphqlRequest => ({
  query,
  variables: values,
});

const good: Record<string, GraphqlRequest> = {
  "a plain query": { query: "{ card(id: 1) { id name size colour owner { name } } }" },
  aliases: { query: '{ a: card(id: 1) { x: name y: name } b: card(id: 2) { name } none: card(id: "none") { id } }' },
  fragments: {
    query:
      "query { card(id: 1) { ...F owner { ...P } } } fragment F on Card { id ...G } fragment G on Thing { name } fragment P on Person { id }",
  },
  "a field merged from two places": {
    query: "{ card(id: 1) { owner { id } ...F } } fragment F on Card { owner { name } id }",
  },
  "inline fragments on an interface": {
    query: "{ things { __typename id ... on Card { size } ... on Person { cards { id } } } thing(id: 1) { name } }",
  },
  "inline fragments on a union": { query: "{ found { __typename ... on Thing { name } ... on Card { size } } }" },
  "lists with promises and errors in them": { query: "{ cards(first: null) { id } lateList things { id } }" },
  "nested lists": { query: "{ matrix }" },
  "variables with defaults": variables(
    'query ($t: String = "d", $n: Int = 3, $l: [Int!] = [1]) { echo(text: $t, number: $n, list: $l) }',
    { n: null },
  ),
  "variables that are not given": variables(
    "query ($t: String, $n: Int) { echo(text: $t, number: $n) cards(first: $n) { id } }",
    {},
  ),
  "a variable named like an inherited property": variables(
    "query ($toString: String, $constructor: Int) { echo(text: $toString, number: $constructor) }",
    {},
  ),
  "one value for a list": variables("query ($l: [Int!]) { echo(list: $l) }", { l: 4 }),
  "input objects with defaults": { query: "{ filtered(filter: { min: 1, nested: { min: 2, colour: GREEN } }) }" },
  "variables inside literals": variables(
    "query ($c: Colour, $t: [String!], $e: Even) { filtered(filter: { min: 1, colour: $c, tags: $t, even: $e }) }",
    { e: 4 },
  ),
  "input objects as variables": variables("query ($f: Filter) { filtered(filter: $f) }", {
    f: { min: 1, tags: "one", even: 2 },
  }),
  "a custom scalar as literal": { query: "{ even(value: 8) filtered(filter: { min: 1, even: 6 }) }" },
  "a custom scalar as variable": variables("query ($e: Even!) { even(value: $e) }", { e: 10 }),
  "a oneOf input": variables('query ($id: ID!) { by(by: { id: $id }) literal: by(by: { name: "n" }) }', { id: 7 }),
  "__typename everywhere": { query: "{ __typename card(id: 1) { __typename t: __typename owner { __typename } } }" },
  "what a resolver is told": { query: "{ sees aliased: sees(id: 1) }" },
  "lazy properties": { query: "{ lazy { id name friend { id name } cards { id } } }" },
  "names with underscores": { query: "{ a_b: card(id: 1) { name } a: card(id: 2) { b: owner { name } } }" },
  introspection: {
    query: '{ __schema { queryType { name } } __type(name: "Query") { fields { name args { name } } } }',
  },
  "_service and _entities": variables(
    "query ($r: [_Any!]!) { _service { sdl } _entities(representations: $r) { __typename ... on Card { name } ... on Person { id name } } }",
    {
      r: [
        { __typename: "Card", id: "c7" },
        { __typename: "Person", id: "p7" },
        { __typename: "Card", id: "none" },
      ],
    },
  ),
  "the named one of several operations": {
    query: 'query A { card(id: 1) { id } } query B { echo(text: "b") }',
    operationName: "B",
  },
  "a literal that looks like code": {
    query: '{ echo(text: "__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d0), number: (globalThis.broken = true") }',
  },
};

const conditions =
  "query ($a: Boolean!, $b: Boolean = true) { card(id: 1) { id @skip(if: $a) name @include(if: $b) ...F @include(if: $a) ...F @skip(if: $a) ... @include(if: false) { colour } } } fragment F on Card { size owner @include(if: $b) { name } }";
const conditional: Record<string, GraphqlRequest> = {
  "skip and include, both true": variables(conditions, { a: true }),
  "skip and include, both false": variables(conditions, { a: false, b: false }),
  "everything skipped": variables("query ($a: Boolean!) { card(id: 1) { id @skip(if: $a) } }", { a: true }),
  "a condition that is null": variables("query ($b: Boolean = true) { card(id: 1) { id @include(if: $b) } }", {
    b: null,
  }),
  "a condition that is missing": variables(conditions, {}),
};

const badVariables: Record<string, GraphqlRequest> = {
  "a missing variable": variables("query ($id: ID!) { card(id: $id) { id } }", {}),
  "a null variable": variables("query ($id: ID!) { card(id: $id) { id } }", { id: null }),
  "a variable of the wrong type": variables("query ($n: Int, $f: Boolean) { echo(number: $n, flag: $f) }", {
    n: "x",
    f: 1,
  }),
  "an integer that is too large": variables("query ($n: Int) { echo(number: $n) }", { n: 2 ** 40 }),
  "an unknown enum value": variables("query ($c: Colour) { echo(colour: $c) }", { c: "PINK" }),
  "an input object with faults": variables("query ($f: Filter) { filtered(filter: $f) }", {
    f: { tags: [1], other: 2 },
  }),
  "a oneOf input with two fields": variables("query ($b: By!) { by(by: $b) }", { b: { id: 1, name: "n" } }),
  "a oneOf input with null": variables("query ($b: By!) { by(by: $b) }", { b: { id: null } }),
  "a scalar that refuses a variable": variables("query ($e: Even!) { even(value: $e) }", { e: 3 }),
  "a null for a non-null argument with a nullable variable": variables("query ($e: Even = 2) { even(value: $e) }", {
    e: null,
  }),
};

const failing: Record<string, GraphqlRequest> = {
  "a resolver that throws": { query: '{ fails echo(text: "x") }' },
  "a resolver that throws with a code": { query: "{ failsWithCode }" },
  "a resolver that sets the status": { query: "{ failsWithStatus }" },
  "a resolver that rejects": { query: "{ rejects }" },
  "a resolver that throws no error": { query: "{ throwsText }" },
  "an error as value": { query: "{ returnsError }" },
  "a non-null root field that fails": { query: "{ echo failsHard }" },
  "a non-null root field without value": { query: "{ echo requiredNothing { id } }" },
  "null in a list of non-null": { query: "{ strict { id size } cards { size } }" },
  "null in a required list": { query: "{ strictest { id } }" },
  "a merged field that is null": { query: "{ strict { size ...S } } fragment S on Card { size }" },
  "a rejection in a list": { query: "{ lateStrictList }" },
  "a value that no enum has": { query: "{ badColour }" },
  "a scalar that cannot be serialised": { query: "{ badEven }" },
  "a list that is none": { query: "{ noList }" },
  "a value of unknown type": { query: "{ unknownThing { id } }" },
  "a value of a type that is no thing": { query: "{ misplacedThing { id } }" },
  "an entity of unknown type": variables("query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }", {
    r: [{ __typename: "Nobody" }],
  }),
  "several failures": { query: "{ fails failsWithCode badEven returnsError }" },
};

const refused: Record<string, GraphqlRequest> = {
  "a syntax error": { query: "{ card(id: 1) { id }" },
  "an unknown field": { query: "{ card(id: 1) { weight } }" },
  "a scalar that refuses a literal": { query: "{ even(value: 3) }" },
  "an unknown operation name": { query: "query A { __typename }", operationName: "B" },
  "several operations without a name": { query: "query A { __typename } query B { __typename }" },
  "only fragments": { query: "fragment F on Card { id }" },
  "an empty query": { query: "" },
};

/** Requests in which executors may differ, by what they show. */
export const CORPUS = { ...good, ...conditional, ...badVariables, ...failing, ...refused };
