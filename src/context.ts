import type { BaseContext } from "@apollo/server";
import type { Account, Accounts } from "./datasources/accounts.js";
import type {
  AgeLimit,
  CallContext,
  CallRecord,
  CataloguePart,
  EndpointQuery,
  LineNumber,
  PageRequest,
  Period,
} from "./datasources/carrier.js";
import type { Order, OrderOf } from "./datasources/port/order.js";
import type { PortInChange, SimChoice, SubscriberChange } from "./datasources/port/subscribers.js";
import type { Ids } from "./ids.js";
import { createLoaders } from "./loaders/index.js";
import { Origins } from "./loaders/origins.js";
import type { Capability } from "./model/carrier.js";
import type { Subscriber } from "./model/subscriber.js";
import type { Asked, Engine } from "./operations/engine.js";
import type { EventFilter as EventQuery } from "./operations/events.js";
import type { CallbackFilter as CallbackQuery } from "./operations/inbox-rows.js";
import type { KeptInbox } from "./operations/kept-inbox.js";
import type { KnownSubscribers } from "./operations/known-subscribers.js";

export type {
  Account,
  Asked,
  CallbackQuery,
  CallContext,
  Capability,
  CataloguePart,
  EndpointQuery,
  EventQuery,
  LineNumber,
  Order,
  OrderOf,
  PageRequest,
  Period,
  PortInChange,
  SimChoice,
  SubscriberChange,
};

/** What lives as long as the server. */
export interface Services {
  readonly accounts: Accounts;
  readonly ids: Ids;
  /** Opened beside start-up: reads never wait for it. Throws STORE_UNAVAILABLE when it is not open in time. */
  operations(): Promise<Engine>;
  /** What has come from carriers, by the same rule. */
  inbox(): Promise<KeptInbox>;
  /** The subscribers that this installation has met, by the same rule. */
  known(): Promise<KnownSubscribers>;
  /** Keeps that a subscriber was met; nobody waits for it. */
  met(subscriber: Subscriber): void;
  /** Longest time a request may wait for carriers, all its calls together; a minute unless told. */
  readonly requestMs?: number | undefined;
}

const REQUEST_MS = 60_000;

interface RequestOf {
  readonly requestId: string;
  readonly signal: AbortSignal;
  /** Idempotency keys are each caller's own. */
  readonly caller: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

type Limited = CallContext & { ageLimit: AgeLimit | null };

/** What a request knows: the accounts, its own loaders, and how long its calls may take. */
export function createContext(services: Services, request: RequestOf) {
  const { accounts, ids, operations, inbox, known, met, requestMs = REQUEST_MS } = services;
  const { requestId, signal, headers, caller } = request;
  const records: CallRecord[] | null = headers["x-explain"] === "actual" ? [] : null;
  const call: Limited = {
    requestId,
    signal,
    deadlineAt: Date.now() + requestMs,
    caller,
    ageLimit: null,
    ...(records && { observe: (record: CallRecord) => void records.push(record) }),
  };
  const origins = new Origins();
  return {
    accounts,
    ids,
    origins,
    operations,
    inbox,
    known,
    call,
    requestMs,
    /** The calls that were made, where the caller wants to be told; else null. */
    records,
    /** How old answers may be is known only when the operation is. */
    limitAge: (limit: AgeLimit) => {
      call.ageLimit = limit;
    },
    caller,
    loaders: createLoaders({ accounts, call, origins, met, operations }),
  } satisfies BaseContext;
}

export type Context = ReturnType<typeof createContext>;
