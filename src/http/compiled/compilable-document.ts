import {
  type DirectiveNode,
  type DocumentNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionNode,
  visit,
} from "graphql";
import { COERCED_VARIABLE } from "./compilable-schema.js";

/** Coerced variable values of one request, as graphql-js made them. */
export type Variables = Readonly<Record<string, unknown>>;

const INTROSPECTION = new Set(["__schema", "__type"]);
const NAMES_WITH_UNDERSCORE = new Set(["__typename", "_entities", "_service"]);

/**
 * Whether graphql-jit answers this operation as graphql-js does. Left to graphql-js:
 * - mutations: after a failed non-null field graphql-js runs no further one, graphql-jit would;
 * - introspection, which would show the copy of the schema that is made for compiling;
 * - underscores in response names: graphql-jit joins names with "_", and would mix up the fields `a_b` and `a { b }`.
 */
export function isCompilable(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  if (operation.operation !== OperationTypeNode.QUERY) return false;
  let compilable = true;
  visit(document, {
    Field(node) {
      const isSafeName = node.alias ? !node.alias.value.includes("_") : isSafeFieldName(node.name.value);
      if (!isSafeName || INTROSPECTION.has(node.name.value)) compilable = false;
    },
  });
  return compilable;
}

function isSafeFieldName(name: string): boolean {
  return !name.includes("_") || NAMES_WITH_UNDERSCORE.has(name);
}

/** Names of the variables that decide what is selected (`@skip(if: $a)`, `@include(if: $b)`). */
export function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(node) {
      if (!isCondition(node)) return;
      for (const argument of node.arguments ?? []) {
        if (argument.value.kind === Kind.VARIABLE) names.add(argument.value.name.value);
      }
    },
  });
  return [...names];
}

/**
 * The document as graphql-jit gets it: nothing that `@skip` and `@include` leave out (graphql-jit gets them wrong on
 * fragments), only this operation, and variables of a type that takes values as they are.
 */
export function compilableDocument(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): DocumentNode {
  const own = document.definitions.filter(
    (definition) => definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  const selected = (node: SelectionNode) => (isSelected(node, variables) ? undefined : null);
  return visit(
    { ...document, definitions: own },
    {
      Field: selected,
      InlineFragment: selected,
      FragmentSpread: selected,
      VariableDefinition: (node) => ({
        kind: Kind.VARIABLE_DEFINITION,
        variable: node.variable,
        type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: COERCED_VARIABLE } },
      }),
      Directive: (node) => (isCondition(node) ? null : undefined),
    },
  );
}

function isSelected(node: SelectionNode, variables: Variables): boolean {
  if (!node.directives?.length) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
  if (skip?.if === true) return false;
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
  return include?.if !== false;
}

function isCondition(node: DirectiveNode): boolean {
  return node.name.value === GraphQLSkipDirective.name || node.name.value === GraphQLIncludeDirective.name;
}
