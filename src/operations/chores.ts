import type { Accounts } from "../datasources/accounts.js";
import type { Store } from "../store/sql.js";
import { dropOld } from "./inbox-rows.js";
import { look, nextLookMs, takeLooks } from "./looks.js";
import { nextOperations } from "./records.js";
import type { Chore } from "./rounds.js";
import type { Timing } from "./timing.js";
import type { Worker } from "./worker.js";

const MOST_OPERATIONS = 20;
const MOST_LOOKS = 5;
const CLEANING_MS = 3_600_000;

/** Operations that it is time to take up. */
export const operationsDue = (store: Store, worker: Worker): Chore => ({
  most: MOST_OPERATIONS,
  due: async (room) => {
    const next = await nextOperations(store, room + 1);
    const due = next.filter(({ inMs }) => inMs <= 0).slice(0, room);
    return {
      pieces: due.map(
        ({ id }) =>
          () =>
            worker.takeUp(id),
      ),
      nextMs: next[due.length]?.inMs ?? Number.POSITIVE_INFINITY,
    };
  },
});

/** What carriers have told of, to be read. `store` is asked what is due, `worked` is what the reading is kept in. */
export const looksDue = (store: Store, worked: Store, accounts: Accounts, timing: Timing): Chore => ({
  most: MOST_LOOKS,
  due: async (room) => {
    const nextMs = await nextLookMs(store);
    const taken = nextMs > 0 ? [] : await takeLooks(store, timing, room);
    return { pieces: taken.map((one) => () => look(worked, accounts, timing, one)), nextMs };
  },
});

/** Drops what the inbox has kept long enough: at once, and every hour. */
export const cleaningDue = (store: Store, { keepBodies, keepCallbacks }: Timing): Chore =>
  every(CLEANING_MS, () => dropOld(store, keepBodies, keepCallbacks));

/** A chore of one piece, due at once and then in equal times. */
export function every(ms: number, run: () => Promise<unknown>): Chore {
  let nextAt = 0;
  return {
    most: 1,
    due: async () => {
      const now = Date.now();
      if (now < nextAt) return { pieces: [], nextMs: nextAt - now };
      nextAt = now + ms;
      return { pieces: [run], nextMs: ms };
    },
  };
}
