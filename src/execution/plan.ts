import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNullableType,
  isLeafType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from "graphql";
import { collectSubfields } from "graphql/execution/collectFields.js";
import { type Complete, completerOf } from "./complete.js";
import { type Read, readerOf } from "./read.js";
import type { Run } from "./run.js";

export type AnswerObject = Record<string, unknown>;

/** What is selected of an object type, in the order of the answer. */
export class Selection {
  readonly fields: readonly PlannedField[];
  /** Makes the objects of the answer. A constructor of its own lets the engine lay them out alike. */
  readonly Answer: new () => AnswerObject;

  constructor(schema: GraphQLSchema, type: GraphQLObjectType, nodes: ReadonlyMap<string, readonly FieldNode[]>) {
    this.fields = [...nodes].flatMap(([name, asked]) => {
      const definition = definitionOf(schema, type, asked[0]?.name.value ?? "");
      return definition ? [new PlannedField(name, type, definition, asked)] : [];
    });
    this.Answer = answerClass();
  }
}

const META: Readonly<Record<string, GraphQLField<unknown, unknown>>> = {
  __schema: SchemaMetaFieldDef,
  __type: TypeMetaFieldDef,
};

function definitionOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  return (type === schema.getQueryType() ? META[name] : undefined) ?? type.getFields()[name];
}

/** Without a prototype to inherit from: a field may be called `__proto__` in an answer. */
function answerClass(): Selection["Answer"] {
  const Answer = class {};
  Object.setPrototypeOf(Answer.prototype, null);
  return Answer as Selection["Answer"];
}

/** How a field of the schema is executed. */
interface Manner {
  readonly read: Read;
  readonly complete: Complete;
  /** Nothing is below it. */
  readonly isLeaf: boolean;
}

/** Found out once for each field of the schema. */
const MANNERS = new WeakMap<GraphQLField<unknown, unknown>, Manner>();

function mannerOf(definition: GraphQLField<unknown, unknown>): Manner {
  const known = MANNERS.get(definition);
  if (known) return known;
  const { type } = definition;
  const manner = {
    read: readerOf(definition),
    complete: completerOf(type),
    isLeaf: isLeafType(getNullableType(type)),
  };
  MANNERS.set(definition, manner);
  return manner;
}

/** One response name of an object in the answer. */
export class PlannedField {
  readonly read: Read;
  readonly complete: Complete;
  readonly isLeaf: boolean;
  #below: Map<GraphQLObjectType, Selection> | undefined;

  constructor(
    /** In the answer. */
    readonly name: string,
    readonly parent: GraphQLObjectType,
    readonly definition: GraphQLField<unknown, unknown>,
    /** Where the query asks for it. */
    readonly nodes: readonly FieldNode[],
  ) {
    const { read, complete, isLeaf } = mannerOf(definition);
    this.read = read;
    this.complete = complete;
    this.isLeaf = isLeaf;
  }

  /** What is selected of a value that turns out to be of this type. */
  selectionOn(type: GraphQLObjectType, { schema, fragments, variables }: Run): Selection {
    const known = this.#below?.get(type);
    if (known) return known;
    const selection = new Selection(schema, type, collectSubfields(schema, fragments, variables, type, this.nodes));
    this.#below ??= new Map();
    this.#below.set(type, selection);
    return selection;
  }
}
