import { describe, expect, it } from "vitest";
import { perKey } from "../../src/loaders/per-key.js";

interface Key {
  readonly account: string;
  readonly native: string;
}

const partsOf = ({ account, native }: Key) => [account, native];

describe("a loader by key", () => {
  it("asks each key once, however often and by however many objects it is named", async () => {
    const asked: string[] = [];
    const loader = perKey(async ({ account, native }: Key) => {
      asked.push(`${account} ${native}`);
      return native.toUpperCase();
    }, partsOf);
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
    const loader = perKey(async ({ account, native }: Key) => [account, native], partsOf);
    const [one, two] = [
      { account: "a", native: "bc" },
      { account: "ab", native: "c" },
    ];
    expect(await Promise.all([loader.load(one), loader.load(two)])).toEqual([
      ["a", "bc"],
      ["ab", "c"],
    ]);
  });

  it("keeps each failure with its own key, also one that is thrown at once or is no error", async () => {
    const loader = perKey(({ native }: Key): Promise<string> => {
      if (native === "at once") throw new Error("thrown at once");
      return native === "odd" ? Promise.reject("no error") : Promise.resolve(native);
    }, partsOf);
    const of = (native: string) => loader.load({ account: "a", native });
    const outcomes = await Promise.allSettled([of("good"), of("at once"), of("odd"), of("fine")]);
    expect(outcomes).toEqual([
      { status: "fulfilled", value: "good" },
      { status: "rejected", reason: new Error("thrown at once") },
      { status: "rejected", reason: new Error("no error") },
      { status: "fulfilled", value: "fine" },
    ]);
  });

  it("lets no key wait for another", async () => {
    const never = new Promise<string>(() => {});
    const loader = perKey(({ native }: Key) => (native === "slow" ? never : Promise.resolve(native)), partsOf);
    void loader.load({ account: "a", native: "slow" });
    expect(await loader.load({ account: "a", native: "fast" })).toBe("fast");
  });
});
