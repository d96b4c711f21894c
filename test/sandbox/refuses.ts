import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Bench, openBench, type Scenario } from "./scenarios/bench.js";

/** What is asked, and the code it is refused with at the outer code 1. */
export type Refusal = [what: string, inner: string, scenario: Scenario];

/** A sandbox for one test file, as at the start before every test. */
export function benchPerFile(): () => Bench {
  let bench: Bench;
  beforeAll(async () => {
    bench = await openBench();
  });
  beforeEach(() => bench.sandbox.reset());
  afterAll(() => bench.sandbox.stop());
  return () => bench;
}

/** Declares one test per refusal: the code, and that the refused call has committed nothing. */
export function refuses(bench: () => Bench, title: string, refusals: Refusal[]): void {
  describe(title, () => {
    it.each(refusals)("refuses %s with %s", async (_what, inner, scenario) => {
      const { sandbox } = bench();
      const reply = await scenario(bench());
      expect([reply.outer, reply.inner]).toEqual(["1", inner]);
      const last = sandbox.calls.at(-1);
      const sameCalls = sandbox.calls.filter((call) => call.operation === last?.operation);
      const commits = sandbox.ledger.filter((entry) => entry.operation === last?.operation);
      // Setting the scene may commit, with the same operation too; the refused call itself must not.
      expect(commits.length).toBeLessThan(sameCalls.length);
    });
  });
}
