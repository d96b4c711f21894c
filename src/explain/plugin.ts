import { type ApolloServerPlugin, type GraphQLRequestContext, type GraphQLResponse, HeaderMap } from "@apollo/server";
import { OperationTypeNode } from "graphql";
import type { Context } from "../context.js";
import { madeCalls } from "./made.js";
import { planOf } from "./plan.js";

export const EXPLAIN_HEADER = "x-explain";

/**
 * The header `x-explain` of a request: with `plan` a query is answered by the carrier calls that it may need, and none is
 * made; with `actual` its answer tells those that were made. Where it is not allowed, whatever asks for it is refused.
 */
export function explainPlugin(isAllowed: boolean): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async ({ request }) => {
      const wanted = request.http?.headers.get(EXPLAIN_HEADER);
      if (wanted === undefined) return;
      if (!isAllowed) return { responseForOperation: async () => refused(OFF) };
      if (wanted === "plan") return { responseForOperation: async (of) => planned(of) };
      if (wanted === "actual") return { willSendResponse: async (of) => tellMade(of) };
      return { responseForOperation: async () => refused(UNKNOWN) };
    },
  };
}

type Executable = GraphQLRequestContext<Context> &
  Required<Pick<GraphQLRequestContext<Context>, "operation" | "document">>;

function planned({ operation, document, schema, request, contextValue }: Executable): GraphQLResponse | null {
  if (operation.operation !== OperationTypeNode.QUERY) return refused(NO_QUERY);
  const plan = planOf({ schema, document, operation, variables: request.variables }, contextValue);
  return plan && answer({ data: null, extensions: { plan } });
}

function tellMade({ response: { body }, contextValue: { records } }: Answered): void {
  // A request that was refused has no data, and has asked nobody.
  if (body.kind !== "single" || body.singleResult.data === undefined || records === null) return;
  body.singleResult.extensions = { ...body.singleResult.extensions, calls: madeCalls(records) };
}

type Answered = Pick<GraphQLRequestContext<Context>, "contextValue"> & { readonly response: GraphQLResponse };

type Single = Extract<GraphQLResponse["body"], { kind: "single" }>["singleResult"];

const answer = (singleResult: Single): GraphQLResponse => ({
  http: { headers: new HeaderMap() },
  body: { kind: "single", singleResult },
});

interface Refusal {
  readonly code: "PERMISSION_DENIED" | "INVALID_ARGUMENT";
  readonly message: string;
  readonly hint: string;
}

const OFF: Refusal = {
  code: "PERMISSION_DENIED",
  message: `${EXPLAIN_HEADER}: this server does not tell of carrier calls.`,
  hint: "Its operator can allow it: EXPLAIN=on.",
};

const NO_QUERY: Refusal = {
  code: "INVALID_ARGUMENT",
  message: `${EXPLAIN_HEADER}: only queries are planned.`,
  hint: "Send a mutation with dryRun: true: it reads what the action is checked by, and writes nothing.",
};

const UNKNOWN: Refusal = {
  code: "INVALID_ARGUMENT",
  message: `${EXPLAIN_HEADER}: must be plan or actual.`,
  hint: "With plan nothing is executed; with actual the answer tells the calls that were made.",
};

const refused = ({ message, ...extensions }: Refusal): GraphQLResponse =>
  answer({ data: null, errors: [{ message, extensions }] });
