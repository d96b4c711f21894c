import {
  type FieldNode,
  type GraphQLCompositeType,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { Context } from "../context.js";
import { Failure } from "../errors.js";
import { asksAny, type Fields, type Fragments } from "../resolvers/asked-fields.js";
import type { Ledger } from "./ledger.js";
import type { Objects } from "./objects.js";
import { type Below, free } from "./rule.js";
import { RULES } from "./rules.js";

/** A query that is walked instead of executed. */
export interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  /** As graphql-js has coerced them. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: Context;
  readonly ledger: Ledger;
}

const NOTHING: Below = { objects: [], ms: 0 };

/**
 * Notes what the fields selected of some objects cost. Objects of a type that only the carrier tells are walked as
 * each that they may be. Gives the longest time in milliseconds: fields beside each other are read beside each other.
 */
export function walk(
  of: Walk,
  set: SelectionSetNode,
  type: GraphQLCompositeType,
  objects: Objects,
  at: string,
): number {
  const { type: known, ...parent } = objects;
  const possible = isAbstractType(type) ? of.schema.getPossibleTypes(type) : [type];
  const times = possible
    .filter((one): one is GraphQLObjectType => isObjectType(one) && (known === undefined || known === one.name))
    .flatMap((one) => fieldsOf(of, set, one).map((node) => walkField(of, node, one, parent, at)));
  return Math.max(0, ...times);
}

function walkField(of: Walk, node: FieldNode, type: GraphQLObjectType, parent: Objects, at: string): number {
  const field = type.getFields()[node.name.value];
  if (field === undefined) return 0;
  const path = `${at}.${node.alias?.value ?? node.name.value}`;
  const rule = RULES[type.name]?.[node.name.value] ?? free;
  const { context, ledger, variables } = of;
  const isList = isListType(getNullableType(field.type));
  const asks = (fields: Fields) => asksAny(fields, { fieldNodes: [node], fragments: of.fragments });
  const below = unlessRefused(() =>
    rule({ parent, args: getArgumentValues(field, node, variables), path, isList, asks, context, ledger }),
  );
  const named = getNamedType(field.type);
  const { selectionSet } = node;
  if (selectionSet === undefined || !isCompositeType(named)) return below.ms;
  return below.ms + Math.max(0, ...below.objects.map((objects) => walk(of, selectionSet, named, objects, path)));
}

/** A field that would be refused costs nothing. */
function unlessRefused(rule: () => Below): Below {
  try {
    return rule();
  } catch (refusal) {
    if (refusal instanceof Failure) return NOTHING;
    throw refusal;
  }
}

/** The fields that are selected of objects of one type, those of fragments among them. */
function fieldsOf(of: Walk, { selections }: SelectionSetNode, type: GraphQLObjectType): readonly FieldNode[] {
  return selections.flatMap((node) => {
    if (!isIncluded(of, node)) return [];
    if (node.kind === Kind.FIELD) return [node];
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? of.fragments[node.name.value] : node;
    return fragment && fits(of, fragment.typeCondition?.name.value, type)
      ? fieldsOf(of, fragment.selectionSet, type)
      : [];
  });
}

function fits({ schema }: Walk, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && schema.isSubType(wanted, type);
}

function isIncluded({ variables }: Walk, node: SelectionNode): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;
}
