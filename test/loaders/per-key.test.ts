import { describe, expect, it } from "vitest";
import { KeyLoader, nameOfKey, sourceOf } from "../../src/loaders/per-key.js";

interface Key {
  readonly account: string;
  readonly native: string;
}

const loaderOf = <Value>(load: (key: Key) => Promise<Value>) => new KeyLoader(sourceOf(load, nameOfKey), null);

describe("a loader by key", () => {
  it("asks each key once, however often and by however many objects it is named", async () => {
    const asked: string[] = [];
    const loader = loaderOf(async ({ account, native }: Key) => {
      asked.push(`${account} ${native}`);
      return native.toUpperCase();
    });
    const key = { account: "a", native: "x" };
    const answers = await Promise.all([
      loader.load(key),
      loader.load({ ...key }),
      loader.load({ ...key, account: "b" }),
    ]);
    expect(answers).toEqual(["X", "X", "X"]);
    expect(asked).toEqual(["a x", "b x"]);
  });

  it("takes keys apart whose parts only look alike together", async () => {
    const loader = loaderOf(async ({ account, native }: Key) => [account, native]);
    const [one, two] = [
      { account: "a", native: "bc" },
      { account: "ab", native: "c" },
    ];
    expect(await Promise.all([loader.load(one), loader.load(two)])).toEqual([
      ["a", "bc"],
      ["ab", "c"],
    ]);
  });

  it("keeps each failure with its own key, also one that is thrown at once", async () => {
    const loader = loaderOf(({ native }: Key): Promise<string> => {
      if (native === "at once") throw new Error("thrown at once");
      return native === "late" ? Promise.reject(new Error("thrown late")) : Promise.resolve(native);
    });
    const of = (native: string) => loader.load({ account: "a", native });
    const outcomes = await Promise.allSettled([of("good"), of("at once"), of("late"), of("fine")]);
    expect(outcomes).toEqual([
      { status: "fulfilled", value: "good" },
      { status: "rejected", reason: new Error("thrown at once") },
      { status: "rejected", reason: new Error("thrown late") },
      { status: "fulfilled", value: "fine" },
    ]);
  });

  it("lets no key wait for another", async () => {
    const never = new Promise<string>(() => {});
    const loader = loaderOf(({ native }: Key) => (native === "slow" ? never : Promise.resolve(native)));
    void loader.load({ account: "a", native: "slow" });
    expect(await loader.load({ account: "a", native: "fast" })).toBe("fast");
  });

  it("asks nothing for what is known from elsewhere, and asks anew for what is cleared", async () => {
    const asked: string[] = [];
    const loader = loaderOf(async ({ native }: Key) => {
      asked.push(native);
      return "asked";
    });
    const key = { account: "a", native: "x" };
    loader.prime(key, "known");
    loader.prime(key, "known too late");
    expect([await loader.asked(key), await loader.load(key), asked]).toEqual(["known", "known", []]);
    loader.clear(key);
    expect(loader.asked(key)).toBeUndefined();
    expect([await loader.load(key), asked]).toEqual(["asked", ["x"]]);
  });
});
