import type { ApolloServerPlugin, BaseContext, HTTPGraphQLRequest } from "@apollo/server";
import type { OperationDefinitionNode } from "graphql";

/**
 * How a GraphQL request ended: `ok`; `partial`, data with errors; `failed`, executed without any data; `refused`,
 * not executed (syntax, validation, variables, parameters).
 */
export type Outcome = "ok" | "partial" | "failed" | "refused";
export type OperationType = "query" | "mutation" | "subscription" | "none";

/** What may be logged and counted of a GraphQL request: never its text, its variables or its answer. */
export interface OperationFacts {
  readonly operationName: string | undefined;
  readonly operationType: OperationType;
  readonly outcome: Outcome;
  /** The parameters were good, the document or its variables were not. */
  readonly isDocumentRefused: boolean;
}

const MALFORMED: OperationFacts = {
  operationName: undefined,
  operationType: "none",
  outcome: "refused",
  isDocumentRefused: false,
};

/** Notes the facts of each request; `of` gives them once the request has been executed. */
export class OperationObserver {
  readonly #facts = new WeakMap<HTTPGraphQLRequest, OperationFacts>();

  of(request: HTTPGraphQLRequest): OperationFacts {
    return this.#facts.get(request) ?? MALFORMED;
  }

  plugin<C extends BaseContext>(): ApolloServerPlugin<C> {
    return {
      requestDidStart: async () => ({
        willSendResponse: async ({ request, response, operation, operationName, source }) => {
          if (!request.http || response.body.kind !== "single") return;
          const { data, errors } = response.body.singleResult;
          const outcome = outcomeOf(data, errors);
          this.#facts.set(request.http, {
            operationName: operationName ?? undefined,
            operationType: operation?.operation ?? "none",
            outcome,
            isDocumentRefused: outcome === "refused" && source !== undefined && response.http.status === 400,
          });
        },
      }),
    };
  }
}

/** The facts of an operation that was executed without errors. */
export const executedFacts = ({ name, operation }: OperationDefinitionNode): OperationFacts => ({
  operationName: name?.value,
  operationType: operation,
  outcome: "ok",
  isDocumentRefused: false,
});

function outcomeOf(data: unknown, errors: readonly unknown[] | undefined): Outcome {
  if (!errors?.length) return "ok";
  if (data === undefined) return "refused";
  return data === null ? "failed" : "partial";
}
