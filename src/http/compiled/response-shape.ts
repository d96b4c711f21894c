import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  type SelectionSetNode,
} from "graphql";

export type Path = readonly (string | number)[];

/** One response name of an answer: its field, and what is selected below it, in the order of the answer. */
export interface Shape {
  readonly type: GraphQLOutputType | undefined;
  readonly nodes: FieldNode[];
  readonly children: Map<string, Shape>;
}

/** The shape of every answer to the only operation of `document`. */
export function responseShape(schema: GraphQLSchema, document: DocumentNode): Shape {
  const shape: Shape = { type: undefined, nodes: [], children: new Map() };
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const root = schema.getRootType(definition.operation);
    if (root) addSelections({ schema, fragments }, shape, root, definition.selectionSet);
  }
  return shape;
}

interface Scope {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

function addSelections(scope: Scope, shape: Shape, type: GraphQLCompositeType, set: SelectionSetNode): void {
  for (const node of set.selections) {
    if (node.kind === Kind.FIELD) {
      addField(scope, shape, type, node);
      continue;
    }
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? scope.fragments.get(node.name.value) : node;
    if (fragment === undefined) continue;
    const condition = scope.schema.getType(fragment.typeCondition?.name.value ?? type.name);
    // On an object type a fragment on its interface selects fields of the object type.
    const narrowed = isCompositeType(condition) && !isObjectType(type) ? condition : type;
    addSelections(scope, shape, narrowed, fragment.selectionSet);
  }
}

function addField(scope: Scope, shape: Shape, type: GraphQLCompositeType, node: FieldNode): void {
  const name = node.alias?.value ?? node.name.value;
  const field = isUnionType(type) ? undefined : type.getFields()[node.name.value];
  const child: Shape = shape.children.get(name) ?? { type: field?.type, nodes: [], children: new Map() };
  shape.children.set(name, child);
  child.nodes.push(node);
  const named = field && getNamedType(field.type);
  if (node.selectionSet && isCompositeType(named)) addSelections(scope, child, named, node.selectionSet);
}

/** The position that becomes null when the value at `path` fails: the nearest one, upwards, that may be null. */
export function nulledBy(shape: Shape, path: Path): Path {
  let nullable = 0;
  let at: Shape | undefined = shape;
  let type: GraphQLOutputType | undefined;
  for (const [index, key] of path.entries()) {
    if (typeof key === "string") {
      at = at?.children.get(key);
      type = at?.type;
    } else {
      const list: GraphQLOutputType | undefined = type && getNullableType(type);
      type = isListType(list) ? list.ofType : undefined;
    }
    if (!isNonNullType(type)) nullable = index + 1;
  }
  return path.slice(0, nullable);
}

/** Orders paths as their values stand in the answer. */
export function compareInShape(shape: Shape, a: Path, b: Path): number {
  let at: Shape | undefined = shape;
  for (const [index, key] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (typeof key === "number" && typeof other === "number") {
      if (key !== other) return key - other;
    } else if (key !== other) {
      const names: string[] = [...(at?.children.keys() ?? [])];
      return names.indexOf(String(key)) - names.indexOf(String(other));
    } else {
      at = at?.children.get(String(key));
    }
  }
  return a.length - b.length;
}
