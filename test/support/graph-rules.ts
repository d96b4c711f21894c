import {
  type GraphQLEnumType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from "graphql";

/** One named part of the graph. */
export interface Part {
  /** Such as `Query`, `Query.endpoint`, `Query.endpoint(by:)`, `LineState.ACTIVE`. */
  readonly at: string;
  readonly kind: "type" | "field" | "argument" | "enum value";
  readonly name: string;
  readonly description: string | null;
  /** Whether it is a Boolean, or a list of them. */
  readonly isBoolean: boolean;
}

const MACHINERY = /^(?:__|_Any$|_Service$|_Entity$|federation__|link__)/;

/** Types of the graph's own; those of GraphQL and of federation are left out. */
export const ownTypes = (schema: GraphQLSchema): GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter((type) => !MACHINERY.test(type.name) && !isSpecifiedScalarType(type));

/** Everything of the graph that a reader meets by its name. */
export const partsOf = (schema: GraphQLSchema): Part[] =>
  ownTypes(schema).flatMap((type) => [typePart(type), ...inside(type)]);

const typePart = ({ name, description }: GraphQLNamedType): Part => ({
  at: name,
  kind: "type",
  name,
  description: description ?? null,
  isBoolean: false,
});

function inside(type: GraphQLNamedType): Part[] {
  if (isEnumType(type)) return type.getValues().map((value) => part(`${type.name}.${value.name}`, "enum value", value));
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => part(`${type.name}.${field.name}`, "field", field));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields()).filter(({ name }) => name !== "_entities" && name !== "_service");
  return fields.flatMap((field) => {
    const at = `${type.name}.${field.name}`;
    return [part(at, "field", field), ...field.args.map((arg) => part(`${at}(${arg.name}:)`, "argument", arg))];
  });
}

type Described = Pick<GraphQLNamedType, "name"> & {
  readonly description?: string | null | undefined;
  readonly type?: Parameters<typeof getNamedType>[0];
};

const part = (at: string, kind: Part["kind"], { name, description, type }: Described): Part => ({
  at,
  kind,
  name,
  description: description ?? null,
  isBoolean: getNamedType(type)?.name === "Boolean",
});

const places = (parts: readonly Part[]): string[] => parts.map(({ at }) => at);

/** TypeGraphQL has no place for their descriptions. */
const ROOTS = ["Query", "Mutation", "Subscription"];

const SENTENCES = /^[A-Z0-9`"+][\s\S]*[.)]$/;

/** Parts without a description of one or more sentences. */
export const undescribed = (schema: GraphQLSchema): string[] =>
  places(partsOf(schema).filter(({ at, description }) => !ROOTS.includes(at) && !SENTENCES.test(description ?? "")));

const STYLE: Readonly<Record<Part["kind"], RegExp>> = {
  type: /^[A-Z][A-Za-z0-9]*$/,
  field: /^[a-z][A-Za-z0-9]*$/,
  argument: /^[a-z][A-Za-z0-9]*$/,
  "enum value": /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/,
};

const ABBREVIATION = /[A-Z]{3,}/;
const QUESTION = /^(?:is|has|can)[A-Z]/;

/** Types in PascalCase, fields and arguments in camelCase, words of enums in UPPER_SNAKE, truths as questions. */
export const misnamed = (schema: GraphQLSchema): string[] =>
  places(
    partsOf(schema).filter(
      ({ kind, name, isBoolean }) =>
        !STYLE[kind].test(name) ||
        (kind !== "enum value" && ABBREVIATION.test(name)) ||
        (isBoolean && !QUESTION.test(name)),
    ),
  );

/** Enums without a word for what is not known. */
export const closedEnums = (schema: GraphQLSchema): string[] =>
  ownTypes(schema)
    .filter((type): type is GraphQLEnumType => isEnumType(type) && !type.getValue("UNKNOWN"))
    .map(({ name }) => name);

const CONNECTION: Readonly<Record<string, RegExp>> = {
  edges: /^\[\w+Edge!\]!$/,
  nodes: /^\[\w+!\]!$/,
  pageInfo: /^PageInfo!$/,
  totalCount: /^Int$/,
  sources: /^\[SourceStatus!\]!$/,
};

/** Fields that a connection should have and has not, or has with another type. */
export const incompleteConnections = (schema: GraphQLSchema): string[] =>
  ownTypes(schema).flatMap((type) => {
    if (!isObjectType(type) || !type.name.endsWith("Connection")) return [];
    const fields = type.getFields();
    return Object.entries(CONNECTION)
      .filter(([name, pattern]) => !pattern.test(String(fields[name]?.type)))
      .map(([name]) => `${type.name}.${name}`);
  });
