import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { afterEach, expect, it } from "vitest";
import { type Chore, type Due, Rounds } from "../../src/operations/rounds.js";

const NEVER = Number.POSITIVE_INFINITY;
/** Several of the shortest pauses. */
const LONG_MS = 1_800;

let rounds: Rounds;
afterEach(() => rounds.stop());

/** Rounds over one chore that answers one after the other, the last one for ever. */
function goRound(...answers: readonly (() => Due)[]) {
  const asked = new EventTarget();
  let count = 0;
  const chore: Chore = {
    most: 1,
    due: async () => {
      const answer = answers[Math.min(count, answers.length - 1)] ?? (() => ({ pieces: [], nextMs: NEVER }));
      count += 1;
      asked.dispatchEvent(new Event("asked"));
      return answer();
    },
  };
  rounds = new Rounds(pino({ level: "silent" }), "own");
  const store = rounds.heeding({
    run: async () => [],
    transaction: (work) => work({ run: async () => [] }),
    listen: async () => async () => {},
    close: async () => {},
  });
  const first = once(asked, "asked");
  rounds.start([chore]);
  return { store, first, next: () => once(asked, "asked"), asked: () => count };
}

const nothing = (nextMs: number) => () => ({ pieces: [], nextMs });

it("asks nothing for as long as nothing falls due and nobody uses the store", async () => {
  const { first, asked } = goRound(nothing(NEVER));
  await first;
  await sleep(LONG_MS);
  expect(asked()).toBe(1);
});

it("asks again when something falls due", async () => {
  const done: string[] = [];
  const going = goRound(nothing(LONG_MS), () => ({ pieces: [async () => done.push("it")], nextMs: NEVER }));
  await going.first;
  await going.next();
  await rounds.stop();
  expect([going.asked(), done]).toEqual([2, ["it"]]);
});

it.each([
  ["a statement", async ({ store }: ReturnType<typeof goRound>) => store.run("select 1")],
  ["a transaction", async ({ store }: ReturnType<typeof goRound>) => store.transaction(async () => {})],
  [
    "a transaction that fails",
    async ({ store }: ReturnType<typeof goRound>) =>
      store.transaction(() => Promise.reject(new Error("no"))).catch(() => {}),
  ],
] as const)("asks again after %s", async (_, use) => {
  const going = goRound(nothing(NEVER));
  await going.first;
  const again = going.next();
  await use(going);
  await again;
  expect(going.asked()).toBe(2);
});

it("asks again for what was put there while it was asked", async () => {
  const going = goRound(() => {
    void going.store.run("insert");
    return { pieces: [], nextMs: NEVER };
  }, nothing(NEVER));
  await going.first;
  await going.next();
  expect(going.asked()).toBe(2);
});

it("asks again after it could not be asked", async () => {
  const going = goRound(() => {
    throw new Error("no");
  }, nothing(NEVER));
  await going.first;
  await going.next();
  expect(going.asked()).toBe(2);
});
