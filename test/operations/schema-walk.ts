import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from "graphql";

/** Arguments by the place of their field, such as `Query.endpoint`: each text is one way of asking it. */
export type Arguments = Readonly<Record<string, readonly string[]>>;

/** A way from the root to a type: what is selected there is put in. */
interface Way {
  readonly type: GraphQLObjectType;
  readonly around: (selection: string) => string;
  readonly depth: number;
}

/** Says which types an answer really had. */
export type Ask = (query: string) => Promise<ReadonlySet<string>>;

const MOST_DEPTH = 6;
const MOST_TRIES = 8;

/**
 * Asks for every field of every type that can be reached from the query root: objects by their type alone, and then on by
 * whatever way leads to an object that is there. Answers with the types of which there was one.
 */
export async function walk(schema: GraphQLSchema, given: Arguments, ask: Ask): Promise<ReadonlySet<string>> {
  const root = schema.getQueryType();
  if (!root) throw new Error("there is no query");
  const seen = new Set<string>();
  const tries = new Map<string, number>();
  const ways: Way[] = [{ type: root, around: (selection) => `{ ${selection} }`, depth: 0 }];
  for (let way = ways.shift(); way; way = ways.shift()) {
    const { type } = way;
    const tried = tries.get(type.name) ?? 0;
    if (seen.has(type.name) || tried >= MOST_TRIES) continue;
    tries.set(type.name, tried + 1);
    if (!(await isThere(way, given, ask))) continue;
    seen.add(type.name);
    if (way.depth < MOST_DEPTH) ways.push(...onward(schema, way, given));
  }
  return seen;
}

/** Asks for all fields of a type, whether an object of it is there or not. */
async function isThere({ type, around }: Way, given: Arguments, ask: Ask): Promise<boolean> {
  let isSeen = false;
  for (const selection of selectionsOf(type, given)) isSeen = (await ask(around(selection))).has(type.name) || isSeen;
  return isSeen;
}

/** Selections that together name each field of a type once, or once for each way of asking it. */
function selectionsOf(type: GraphQLObjectType, given: Arguments): readonly string[] {
  const asked = Object.values(type.getFields()).map((field) => waysToAsk(type, field, given));
  const most = Math.max(...asked.map((ways) => ways.length));
  return Array.from({ length: most }, (_, turn) =>
    ["__typename", ...asked.flatMap((ways) => ways[turn] ?? [])].join(" "),
  );
}

function waysToAsk(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  given: Arguments,
): readonly string[] {
  const inner = isLeafType(getNamedType(field.type)) ? "" : " { __typename }";
  return argumentsOf(type, field, given).map((args) => `${field.name}${args}${inner}`);
}

function argumentsOf(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  given: Arguments,
): readonly string[] {
  const known = given[`${type.name}.${field.name}`];
  if (known) return known.map((args) => `(${args})`);
  const needed = field.args.filter(isRequiredArgument).map((arg) => `${arg.name}: ${anyOf(arg.type)}`);
  return [needed.length === 0 ? "" : `(${needed.join(", ")})`];
}

/** A value of a type, whichever. */
function anyOf(type: GraphQLInputType): string {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return `[${anyOf(nullable.ofType)}]`;
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name ?? "null";
  if (!isInputObjectType(nullable)) return SCALARS[nullable.name] ?? '"1"';
  const all = Object.values(nullable.getFields());
  const needed = nullable.isOneOf ? all.slice(0, 1) : all.filter((field) => isRequiredArgument(field));
  return `{ ${needed.map((field) => `${field.name}: ${anyOf(field.type)}`).join(", ")} }`;
}

const SCALARS: Readonly<Record<string, string>> = { Int: "1", Boolean: "true", Date: '"2026-01-02"' };

function onward(schema: GraphQLSchema, { type, around, depth }: Way, given: Arguments): readonly Way[] {
  return Object.values(type.getFields()).flatMap((field) =>
    concreteOf(schema, getNamedType(field.type)).flatMap((to) =>
      argumentsOf(type, field, given).map((args) => ({
        type: to,
        depth: depth + 1,
        around: (selection: string) => around(`${field.name}${args} { __typename ... on ${to.name} { ${selection} } }`),
      })),
    ),
  );
}

function concreteOf(schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}
