import type { BaseContext } from "@apollo/server";
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  locatedError,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import type { FormatError } from "./apollo.js";
import { limitAge } from "./freshness.js";
import { type QueryLimits, queryLimitsRule } from "./query-limits.js";

/** What a client sends over a socket or a stream. */
export interface StreamedRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

export interface StreamedParts {
  readonly schema: GraphQLSchema;
  readonly limits: QueryLimits;
  readonly formatError: FormatError | undefined;
}

/** Arguments that also tell how a context is made: each event gets its own, what one loaded is not what the next shows. */
interface StreamedArgs extends ExecutionArgs {
  readonly contextOf: () => BaseContext;
}

/** Executes outside Apollo, by the same limits and with the same errors. */
export class StreamedExecution {
  constructor(readonly parts: StreamedParts) {}

  /** Arguments of an execution, or the errors for which there is none. */
  prepare(request: StreamedRequest, contextOf: () => BaseContext): StreamedArgs | readonly GraphQLError[] {
    const { schema, limits } = this.parts;
    const { query, operationName, variables: variableValues } = request;
    try {
      const document = parse(query, { maxTokens: limits.tokens });
      const errors = validate(schema, document, [...specifiedRules, queryLimitsRule(limits)]);
      if (errors.length > 0) return errors;
      const operation = getOperationAST(document, operationName);
      if (!operation) return [new GraphQLError("There is no operation of this name.")];
      const contextValue = contextOf();
      limitAge(schema, operation, variableValues, contextValue);
      return { schema, document, operationName, variableValues, contextValue, contextOf };
    } catch (error) {
      return [error instanceof GraphQLError ? error : new GraphQLError("The query cannot be read.")];
    }
  }

  /** Executes to the end, or to a stream of answers. */
  run(request: StreamedRequest, contextOf: () => BaseContext): Promise<Streamed> | Streamed {
    const args = this.prepare(request, contextOf);
    if (!("document" in args)) return { errors: args };
    const isSubscription = getOperationAST(args.document, args.operationName)?.operation === "subscription";
    return isSubscription ? subscribeAnew(args) : execute(args);
  }

  formatted<Result extends { readonly errors?: readonly GraphQLError[] | undefined }>(result: Result): Result {
    return result.errors ? { ...result, errors: this.format(result.errors) } : result;
  }

  format(errors: readonly GraphQLError[]): readonly GraphQLError[] {
    return errors.map((error) => this.#formatOne(error));
  }

  #formatOne(error: GraphQLError): GraphQLError {
    const { nodes, source, positions, path } = error;
    const coded = codedAsApolloDoes(error);
    const { message, extensions } = this.parts.formatError?.(coded, error) ?? coded;
    return new GraphQLError(message, {
      nodes: nodes ?? null,
      source: source ?? null,
      positions: positions ?? null,
      path: path ?? null,
      extensions: extensions ?? null,
    });
  }
}

type Streamed = AsyncGenerator<ExecutionResult, void, void> | ExecutionResult;

/** Like `subscribe` of graphql-js, with a context of its own for every event. */
export async function subscribeAnew(args: ExecutionArgs): Promise<Streamed> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const contextOf =
    "contextOf" in args && typeof args.contextOf === "function" ? args.contextOf : () => args.contextValue;
  return eachExecuted(source, (rootValue) => execute({ ...args, rootValue, contextValue: contextOf() }));
}

/** Errors without a code are of resolvers when they have a path: the formatter masks what it does not know. */
function codedAsApolloDoes(error: GraphQLError): GraphQLFormattedError {
  const code = error.path ? "INTERNAL_SERVER_ERROR" : "GRAPHQL_VALIDATION_FAILED";
  return { ...error.toJSON(), extensions: { code, ...error.extensions } };
}

/** A source that fails ends with an answer that tells it as any other failure is told, and not with the bare error. */
const failedResult = (error: unknown): { readonly failed: ExecutionResult } => ({
  failed: { errors: [locatedError(error, undefined, [])] },
});

/** Hands each event to an execution. Leaving it leaves the source at once, also while that waits. */
function eachExecuted(
  source: AsyncIterable<unknown>,
  run: (event: unknown) => ExecutionResult | Promise<ExecutionResult>,
): AsyncGenerator<ExecutionResult, void, void> {
  const events = source[Symbol.asyncIterator]();
  const END = { done: true, value: undefined } as const;
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => {
      await events.return?.();
    },
    next: async () => {
      const next = await events.next().catch(failedResult);
      if ("failed" in next) return { done: false, value: next.failed };
      return next.done ? END : { done: false, value: await run(next.value) };
    },
    return: async () => {
      await events.return?.();
      return END;
    },
    throw: async (error) => {
      await events.return?.();
      throw error;
    },
  };
}
