import { setTimeout as sleep } from "node:timers/promises";
import type { Accounts } from "../datasources/accounts.js";
import type { Writes } from "../datasources/carrier.js";
import { LIFECYCLE_ACTIONS } from "../lifecycle/actions.js";
import type { Logger } from "../log.js";
import type { Callback, CallbackResult, Message } from "../model/callback.js";
import type { Subscriber } from "../model/subscriber.js";
import { holdDirectory } from "../store/directory.js";
import type { Store } from "../store/sql.js";
import { cleaningDue, looksDue, operationsDue } from "./chores.js";
import { Engine } from "./engine.js";
import { EventFeed } from "./events.js";
import { receive } from "./inbox.js";
import { KeptInbox } from "./kept-inbox.js";
import { KnownSubscribers } from "./known-subscribers.js";
import { receiveMessage } from "./notifications.js";
import { openStore, type StorePlace } from "./open-store.js";
import { presence } from "./replicas.js";
import { Rounds } from "./rounds.js";
import type { Sealer } from "./sealing.js";
import { isAway, type StoreHealth, StoreWatch, storeUnavailable } from "./store-watch.js";
import { TIMING, type Timing } from "./timing.js";
import { Worker } from "./worker.js";

/** How long somebody waits for a store that is being opened: less than carriers wait for an answer. */
const OPENING_MS = 5_000;

export interface OperationsOptions {
  readonly config: StorePlace & { readonly publicUrl: string | undefined };
  readonly accounts: Accounts;
  readonly writes: ReadonlyMap<string, Writes>;
  readonly log: Logger;
  readonly sealer: Sealer;
  readonly timing?: Timing;
}

export interface OpenOperations {
  /** Begins to open the store: it takes the process's time, so the rest is started before. */
  open(): void;
  /** The engine, as soon as the store is open. Throws STORE_UNAVAILABLE when it cannot be opened now. */
  engine(): Promise<Engine>;
  /** What has come from carriers, by the same rule. */
  inbox(): Promise<KeptInbox>;
  /** The subscribers that this installation has met, by the same rule. */
  known(): Promise<KnownSubscribers>;
  /** Keeps that a subscriber was met, when the store is open; nobody waits for it. */
  met(subscriber: Subscriber): void;
  readonly health: StoreHealth;
  /** Keeps what a carrier calls back with; `unavailable` when the store does not open in time. */
  receive(callback: Callback): Promise<CallbackResult>;
  /** The same for a message to an address that the carrier has fixed; `unknown` for an account that has none. */
  receiveMessage(message: Message): Promise<CallbackResult>;
  /** Waits for the carrier calls under way in this process, then closes the store. */
  close(): Promise<void>;
}

/** Opens the store when it is told to, and goes on with what was under way. Throws at once when the data directory is in use. */
export function openOperations(options: OperationsOptions): OpenOperations {
  const { config, accounts, log } = options;
  const letGo = config.databaseUrl === undefined ? holdDirectory(config.dataDir) : () => {};
  const watch = new StoreWatch(log);
  const leaving = new AbortController();
  let over: ReturnType<typeof startOver> | null = null;
  let open = () => {};
  const told = new Promise<void>((resolve) => {
    open = resolve;
  });
  const opened = told.then(async () => {
    const store = await openStore(config, options.sealer, watch, leaving.signal);
    over = store && startOver(store, options);
    return over;
  });
  const inTime = async () => over ?? Promise.race([opened, sleep(OPENING_MS, null, { ref: false })]);
  const needed = async () => {
    const isHopeless = over === null && watch.health.state === "UNAVAILABLE";
    const parts = isHopeless ? null : await inTime();
    if (parts === null) throw storeUnavailable();
    return parts;
  };
  /** What cannot be kept is to come again, whatever the reason; only a bug is news. */
  const kept = async (receiving: (store: Store) => Promise<CallbackResult>): Promise<CallbackResult> => {
    try {
      const parts = await inTime();
      return parts === null ? "unavailable" : await receiving(parts.store);
    } catch (error) {
      if (!isAway(error)) log.error({ err: error }, "a callback could not be kept");
      return "unavailable";
    }
  };
  return {
    open,
    engine: async () => (await needed()).engine,
    inbox: async () => (await needed()).inbox,
    known: async () => (await needed()).known,
    met: (subscriber) => void over?.known.note(subscriber).catch(() => {}),
    get health() {
      return watch.health;
    },
    receive: (callback) => kept((store) => receive(store, callback)),
    receiveMessage: async (message) => {
      const reader = accounts.find(message.account)?.notifications;
      return reader ? kept((store) => receiveMessage(store, message, reader)) : "unknown";
    },
    close: async () => {
      leaving.abort();
      open();
      await (await opened)?.close();
      letGo();
    },
  };
}

/** Everything that works over an open store. */
function startOver(opened: Store, { config, accounts, writes, log, sealer, timing = TIMING }: OperationsOptions) {
  const actions = LIFECYCLE_ACTIONS;
  const isShared = config.databaseUrl !== undefined;
  const rounds = new Rounds(log, isShared ? "shared" : "own");
  const store = rounds.heeding(opened);
  const worker = new Worker(store, { accounts, writes, actions, timing, sealer, publicUrl: config.publicUrl });
  const feed = new EventFeed(store);
  const engine = new Engine(store, worker, feed);
  const others = isShared ? presence(opened, (replicas) => accounts.share(replicas)) : null;
  const inbox = new KeptInbox(store, (account) => accounts.find(account)?.notifications ?? null);
  const known = new KnownSubscribers(opened, sealer);
  rounds.start([
    operationsDue(opened, worker),
    looksDue(opened, store, accounts, timing),
    cleaningDue(opened, timing),
    ...(others ? [others] : []),
  ]);
  const close = async () => {
    await rounds.stop();
    await others?.leave().catch(() => {});
    await engine.idle();
    await known.settled();
    await feed.close();
    await store.close();
  };
  return { store, engine, inbox, known, close };
}
