import { describe, expect, test } from "vitest";
import { AnswerCache, objectOf } from "../../../src/datasources/http/answer-cache.js";

const POLICY = { seconds: 10, operations: { Long: 60, Never: 0 }, staleSeconds: 100 };
const FOREVER = Number.POSITIVE_INFINITY;

function aCache(bounds = { entries: 100, characters: 1_000 }) {
  const clock = { now: 1_000_000 };
  const cache = new AnswerCache(POLICY, bounds, () => clock.now);
  const answer = (is = "done", characters = 1) => ({ outcome: { is }, fetchedAt: clock.now, characters });
  const label = (key: string, { operation = "Read", object = null as string | null } = {}) => ({
    operation,
    key,
    object,
  });
  const keep = (key: string, of: { operation?: string; object?: string | null } = {}, kept = answer()) =>
    cache.keep(label(key, of), kept, cache.changes);
  const has = (key: string, operation = "Read") => cache.fresh(label(key, { operation }), FOREVER) !== null;
  return { cache, clock, answer, label, keep, has };
}

describe("an answer is told", () => {
  test.each([
    ["Read", 10_000],
    ["Long", 60_000],
  ])("of %s for as long as the account says, and no longer", (operation, lifeMs) => {
    const { clock, keep, has } = aCache();
    keep("a", { operation });
    clock.now += lifeMs - 1;
    expect(has("a", operation)).toBe(true);
    clock.now += 1;
    expect(has("a", operation)).toBe(false);
  });

  test("for as long as the caller says", () => {
    const { cache, clock, keep, label } = aCache();
    keep("a");
    clock.now += 5_000;
    expect(cache.fresh(label("a"), 5_001)).not.toBeNull();
    expect(cache.fresh(label("a"), 5_000)).toBeNull();
  });

  test("for longer while the carrier is away, up to a bound", () => {
    const { cache, clock, keep, label } = aCache();
    keep("a");
    clock.now += 109_999;
    expect(cache.stale(label("a"))).not.toBeNull();
    clock.now += 1;
    expect(cache.stale(label("a"))).toBeNull();
  });
});

describe("nothing is kept", () => {
  test("of an operation whose time is 0", () => {
    const { cache, keep, label } = aCache();
    keep("a", { operation: "Never" });
    expect(cache.stale(label("a", { operation: "Never" }))).toBeNull();
  });

  test.each(["pending", "already", "empty"])("of what is %s", (is) => {
    const { keep, has, answer } = aCache();
    keep("a", {}, answer(is));
    expect(has("a")).toBe(false);
  });

  test("that was asked for before a change", () => {
    const { cache, answer, label, has } = aCache();
    const before = cache.changes;
    cache.drop("another");
    cache.keep(label("a", { object: "one" }), answer(), before);
    expect(has("a")).toBe(false);
  });

  test("that is larger than all that may be kept", () => {
    const { keep, has, answer } = aCache({ entries: 10, characters: 5 });
    keep("a", {}, answer("done", 6));
    expect(has("a")).toBe(false);
  });
});

describe("a change", () => {
  test.each([
    ["of one object leaves the answers about others", "one", [false, true, false]],
    ["of what is not clear leaves nothing", null, [false, false, false]],
  ])("%s", (_, object, left) => {
    const { cache, keep, has } = aCache();
    keep("of one", { object: "one" });
    keep("of other", { object: "other" });
    keep("of all");
    cache.drop(object);
    expect(["of one", "of other", "of all"].map((key) => has(key))).toEqual(left);
  });
});

describe("the oldest go first where there are too many", () => {
  test("answers", () => {
    const { keep, has } = aCache({ entries: 2, characters: 100 });
    for (const key of ["a", "b", "a", "c"]) keep(key);
    expect(["a", "b", "c"].map((key) => has(key))).toEqual([true, false, true]);
  });

  test("characters, those of what was replaced or dropped not counted", () => {
    const { cache, keep, has, answer } = aCache({ entries: 100, characters: 10 });
    keep("a", {}, answer("done", 4));
    keep("a", {}, answer("done", 4));
    keep("b", {}, answer("done", 6));
    expect([has("a"), has("b")]).toEqual([true, true]);
    cache.drop(null);
    keep("c", {}, answer("done", 6));
    keep("d", {}, answer("done", 5));
    expect([has("c"), has("d")]).toEqual([false, true]);
  });
});

test.each([
  [{ query: { id: "7" } }, "7"],
  [{ params: { id: "7" }, body: { id: "8" } }, "7"],
  [{ body: { Request: { id: "7" } } }, "7"],
  [{ body: { Request: [{ id: "7" }] } }, null],
  [{ query: { id: 7 } }, null],
  [{ query: { other: "7" } }, null],
  [{}, null],
])("the object of %j is %j", (input, object) => {
  expect(objectOf(input, "id")).toBe(object);
});

test("a carrier that names no field has no objects", () => {
  expect(objectOf({ query: { id: "7" } }, undefined)).toBeNull();
});
