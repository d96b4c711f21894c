import type { GraphiQLProps } from "graphiql";

type Fetcher = GraphiQLProps["fetcher"];

/** Sends an operation to the graph that served this page. Throws where the answer is not JSON. */
export const fetcher: Fetcher = async (operation, options) => {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json, application/json",
      ...options?.headers,
    },
    body: JSON.stringify(operation),
  });
  return response.json();
};
