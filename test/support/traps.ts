import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const range = (letter: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, n) => `${letter}-${String(from + n).padStart(2, "0")}`);

/**
 * The numbers of all traps in the carriers' documents: B for BICS, N for NextComm, X for NexCon, R for Reach, P for PayU,
 * G for what lies between carriers.
 */
export const TRAPS: readonly string[] = [
  ...range("B", 1, 18),
  ...range("B", 20, 33),
  ...range("B", 40, 64),
  ...range("B", 70, 77),
  ...range("B", 80, 92),
  ...range("B", 100, 120),
  ...range("B", 130, 135),
  ...range("N", 1, 39),
  ...range("X", 1, 17),
  ...range("R", 1, 11),
  ...range("R", 20, 28),
  ...range("R", 30, 45),
  ...range("R", 50, 61),
  ...range("R", 70, 77),
  ...range("P", 1, 18),
  ...range("G", 1, 12),
];

/** Traps that no test can show, and why. */
export const NOT_COVERED: Readonly<Record<string, string>> = {};

/** Traps whose tests are still to come. This list only shrinks. */
export const IN_WORK: readonly string[] = [];

/** Numbers at the beginning of a text, each with a blank behind it. */
const NAMED = /["'`]((?:[BNXRPG]-\d{2,3} )+)/g;

/** The traps that the text of a test names, at the start of the names of its tests. */
export const trapsIn = (text: string): readonly string[] =>
  [...text.matchAll(NAMED)].flatMap(([, numbers = ""]) => numbers.trim().split(" "));

/** The traps that the tests of the repository name. */
export function namedTraps(): ReadonlySet<string> {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "test"], {
    encoding: "utf8",
  });
  const tests = listed.split("\n").filter((path) => path.endsWith(".ts") && existsSync(path));
  return new Set(tests.flatMap((path) => trapsIn(readFileSync(path, "utf8"))));
}
