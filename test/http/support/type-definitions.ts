import { parse } from "graphql";

/** A small subgraph with everything in which executors may differ. */
export const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])
  directive @oneOf on INPUT_OBJECT

  scalar Even
  enum Colour { RED GREEN BROKEN }
  interface Thing { id: ID! name: String }
  type Card implements Thing @key(fields: "id") { id: ID! name: String colour: Colour owner: Person size: Int! even: Even }
  type Person implements Thing @key(fields: "id") { id: ID! name: String cards: [Card!] friend: Person }
  union Found = Card | Person

  input Filter { colour: Colour = RED min: Int!, tags: [String!], even: Even, nested: Filter }
  input By @oneOf { id: ID, name: String }

  type Query {
    card(id: ID!): Card
    cards(first: Int = 2): [Card]!
    strict: [Card!]
    strictest: [Card!]!
    thing(id: ID!): Thing
    things: [Thing]
    found: [Found!]
    echo(text: String, number: Int, flag: Boolean, list: [Int!], even: Even, colour: Colour, real: Float): String
    filtered(filter: Filter): String
    by(by: By!): String
    fails: String
    failsHard: String!
    failsWithCode: String
    failsWithStatus: String
    rejects: String
    throwsText: String
    returnsError: Int
    badColour: Colour
    badEven: Even
    even(value: Even!): Even
    noList: [Int]
    lateList: [Int]
    lateStrictList: [Int!]
    nothing: Card
    requiredNothing: Card!
    lazy: Person
    unknownThing: Thing
    misplacedThing: Thing
    sees(id: ID): String
    matrix: [[Int!]]
    hang: String
  }
  type Mutation { first: String! second: String }
`);
