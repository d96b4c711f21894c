import { beforeEach, describe, expect, it } from "vitest";
import { Pause } from "../../../src/datasources/http/pause.js";
import { backOffMs, type RetryPolicy, USUAL_RETRY } from "../../../src/datasources/http/retry.js";
import type { Verdict } from "../../../src/datasources/http/verdict.js";

const POLICY: RetryPolicy = { attempts: 3, firstMs: 1_000, maxMs: 60_000, spread: [1, 1], restAfter: 5 };

const clock = { now: 0 };
let pause: Pause;
beforeEach(() => {
  clock.now = 0;
  pause = new Pause(POLICY, () => clock.now);
});

const FINE: Verdict = { is: "code", code: "200", accepted: true, message: null };
const refusal = (retryAfterMs?: number): Verdict => ({ is: "throttled", retryAfterMs });

/** So many refusals in a row, each of a call that was sent when the last pause was over. */
function refused(times: number): void {
  for (let count = 0; count < times; count += 1) {
    clock.now += pause.leftMs;
    pause.after(refusal(), clock.now);
  }
}

describe("back-off", () => {
  const waits = (policy: RetryPolicy, jitter: number) =>
    [1, 2, 3, 4, 5, 6, 7, 8].map((failures) => backOffMs(policy, failures, jitter));

  it("doubles up to its most", () => {
    expect(waits(POLICY, 0.5)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  it("is spread as far as the policy lets it, and not beyond its most", () => {
    const spread: RetryPolicy = { ...POLICY, spread: [1, 1.5] };
    expect(waits(spread, 0)).toEqual(waits(POLICY, 0));
    expect(waits(spread, 1)).toEqual([1_500, 3_000, 6_000, 12_000, 24_000, 48_000, 60_000, 60_000]);
  });
});

describe("a refusal", () => {
  it("holds all calls back, and longer each time", () => {
    const seen = [1, 2, 3, 4].map(() => {
      refused(1);
      return pause.leftMs;
    });
    expect(seen).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(pause.isRest).toBe(false);
  });

  it("is told with what is left to wait", () => {
    expect(pause.after(refusal(), clock.now)).toEqual({ is: "throttled", retryAfterMs: 1_000 });
  });

  it("is waited for as long as the carrier says", () => {
    pause.after(refusal(7_000), clock.now);
    expect(pause.leftMs).toBe(7_000);
    clock.now = 6_999;
    expect(pause.leftMs).toBe(1);
    clock.now = 7_000;
    expect(pause.leftMs).toBe(0);
  });

  it("counts once for calls that were under way together", () => {
    clock.now = 10;
    pause.after(refusal(), 0);
    clock.now = 20;
    expect(pause.after(refusal(), 5)).toEqual({ is: "throttled", retryAfterMs: 990 });
  });

  it("is forgotten after another answer, but not after one to a call that was sent before it", () => {
    clock.now = 10;
    pause.after(refusal(), 10);
    pause.after(FINE, 5);
    refused(1);
    expect(pause.leftMs).toBe(2_000);
    clock.now += 2_000;
    pause.after(FINE, clock.now);
    refused(1);
    expect(pause.leftMs).toBe(1_000);
  });
});

describe("the fifth refusal in a row", () => {
  it("is the last for a while, whatever the carrier asks for", () => {
    refused(4);
    clock.now += pause.leftMs;
    pause.after(refusal(0), clock.now);
    expect([pause.isRest, pause.leftMs]).toEqual([true, 60_000]);
  });

  it("is followed by a call that may end the rest or begin it anew", () => {
    refused(5);
    clock.now += 60_000;
    expect([pause.isRest, pause.leftMs]).toEqual([false, 0]);
    pause.after(refusal(), clock.now);
    expect(pause.isRest).toBe(true);
    clock.now += 60_000;
    pause.after(FINE, clock.now);
    refused(1);
    expect([pause.isRest, pause.leftMs]).toEqual([false, 1_000]);
  });
});

describe("a policy by which each call waits for itself", () => {
  it("holds nobody back", () => {
    const none = new Pause(USUAL_RETRY, () => clock.now);
    for (let count = 0; count < 9; count += 1) {
      expect(none.after(refusal(7_000), clock.now)).toEqual({ is: "throttled", retryAfterMs: 7_000 });
    }
    expect([none.isRest, none.leftMs]).toEqual([false, 0]);
  });
});
