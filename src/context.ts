import type { BaseContext } from "@apollo/server";
import type { Account, Accounts } from "./datasources/accounts.js";
import type { CallContext, EndpointQuery, LineNumber, Period } from "./datasources/carrier.js";
import type { Ids } from "./ids.js";
import { createLoaders } from "./loaders/index.js";
import type { Capability } from "./model/carrier.js";

export type { Account, Capability, EndpointQuery, LineNumber, Period };

/** What lives as long as the server. */
export interface Services {
  readonly accounts: Accounts;
  readonly ids: Ids;
}

/** Longest time a request may wait for carriers, all its calls together. */
const REQUEST_DEADLINE_MS = 60_000;

/** What a request knows: the accounts, its own loaders, and how long its calls may take. */
export function createContext({ accounts, ids }: Services, request: { requestId: string; signal: AbortSignal }) {
  const call: CallContext = { ...request, deadlineAt: Date.now() + REQUEST_DEADLINE_MS };
  return { accounts, ids, call, loaders: createLoaders(accounts, call) } satisfies BaseContext;
}

export type Context = ReturnType<typeof createContext>;
