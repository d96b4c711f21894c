import { describe, expect, it } from "vitest";
import { Kept } from "../../../src/datasources/reach/reads/kept.js";

/** A kept value, its clock, and how often it has been read. */
function kept(lifeMs: number) {
  const clock = { now: 1_000_000 };
  const value = new Kept<number>(lifeMs, () => clock.now);
  let reads = 0;
  return { clock, value, read: () => value.get(async () => ++reads, {}) };
}

describe("what is kept", () => {
  it("R-55 is read again when its time is over", async () => {
    const { clock, read } = kept(60_000);
    expect([await read(), await read()]).toEqual([1, 1]);
    clock.now += 59_999;
    expect(await read()).toBe(1);
    clock.now += 1;
    expect(await read()).toBe(2);
  });

  it("is not a failure, and nothing old is told instead of one", async () => {
    const { clock, value, read } = kept(60_000);
    await read();
    clock.now += 60_000;
    await expect(value.get(() => Promise.reject(new Error("down")), {})).rejects.toThrow("down");
    expect(await read()).toBe(2);
  });

  it("may come from elsewhere", async () => {
    const { value, read } = kept(60_000);
    value.keep(17);
    expect(await read()).toBe(17);
  });
});
