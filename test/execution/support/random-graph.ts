import {
  buildSchema,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
} from "graphql";
import type { Random } from "./random.js";

export interface RandomContext {
  readonly chance: (position: string) => number;
}

const SDL = `
  interface Node { id: ID! name: String node: Node self: Leaf! }
  type Leaf implements Node { id: ID! name: String node: Node self: Leaf! count: Int! size(of: Int = 3): Int! nodes: [Node] }
  type Branch implements Node { id: ID! name: String node: Node self: Leaf! any: [Any] all: [[Branch]!] note: String! }
  union Any = Leaf | Branch
  type Query { leaf: Leaf mustLeaf: Leaf! node: Node mustNode: Node! any: [Any] numbers: [Int] count: Int! size(of: Int!): Int }
`;
/** Fields without resolver: properties of the object above them. */
const PROPERTIES = ["id", "name", "count", "note"];

interface Position {
  readonly prev: Position | undefined;
  readonly key: string | number;
}

const positionOf = (path: Position | undefined): string => (path ? `${positionOf(path.prev)}.${path.key}` : "");

/** A graph in which the position of a value decides what it is: there, null, wrong, failed, and when. */
export function randomGraph(failures: number): GraphQLSchema {
  const schema = buildSchema(SDL);
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    if (type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      if (type.name !== "Query" && PROPERTIES.includes(field.name)) continue;
      field.resolve = (_source, args, { chance }: RandomContext, info) => {
        const position = `${positionOf(info.path)}${JSON.stringify(args)}`;
        const make = () => valueAt(field.type, position, chance, failures);
        return chance(`${position} when`) < 0.5 ? make() : Promise.resolve().then(make);
      };
    }
  }
  for (const name of ["Node", "Any"]) {
    const type = schema.getType(name);
    if (isAbstractType(type)) type.resolveType = async ({ kind }: { kind: string }) => kind;
  }
  return schema;
}

function valueAt(
  type: GraphQLOutputType,
  position: string,
  chance: RandomContext["chance"],
  failures: number,
): unknown {
  const luck = chance(position);
  if (luck < failures / 2) throw new Error(`failed at ${position}`);
  if (luck < failures) return null;
  if (luck < failures * 1.2) return new Error(`an error at ${position}`);
  const named = getNullableType(type);
  if (isListType(named)) {
    return Array.from({ length: Math.floor(luck * 4) }, (_, index) => {
      const isThere = chance(`${position}[${index}] there`) > failures;
      return isThere ? quietly(() => valueAt(named.ofType, `${position}[${index}]`, chance, failures)) : null;
    });
  }
  if (!("getFields" in named) && !isAbstractType(named)) return Math.floor(luck * 100);
  const kind = isObjectType(named) ? named.name : luck < 0.6 ? "Leaf" : "Branch";
  const property = (name: string, value: unknown) => {
    const fate = chance(`${position} ${name}`);
    return fate < failures / 2 ? null : fate < failures ? {} : value;
  };
  return {
    kind,
    id: property("id", "i"),
    name: property("name", "n"),
    count: property("count", 1),
    note: property("note", "x"),
  };
}

function quietly(make: () => unknown): unknown {
  try {
    return make();
  } catch (error) {
    return error;
  }
}

const SELECTABLE: Readonly<Record<string, readonly string[]>> = {
  Query: ["leaf", "mustLeaf", "node", "mustNode", "any", "numbers", "count", "size(of: 1)"],
  Node: ["id", "name", "node", "self", "__typename"],
  Leaf: ["id", "name", "node", "self", "count", "size", "size(of: $v)", "nodes", "__typename"],
  Branch: ["id", "name", "node", "self", "any", "all", "note", "__typename"],
  Any: ["__typename"],
};
const BELOW: Readonly<Record<string, string>> = {
  leaf: "Leaf",
  mustLeaf: "Leaf",
  node: "Node",
  mustNode: "Node",
  self: "Leaf",
  nodes: "Node",
  any: "Any",
  all: "Branch",
};

/** A valid query with aliases, fragments and conditions; `$a` and `$b` decide what is selected, `$v` is an argument. */
export function randomQuery(random: Random): string {
  return `query ($a: Boolean!, $b: Boolean = true, $v: Int) { ${new QueryWriter(random).selections("Query", 3)} }`;
}

class QueryWriter {
  readonly #random: Random;
  #aliases = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  selections(type: string, depth: number): string {
    const length = 1 + this.#random.below(4);
    return Array.from({ length }, () => this.#selection(type, depth)).join(" ");
  }

  #selection(type: string, depth: number): string {
    const isFragment = type !== "Query" && this.#random.chance(0.2);
    return isFragment ? this.#fragment(type, depth) : this.#field(type, depth);
  }

  #fragment(type: string, depth: number): string {
    const isAbstract = type === "Node" || type === "Any";
    const on = this.#random.pick(isAbstract ? ["Leaf", "Branch", "Node"] : [type, "Node"]);
    return `... on ${on}${this.#condition()} { ${this.selections(on, depth)} }`;
  }

  #field(type: string, depth: number): string {
    const field = this.#random.pick(SELECTABLE[type] ?? []);
    const below = BELOW[field];
    if (below && depth === 0) return "__typename";
    const isAliased = below || field.includes("size") || this.#random.chance(0.3);
    this.#aliases += 1;
    const alias = isAliased ? `x${this.#aliases}: ` : "";
    return `${alias}${field}${this.#condition()}${below ? ` { ${this.selections(below, depth - 1)} }` : ""}`;
  }

  #condition(): string {
    if (!this.#random.chance(0.1)) return "";
    return ` @${this.#random.pick(["skip", "include"])}(if: $${this.#random.pick(["a", "b"])})`;
  }
}
