import { type FieldNode, type FragmentDefinitionNode, Kind, type SelectionNode } from "graphql";

/** Names of fields. */
export type Fields = Readonly<Record<string, true>>;

/** The fragments of a document by name. Nothing is inherited. */
export type Fragments = Readonly<Record<string, FragmentDefinitionNode | undefined>>;

/** Where a field is asked for, as `GraphQLResolveInfo` tells it. */
interface Asked {
  readonly fieldNodes: readonly FieldNode[];
  readonly fragments: Fragments;
}

/**
 * Whether any of some fields may be asked of what a field gives. Those on other types count, too, and those that are left
 * out by a directive: it decides what is read beforehand, and never what is answered.
 */
export function asksAny(fields: Fields, { fieldNodes, fragments }: Asked): boolean {
  const isOne = (node: SelectionNode): boolean => {
    if (node.kind === Kind.FIELD) return Object.hasOwn(fields, node.name.value);
    const set = node.kind === Kind.INLINE_FRAGMENT ? node : fragments[node.name.value];
    return set?.selectionSet.selections.some(isOne) ?? false;
  };
  return fieldNodes.some(({ selectionSet }) => selectionSet?.selections.some(isOne));
}
