import { join } from "node:path";
import type { Accounts } from "../datasources/accounts.js";
import type { Writes } from "../datasources/carrier.js";
import { LIFECYCLE_ACTIONS } from "../lifecycle/actions.js";
import type { Logger } from "../log.js";
import type { Callback, CallbackResult } from "../model/callback.js";
import { holdDirectory } from "../store/directory.js";
import { openEmbedded } from "../store/embedded.js";
import { migrate } from "../store/migrations.js";
import { openServer } from "../store/server.js";
import type { Store } from "../store/sql.js";
import { Engine } from "./engine.js";
import { EventFeed } from "./events.js";
import { receive } from "./inbox.js";
import { Rounds } from "./rounds.js";
import { TIMING, type Timing } from "./timing.js";
import { Worker } from "./worker.js";

export interface OperationsOptions {
  readonly config: {
    readonly dataDir: string;
    readonly databaseUrl: string | undefined;
    readonly publicUrl: string | undefined;
  };
  readonly accounts: Accounts;
  readonly writes: ReadonlyMap<string, Writes>;
  readonly log: Logger;
  readonly timing?: Timing;
}

export interface OpenOperations {
  /** Ready once the store is open; the graph's reads do not wait for it. */
  readonly engine: Promise<Engine>;
  /** Keeps what a carrier calls back with; `unavailable` while the store is not open. */
  receive(callback: Callback): Promise<CallbackResult>;
  /** Waits for the carrier calls under way in this process, then closes the store. */
  close(): Promise<void>;
}

/** Opens the store beside start-up and goes on with what was under way. Throws at once when the data directory is in use. */
export function openOperations({ config, accounts, writes, log, timing = TIMING }: OperationsOptions): OpenOperations {
  const letGo = config.databaseUrl === undefined ? holdDirectory(config.dataDir) : () => {};
  const opened = openStore(config).then((store) => {
    const worker = new Worker(store, {
      accounts,
      writes,
      actions: LIFECYCLE_ACTIONS,
      timing,
      publicUrl: config.publicUrl,
    });
    const feed = new EventFeed(store);
    return { store, feed, engine: new Engine(store, worker, feed), rounds: new Rounds(worker, log) };
  });
  let openedStore: Store | null = null;
  const engine = opened.then((parts) => {
    openedStore = parts.store;
    return parts.engine;
  });
  engine.catch((error: unknown) => log.fatal({ err: error }, "the store cannot be opened: actions are refused"));
  return {
    engine,
    receive: async (callback) => (openedStore === null ? "unavailable" : receive(openedStore, callback)),
    close: async () => {
      const isOpen = await opened.then(
        () => true,
        () => false,
      );
      if (!isOpen) return letGo();
      const { store, feed, engine, rounds } = await opened;
      await rounds.stop();
      await engine.idle();
      await feed.close();
      await store.close();
      letGo();
    },
  };
}

async function openStore({ dataDir, databaseUrl }: OperationsOptions["config"]): Promise<Store> {
  const store = databaseUrl === undefined ? await openEmbedded(join(dataDir, "store")) : await openServer(databaseUrl);
  await migrate(store);
  return store;
}
