import {
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from "graphql";
import { collectFields } from "graphql/execution/collectFields.js";
import { executeFields, executeInTurn } from "./execute.js";
import { type AnswerObject, Selection } from "./plan.js";
import { isPromise } from "./promise.js";
import { CollectedErrors, type Run } from "./run.js";

/** As many faults of variables are told as graphql-js tells. */
const MAX_VARIABLE_ERRORS = 50;
/** `@skip` and `@include` give one selection for each combination of their variables: more are made anew each time. */
const MAX_VARIANTS = 8;

/**
 * One operation of one document, executed as graphql-js executes it, with the same answers and the same errors. What
 * graphql-js finds out for each value of each request is found out once: the fields that are selected, how each is read and how its
 * type is completed. The document must be valid.
 */
export class PlannedOperation {
  readonly #fragments: Record<string, FragmentDefinitionNode>;
  readonly #conditions: readonly string[];
  readonly #variants = new Map<string, Selection>();

  constructor(
    readonly schema: GraphQLSchema,
    document: DocumentNode,
    readonly operation: OperationDefinitionNode,
  ) {
    this.#fragments = fragmentsOf(document);
    this.#conditions = conditionVariables(document);
  }

  /** `input` holds the variables as they came. */
  execute(context: unknown, input: Readonly<Record<string, unknown>>): ExecutionResult | Promise<ExecutionResult> {
    const { schema, operation } = this;
    const definitions = operation.variableDefinitions ?? [];
    const variables = getVariableValues(schema, definitions, input, { maxErrors: MAX_VARIABLE_ERRORS });
    if (variables.errors) return { errors: variables.errors };
    const fragments = this.#fragments;
    const errors = new CollectedErrors();
    return this.#answer({ schema, fragments, operation, variables: variables.coerced, context, errors });
  }

  #answer(run: Run): ExecutionResult | Promise<ExecutionResult> {
    const without = (error: GraphQLError) => {
      run.errors.add(error, undefined);
      return run.errors.answerWith(null);
    };
    try {
      const data = this.#execute(run);
      return isPromise(data) ? data.then((late) => run.errors.answerWith(late), without) : run.errors.answerWith(data);
    } catch (thrown) {
      return without(thrown as GraphQLError);
    }
  }

  #execute(run: Run): AnswerObject | Promise<AnswerObject> {
    const selection = this.#selectionFor(run);
    const isMutation = this.operation.operation === OperationTypeNode.MUTATION;
    return isMutation ? executeInTurn(run, selection) : executeFields(run, selection, undefined, undefined);
  }

  #selectionFor(run: Run): Selection {
    const key = JSON.stringify(this.#conditions.map((name) => run.variables[name]));
    const known = this.#variants.get(key);
    if (known) return known;
    const selection = this.#select(run);
    if (this.#variants.size < MAX_VARIANTS) this.#variants.set(key, selection);
    return selection;
  }

  #select({ schema, fragments, variables, operation }: Run): Selection {
    const root = schema.getRootType(operation.operation);
    if (!root) {
      const message = `Schema is not configured to execute ${operation.operation} operation.`;
      throw new GraphQLError(message, { nodes: operation });
    }
    const nodes = collectFields(schema, fragments, variables, root, operation.selectionSet);
    return new Selection(schema, root, nodes);
  }
}

function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}

/** Names of the variables that decide what is selected: those in arguments of directives. */
function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ arguments: given = [] }) {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
