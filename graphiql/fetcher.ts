import type { GraphiQLProps } from "graphiql";
import { GraphQLError, getOperationAST, parse } from "graphql";
import { createClient } from "graphql-ws";

type Fetcher = GraphiQLProps["fetcher"];

/** Opens its socket with the first subscription and closes it with the last. */
const sockets = createClient({ url: new URL("/graphql/ws", location.href.replace(/^http/, "ws")).href });

/** Sends an operation to the graph that served this page: subscriptions over a socket, the others over HTTP. */
export const fetcher: Fetcher = (asked, options) => {
  const found = operationIn(asked.query, asked.operationName);
  const operation = { ...asked, operationName: found?.name?.value ?? asked.operationName ?? null };
  return found?.operation === "subscription" ? follow(operation) : post(operation, options?.headers);
};

/** The text is what stands in the editor; the name, and the document of the options, are those of a moment ago. */
function operationIn(query: string, name: string | null | undefined) {
  try {
    const document = parse(query);
    return getOperationAST(document, name) ?? getOperationAST(document);
  } catch {
    return null;
  }
}

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
