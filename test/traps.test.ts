import { expect, it } from "vitest";
import { IN_WORK, NOT_COVERED, namedTraps, TRAPS, trapsIn } from "./support/traps.js";

const shown = namedTraps();
const excused = [...Object.keys(NOT_COVERED), ...IN_WORK];

it("a test names traps by the numbers at the start of its name", () => {
  // Put together here, or this would name them itself.
  const named = (...words: readonly string[]) => trapsIn(words.join(" "));
  expect(named('it("X-90', 'one", run);')).toEqual(["X-90"]);
  expect(named("it('X-90", "X-91", "two', run);")).toEqual(["X-90", "X-91"]);
  expect(named('it("of', 'X-90", run);')).toEqual([]);
  expect(named('it("X-90"', "run);")).toEqual([]);
});

it("there are 247 traps, each once", () => {
  expect([TRAPS.length, new Set(TRAPS).size]).toEqual([247, 247]);
});

it("every trap is shown by a test, or is on a list", () => {
  expect(TRAPS.filter((trap) => !shown.has(trap) && !excused.includes(trap))).toEqual([]);
});

it("no trap is on a list that a test shows: take it off", () => {
  expect(excused.filter((trap) => shown.has(trap))).toEqual([]);
});

it("no trap is on two lists, and none that is not known is on one or in a test's name", () => {
  expect(new Set(excused).size).toBe(excused.length);
  expect([...excused, ...shown].filter((trap) => !TRAPS.includes(trap))).toEqual([]);
});

it("what is not shown has a reason", () => {
  expect(Object.entries(NOT_COVERED).filter(([, reason]) => reason.length < 20)).toEqual([]);
});
