import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from "graphql";
import { type CompilerOptions, compileQuery, isCompiledQuery } from "graphql-jit";
import { compilableDocument, conditionVariables, isCompilable, type Variables } from "./compilable-document.js";
import { compilableSchema } from "./compilable-schema.js";
import { expandedSize } from "./expanded-size.js";
import { failedResult, gaveUp } from "./field-errors.js";
import { leafSerializers } from "./leaf-serializers.js";
import { responseShape } from "./response-shape.js";

/** Code grows with the fields of a query, compiling takes time: above this it does not pay. */
const MAX_COMPILED_FIELDS = 2_000;
/** `@skip` and `@include` give one piece of code for each combination of their variables. */
const MAX_VARIANTS = 8;
/** Compiling costs as much as several executions: a document that is seen once is not compiled. */
const RUNS_BEFORE_COMPILING = 1;

/** Code of one variant: the answer, or undefined when graphql-js must give it. */
type CompiledCode = (context: unknown, variables: Variables) => Promise<ExecutionResult | undefined>;

/** The two faces of one schema: what clients see, and the copy that graphql-jit compiles against. */
export interface SchemaPair {
  readonly schema: GraphQLSchema;
  readonly compilable: GraphQLSchema;
  readonly options: Partial<CompilerOptions>;
}

export function schemaPair(schema: GraphQLSchema): SchemaPair {
  return {
    schema,
    compilable: compilableSchema(schema),
    options: {
      customSerializers: leafSerializers(schema),
      disablingCapturingStackErrors: true,
    },
  };
}

/** One operation of one document: answered by graphql-js at first, by compiled code once it has come again. */
export class CompiledOperation {
  readonly #pair: SchemaPair;
  readonly #document: DocumentNode;
  readonly #operation: OperationDefinitionNode;
  readonly #conditions: readonly string[];
  readonly #variants = new Map<string, CompiledCode>();
  #compilable: boolean;
  #runs = 0;

  constructor(pair: SchemaPair, document: DocumentNode, operation: OperationDefinitionNode) {
    this.#pair = pair;
    this.#document = document;
    this.#operation = operation;
    this.#conditions = conditionVariables(document);
    this.#compilable =
      isCompilable(document, operation) &&
      expandedSize(pair.schema, document, operation, MAX_COMPILED_FIELDS) < MAX_COMPILED_FIELDS;
  }

  /** The answer of compiled code; undefined when graphql-js has to give it. */
  async execute(context: unknown, input: Variables): Promise<ExecutionResult | undefined> {
    this.#runs += 1;
    if (!this.#compilable || this.#runs <= RUNS_BEFORE_COMPILING) return undefined;
    const definitions = this.#operation.variableDefinitions ?? [];
    const { errors, coerced } = getVariableValues(this.#pair.schema, definitions, input, { maxErrors: 50 });
    if (errors) return { errors };
    const code = this.#variant(coerced);
    const result = await code?.(context, coerced);
    if (code && !result) this.#compilable = false;
    return result;
  }

  #variant(variables: Variables): CompiledCode | undefined {
    const conditions = this.#conditions.map((name) => variables[name]);
    if (conditions.some((value) => typeof value !== "boolean")) return undefined;
    const key = conditions.join();
    const known = this.#variants.get(key);
    if (known || this.#variants.size >= MAX_VARIANTS) return known;
    const code = compile(this.#pair, this.#operation, compilableDocument(this.#document, this.#operation, variables));
    if (code) this.#variants.set(key, code);
    else this.#compilable = false;
    return code;
  }
}

function compile(
  pair: SchemaPair,
  operation: OperationDefinitionNode,
  document: DocumentNode,
): CompiledCode | undefined {
  const compiled = compileQuery(pair.compilable, document, undefined, {
    ...pair.options,
    resolverInfoEnricher: ({ fieldName, parentType }) => ({
      ...infoOf(pair.schema, parentType.name, fieldName),
      operation,
    }),
  });
  if (!isCompiledQuery(compiled)) return undefined;
  return async (context, variables) => {
    const result = await answerOf(() => compiled.query(undefined, context, withoutPrototype(variables)));
    if (!result?.errors) return result;
    if (gaveUp(result.errors)) return undefined;
    return failedResult(result.errors, result.data, responseShape(pair.schema, document));
  };
}

/** An exception that leaves compiled code (a getter that throws, say) is for graphql-js to report. */
async function answerOf(run: () => ExecutionResult | Promise<ExecutionResult>): Promise<ExecutionResult | undefined> {
  try {
    return await run();
  } catch {
    return undefined;
  }
}

/** graphql-jit reads variables without asking whether they are inherited: one may be named `toString`. */
function withoutPrototype(variables: Variables): Variables {
  return Object.assign(Object.create(null), variables);
}

/** What a resolver sees in `info` is the schema of the server, not the copy. */
function infoOf(schema: GraphQLSchema, parentName: string, fieldName: string): object {
  const parentType = schema.getType(parentName);
  if (!parentType || !("getFields" in parentType)) return { schema };
  return { schema, parentType, returnType: parentType.getFields()[fieldName]?.type };
}
