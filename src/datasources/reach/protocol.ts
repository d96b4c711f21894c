import type { Protocol } from "../http/client.js";
import type { RetryPolicy } from "../http/retry.js";
import { authorization } from "./auth.js";
import type { ReachConfig } from "./config.js";
import { verdictBy } from "./failures.js";
import { masked } from "./secrecy.js";

/**
 * 2.4: 1, 2, 4 seconds and so on up to 60, never less; after five refusals in a row nothing more. The limit is one of
 * the API key, so that all calls wait together. Outages (5) are waited for in the same way, 500 excepted.
 */
export const RETRY: RetryPolicy = { attempts: 3, firstMs: 1_000, maxMs: 60_000, spread: [1, 1.25], restAfter: 5 };

/** How Reach is called: two fixed headers, and a content type where there is a body. */
export function reachProtocol({ jwt, apiKey }: ReachConfig): Protocol {
  const headers = authorization({ jwt, apiKey });
  const judge = verdictBy([jwt, apiKey]);
  const headersWithBody = { ...headers, "Content-Type": "application/json" };
  return {
    token: () => null,
    expire: () => {},
    headers: ({ body }) => (body === undefined ? headers : headersWithBody),
    judge: (reply, operation, request) => masked(judge(reply, operation), request),
  };
}
