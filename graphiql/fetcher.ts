import type { GraphiQLProps } from "graphiql";
import { GraphQLError, getOperationAST } from "graphql";
import { createClient } from "graphql-ws";

type Fetcher = GraphiQLProps["fetcher"];

/** Opens its socket with the first subscription and closes it with the last. */
const sockets = createClient({ url: new URL("/graphql/ws", location.href.replace(/^http/, "ws")).href });

/** Sends an operation to the graph that served this page: subscriptions over a socket, the others over HTTP. */
export const fetcher: Fetcher = (operation, options) => {
  const document = options?.documentAST;
  const kind = document && getOperationAST(document, operation.operationName)?.operation;
  return kind === "subscription" ? follow(operation) : post(operation, options?.headers);
};

/** Every answer as it comes, until the reader leaves. */
async function* follow(operation: Parameters<typeof sockets.iterate>[0]) {
  for await (const { data = null, errors = [] } of sockets.iterate(operation)) {
    const faults = errors.map(({ message, extensions = null }) => new GraphQLError(message, { extensions }));
    yield faults.length > 0 ? { data, errors: faults } : { data };
  }
}

/** Throws where the answer is not JSON. */
async function post(operation: object, headers: Record<string, string> | undefined) {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json, application/json",
      ...headers,
    },
    body: JSON.stringify(operation),
  });
  return response.json();
}
