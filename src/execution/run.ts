import {
  type ExecutionResult,
  type GraphQLError,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isNonNullType,
  locatedError,
  type OperationDefinitionNode,
  responsePathAsArray,
} from "graphql";
import { type Path, pathTo } from "./path.js";
import type { AnswerObject, PlannedField } from "./plan.js";

/** Values of variables, coerced. */
export type Variables = GraphQLResolveInfo["variableValues"];

/** One execution of one operation. */
export interface Run {
  readonly schema: GraphQLSchema;
  readonly fragments: GraphQLResolveInfo["fragments"];
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
  readonly context: unknown;
  readonly errors: CollectedErrors;
}

/** The errors of an answer, without those below what has become null already. */
export class CollectedErrors {
  readonly #nulled = new Set<Path>();
  readonly errors: GraphQLError[] = [];

  add(error: GraphQLError, path: Path): void {
    if (this.#isNulled(path)) return;
    this.#nulled.add(path);
    this.errors.push(error);
  }

  /** Data with all errors that it has come to. */
  answerWith(data: AnswerObject | null): ExecutionResult {
    return this.errors.length === 0 ? { data } : { errors: this.errors, data };
  }

  #isNulled(path: Path): boolean {
    if (this.errors.length === 0) return false;
    for (let at = path; at !== undefined; at = at.prev) {
      if (this.#nulled.has(at)) return true;
    }
    return this.#nulled.has(undefined);
  }
}

/** What stands in the place of a value that failed: null, unless it must not; then the failure goes up. */
export function failed(run: Run, field: PlannedField, type: GraphQLOutputType, thrown: unknown, path: Path): null {
  const error = locatedError(thrown, field.nodes, path && responsePathAsArray(path));
  if (isNonNullType(type)) throw error;
  run.errors.add(error, path);
  return null;
}

/** What graphql-js tells a resolver about the field. */
export const infoOf = (run: Run, field: PlannedField, above: Path): GraphQLResolveInfo => ({
  fieldName: field.definition.name,
  fieldNodes: field.nodes,
  returnType: field.definition.type,
  parentType: field.parent,
  path: pathTo(above, field),
  schema: run.schema,
  fragments: run.fragments,
  rootValue: undefined,
  operation: run.operation,
  variableValues: run.variables,
});
