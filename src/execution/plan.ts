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
import { type Complete, completerOf, type IsPlain, plainTextsOf } from "./complete.js";
import { fullerOf, propertyReader, type Read, readerOf } from "./read.js";
import type { Run } from "./run.js";

export type AnswerObject = Record<string, unknown>;

/** What is selected of an object type, in the order of the answer. */
export class Selection {
  readonly fields: readonly PlannedField[];
  /** Finds the object that some of them are read from; null where all are read from the object at hand. */
  readonly findFuller: Manner["findFuller"];
  /** Those that are read from it, and all others. */
  readonly ofFuller: readonly PlannedField[];
  readonly atHand: readonly PlannedField[];
  /** Makes the objects of the answer. A constructor of its own lets the engine lay them out alike. */
  readonly Answer: new () => AnswerObject;

  constructor(schema: GraphQLSchema, type: GraphQLObjectType, nodes: ReadonlyMap<string, readonly FieldNode[]>) {
    this.fields = [...nodes].flatMap(([name, asked]) => {
      const definition = definitionOf(schema, type, asked[0]?.name.value ?? "");
      return definition ? [new PlannedField(name, type, definition, asked)] : [];
    });
    this.findFuller = this.fields.find(({ findFuller }) => findFuller !== null)?.findFuller ?? null;
    const isOfFuller = ({ findFuller }: PlannedField) => findFuller !== null && findFuller === this.findFuller;
    this.ofFuller = this.fields.filter(isOfFuller);
    this.atHand = this.fields.filter((field) => !isOfFuller(field));
    this.Answer = answerClass(this.fields);
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

/**
 * Their prototype is that of plain objects: the engine writes these as JSON in half the time that it needs for others. It
 * would take a field called `__proto__` for its own, so that objects with one inherit nothing.
 */
function answerClass(fields: readonly PlannedField[]): Selection["Answer"] {
  function Answer() {}
  const inheritsNothing = fields.some(({ name }) => name === "__proto__");
  Answer.prototype = inheritsNothing ? Object.create(null) : Object.prototype;
  return Answer as unknown as Selection["Answer"];
}

/** How a field of the schema is executed. */
interface Manner {
  readonly read: Read;
  readonly complete: Complete;
  /** Nothing is below it. */
  readonly isLeaf: boolean;
  /** Whether a text is answered as it stands. */
  readonly isPlain: IsPlain;
  /** Finds the object that has it; null where the object at hand has it. */
  readonly findFuller: ReturnType<typeof fullerOf>;
  /** Reads it from that object. */
  readonly readFuller: Read;
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
    isPlain: plainTextsOf(type),
    findFuller: fullerOf(definition),
    readFuller: propertyReader(definition.name),
  };
  MANNERS.set(definition, manner);
  return manner;
}

/** One response name of an object in the answer. */
export class PlannedField {
  readonly read: Read;
  readonly complete: Complete;
  readonly isLeaf: boolean;
  readonly isPlain: IsPlain;
  readonly findFuller: Manner["findFuller"];
  readonly readFuller: Read;
  #below: Map<GraphQLObjectType, Selection> | undefined;

  constructor(
    /** In the answer. */
    readonly name: string,
    readonly parent: GraphQLObjectType,
    readonly definition: GraphQLField<unknown, unknown>,
    /** Where the query asks for it. */
    readonly nodes: readonly FieldNode[],
  ) {
    const { read, complete, isLeaf, isPlain, findFuller, readFuller } = mannerOf(definition);
    this.read = read;
    this.complete = complete;
    this.isLeaf = isLeaf;
    this.isPlain = isPlain;
    this.findFuller = findFuller;
    this.readFuller = readFuller;
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
