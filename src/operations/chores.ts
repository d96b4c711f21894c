import type { Accounts } from "../datasources/accounts.js";
import type { Store } from "../store/sql.js";
import { dropOld } from "./inbox-rows.js";
import { look, takeLooks } from "./looks.js";
import { dueOperations } from "./records.js";
import type { Chore } from "./rounds.js";
import type { Timing } from "./timing.js";
import type { Worker } from "./worker.js";

const MOST_OPERATIONS = 20;
const MOST_LOOKS = 5;
const CLEANING_MS = 3_600_000;

/** Operations that it is time to take up. */
export const operationsDue = (store: Store, worker: Worker): Chore => ({
  most: MOST_OPERATIONS,
  due: async (room) => (await dueOperations(store, room)).map((id) => () => worker.takeUp(id)),
});

/** What carriers have told of, to be read. */
export const looksDue = (store: Store, accounts: Accounts, timing: Timing): Chore => ({
  most: MOST_LOOKS,
  due: async (room) =>
    (await takeLooks(store, timing, room)).map((taken) => () => look(store, accounts, timing, taken)),
});

/** Drops what the inbox has kept long enough: at once, and every hour. */
export function cleaningDue(store: Store, { keepBodies, keepCallbacks }: Timing): Chore {
  let nextAt = 0;
  return {
    most: 1,
    due: async () => {
      if (Date.now() < nextAt) return [];
      nextAt = Date.now() + CLEANING_MS;
      return [() => dropOld(store, keepBodies, keepCallbacks)];
    },
  };
}
