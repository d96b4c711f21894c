import type { Protocol } from "../http/client.js";
import { authorization } from "./auth.js";
import type { NexconConfig } from "./config.js";
import { verdictBy } from "./failures.js";

/** How NexCon is called: a fixed key, and a content type with its charset. */
export function nexconProtocol({ apiKey }: NexconConfig): Protocol {
  const headers = { ...authorization(apiKey), "Content-Type": "application/json; charset=utf-8" };
  return {
    token: () => null,
    expire: () => {},
    headers: () => headers,
    judge: verdictBy(apiKey),
  };
}
