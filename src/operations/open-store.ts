import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { migrate } from "../store/migrations.js";
import { type Sealer, sealing } from "../store/personal.js";
import type { Store } from "../store/sql.js";
import type { StoreWatch } from "./store-watch.js";

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

export interface StorePlace {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
}

/**
 * Opens the store, which keeps under seal what is personal, and brings its schema up to date. A server that is not there
 * is tried again until it is, or the signal ends it: null then. A directory that cannot be opened will not come right by itself: null at once.
 */
export async function openStore(
  place: StorePlace,
  sealer: Sealer,
  watch: StoreWatch,
  signal: AbortSignal,
): Promise<Store | null> {
  for (let wait = FIRST_WAIT_MS; !signal.aborted; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
    try {
      const store = await openOnce(place, sealer);
      watch.isUp();
      return watch.over(store);
    } catch (error) {
      watch.isDown(error);
    }
    if (place.databaseUrl === undefined) return null;
    await sleep(wait, undefined, { signal }).catch(() => {});
  }
  return null;
}

async function openOnce(place: StorePlace, sealer: Sealer): Promise<Store> {
  const store = sealing(await connect(place), sealer);
  try {
    await migrate(store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Only what is used is loaded. */
async function connect({ dataDir, databaseUrl }: StorePlace): Promise<Store> {
  if (databaseUrl !== undefined) return (await import("../store/server.js")).openServer(databaseUrl);
  return (await import("../store/embedded.js")).openEmbedded(join(dataDir, "store"));
}
