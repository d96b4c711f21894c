import { describe, expect, test } from "vitest";
import { untilAborted, withDeadline } from "../../../src/datasources/http/abort.js";

const never = new Promise<never>(() => {});

describe("a task under a deadline", () => {
  test("gives what it gives", async () => {
    const { signal } = new AbortController();
    expect(await withDeadline(signal, 10_000, async () => "done")).toBe("done");
  });

  test.each([0, -1])("sees its signal aborted at once when %d ms are left", async (ms) => {
    const { signal } = new AbortController();
    const seen = await withDeadline(signal, ms, async (own) => own.reason);
    expect(seen).toMatchObject({ name: "TimeoutError" });
  });

  test("sees its signal aborted at once when the caller is gone, with the caller's reason", async () => {
    const caller = AbortSignal.abort("gone");
    expect(await withDeadline(caller, 10_000, async (own) => own.reason)).toBe("gone");
  });

  test("is told when the time is up", async () => {
    const { signal } = new AbortController();
    const late = withDeadline(signal, 20, (own) => untilAborted(never, own));
    await expect(late).rejects.toMatchObject({ name: "TimeoutError" });
  });
});

describe("waiting until a signal aborts", () => {
  test("ends at once for a signal that has aborted", async () => {
    await expect(untilAborted(never, AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
  });

  test("is over when the promise is settled", async () => {
    const caller = new AbortController();
    expect(await untilAborted(Promise.resolve(1), caller.signal)).toBe(1);
    await expect(untilAborted(Promise.reject(new Error("no")), caller.signal)).rejects.toThrow("no");
    caller.abort();
  });
});
