import type { Protocol } from "../http/client.js";
import { authorization } from "./auth.js";
import type { ReachConfig } from "./config.js";
import { verdictBy } from "./failures.js";

/** How Reach is called: two fixed headers, and a content type where there is a body. */
export function reachProtocol({ jwt, apiKey }: ReachConfig): Protocol {
  const headers = authorization({ jwt, apiKey });
  const headersWithBody = { ...headers, "Content-Type": "application/json" };
  return {
    token: async () => null,
    expire: () => {},
    headers: ({ body }) => (body === undefined ? headers : headersWithBody),
    judge: verdictBy([jwt, apiKey]),
  };
}
