import { describe, expect, test } from "vitest";
import { Term } from "../../../src/datasources/http/term.js";

const never = new Promise<never>(() => {});

function ended(reason: unknown): Term {
  const term = new Term();
  term.end(reason);
  return term;
}

describe("a term", () => {
  test("goes on until it ends, for the reason that came first", () => {
    const term = new Term();
    expect(term.isOver).toBe(false);
    term.throwIfOver();
    term.end("gone");
    term.end("gone again");
    expect([term.isOver, term.reason]).toEqual([true, "gone"]);
    expect(() => term.throwIfOver()).toThrow("gone");
  });

  test("stops once, and only what is waited for last", () => {
    const term = new Term();
    const told: unknown[] = [];
    term.stops({ stop: () => told.push("the first") });
    term.stops({ stop: (reason) => told.push(reason) });
    term.end("gone");
    term.end("gone again");
    expect(told).toEqual(["gone"]);
  });

  test("stops nothing that has come", () => {
    const term = new Term();
    const told: unknown[] = [];
    term.stops({ stop: (reason) => told.push(reason) });
    term.stops(null);
    term.end("gone");
    expect(told).toEqual([]);
  });
});

describe("waiting within a term", () => {
  test("ends at once in one that has ended, whether what is waited for ever comes, fails, or is there", async () => {
    const failing = Promise.reject(new Error("no"));
    for (const waited of [never, failing, "there"]) {
      await expect(ended(new Error("gone")).until(waited)).rejects.toThrow("gone");
    }
  });

  test("ends when the term does", async () => {
    const term = new Term();
    const waiting = term.until(never);
    term.end(new Error("gone"));
    await expect(waiting).rejects.toThrow("gone");
  });

  test("is over when the promise is settled", async () => {
    const term = new Term();
    expect(await term.until(Promise.resolve(1))).toBe(1);
    await expect(term.until(Promise.reject(new Error("no")))).rejects.toThrow("no");
    term.end("gone");
  });
});

describe("a pause", () => {
  test("passes", async () => {
    await new Term().sleep(1);
  });

  test("is cut short by the end of the term, and leaves no timer behind", async () => {
    const term = new Term();
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const before = timers();
    const sleeping = term.sleep(60_000);
    expect(timers()).toBe(before + 1);
    term.end(new Error("gone"));
    await expect(sleeping).rejects.toThrow("gone");
    expect(timers()).toBe(before);
  });
});
