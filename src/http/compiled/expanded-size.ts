import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/**
 * How many fields the code of an operation has: fragments are repeated where they are spread, selections on an
 * interface or union once for each possible type. Grows exponentially with nesting, so counting stops at `limit`.
 */
export function expandedSize(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  limit: number,
): number {
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const counter = new Counter(schema, fragments, limit);
  counter.addSelections(root, operation.selectionSet);
  return counter.count;
}

class Counter {
  count = 0;
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #limit: number;

  constructor(schema: GraphQLSchema, fragments: ReadonlyMap<string, FragmentDefinitionNode>, limit: number) {
    this.#schema = schema;
    this.#fragments = fragments;
    this.#limit = limit;
  }

  addSelections(type: GraphQLCompositeType, selections: SelectionSetNode): void {
    const concrete = isObjectType(type) ? [type] : this.#schema.getPossibleTypes(type);
    for (const object of concrete) this.#addConcrete(object, selections);
  }

  #addConcrete(type: GraphQLObjectType, { selections }: SelectionSetNode): void {
    for (const node of selections) {
      if (this.count >= this.#limit) return;
      this.count += 1;
      if (node.kind === Kind.FIELD) {
        const field = type.getFields()[node.name.value];
        const fieldType = field && getNamedType(field.type);
        if (node.selectionSet && isCompositeType(fieldType)) this.addSelections(fieldType, node.selectionSet);
        continue;
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(node.name.value) : node;
      if (fragment && this.#applies(fragment.typeCondition?.name.value, type)) {
        this.#addConcrete(type, fragment.selectionSet);
      }
    }
  }

  #applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const conditionType = this.#schema.getType(condition);
    return isAbstractType(conditionType) && this.#schema.isSubType(conditionType, type);
  }
}
