import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { Limiter } from "../../../src/datasources/http/limiter.js";
import { operation } from "../../../src/datasources/http/operation.js";
import { Term } from "../../../src/datasources/http/term.js";
import { delayed } from "../../support/scripted-answers.js";
import { aContext, accepted, aToy, readLine } from "./toy.js";

const endless = new Term();

/** Runs a task when there is a place for it. */
async function run<T>(limiter: Limiter, task: () => Promise<T>, term = endless, caller?: string): Promise<T> {
  await limiter.enter(term, caller);
  try {
    return await task();
  } finally {
    limiter.leave();
  }
}

/** Tasks that wait to be let go, in the order in which they were started. */
function gates() {
  const started: number[] = [];
  const open: (() => void)[] = [];
  const task = (number: number) => () => {
    started.push(number);
    return new Promise<void>((resolve) => open.push(resolve));
  };
  return { started, task, letGo: () => open.shift()?.() };
}

test("no more calls than allowed reach the carrier at once", async () => {
  await using toy = await aToy({ limits: { concurrency: 3 } });
  toy.carrier.onRequest(() => delayed(10, accepted()));
  const read = (_: unknown, line: number) => toy.client.call(readLine, { params: { lineId: `${line}` } }, aContext());
  await Promise.all(Array.from({ length: 12 }, read));
  expect(toy.carrier.mostAtOnce).toBe(3);
  expect(toy.client.load).toMatchObject({ running: 0, waiting: 0 });
});

test("a call that needs no token waits for its place too, and nothing logs in for it", async () => {
  await using toy = await aToy({ limits: { concurrency: 1 } });
  toy.carrier.onRequest(() => delayed(10, accepted()));
  const open = operation({ ...readLine, auth: "body" });
  const one = (lineId: string) => toy.client.call(open, { params: { lineId } }, aContext());
  await Promise.all([one("7"), one("8"), one("9")]);
  expect([toy.carrier.mostAtOnce, toy.carrier.requests.length]).toEqual([1, 3]);
  for (const { headers } of toy.carrier.requests) expect(headers.authorization).toBeUndefined();
});

test("places are given in the order of arrival", async () => {
  const limiter = new Limiter({ concurrency: 1 });
  const { started, task, letGo } = gates();
  const ends = [1, 2, 3, 4].map((number) => run(limiter, task(number), endless));
  for (const end of ends) {
    await turn();
    letGo();
    await end;
  }
  expect(started).toEqual([1, 2, 3, 4]);
});

describe("callers who have to wait", () => {
  /** Lets one task after the other end; who was served, in this order. */
  async function servedIn(limiter: Limiter, callers: readonly (string | undefined)[]) {
    const served: (string | undefined)[] = [];
    const waiting = callers.map((caller) =>
      run(
        limiter,
        async () => {
          served.push(caller);
        },
        endless,
        caller,
      ),
    );
    await Promise.all(waiting);
    return served;
  }

  test("are served by turns, each in the order in which its calls came", async () => {
    const limiter = new Limiter({ concurrency: 1 });
    const many = Array.from({ length: 2_000 }, () => "many");
    const served = await servedIn(limiter, [...many, "few", "few", undefined]);
    expect(served.slice(0, 7)).toEqual(["many", "many", "few", undefined, "many", "few", "many"]);
    expect(limiter.load).toEqual({ running: 0, waiting: 0 });
  });

  test("lose their turn when they leave", async () => {
    const limiter = new Limiter({ concurrency: 1 });
    const { started, task, letGo } = gates();
    const client = new Term();
    const first = run(limiter, task(1), endless, "a");
    const leaving = run(limiter, task(2), client, "b");
    const last = run(limiter, task(3), endless, "c");
    client.end(new Error("gone"));
    await expect(leaving).rejects.toThrow("gone");
    expect(limiter.load).toEqual({ running: 1, waiting: 1 });
    letGo();
    await first;
    await turn();
    expect(started).toEqual([1, 3]);
    letGo();
    await last;
  });

  test("of an account do not wait for all that another one asks", async () => {
    await using toy = await aToy({ limits: { concurrency: 1 } });
    const { promise, resolve } = Promise.withResolvers<void>();
    toy.carrier.onRequest(() => promise.then(() => accepted()));
    const read = (lineId: string, caller: string) =>
      toy.client.call(readLine, { params: { lineId } }, aContext({ caller }));
    const many = Array.from({ length: 100 }, (_, line) => read(`many-${line}`, "many"));
    const one = read("one", "few");
    resolve();
    await Promise.all([...many, one]);
    const order = toy.carrier.requests.filter(({ path }) => path !== "/login").map(({ path }) => path);
    expect(order.indexOf("/lines/one")).toBeLessThanOrEqual(2);
  });
});

describe("a part of the limits", () => {
  test.each([
    [8, 1, 8],
    [8, 3, 2],
    [2, 5, 1],
  ])("of %d calls at once among %d is %d", async (concurrency, parts, most) => {
    const limiter = new Limiter({ concurrency });
    limiter.share(parts);
    const { started, task, letGo } = gates();
    const ends = Array.from({ length: 10 }, (_, number) => run(limiter, task(number), endless));
    await turn();
    expect(started).toHaveLength(most);
    for (const end of ends) {
      letGo();
      await end;
      await turn();
    }
  });

  test("is a part of the rate too", async () => {
    const limiter = new Limiter({ concurrency: 10, perSecond: 4 });
    limiter.share(2);
    const client = new Term();
    const { started, task, letGo } = gates();
    const ends = [1, 2, 3].map((number) => run(limiter, task(number), client));
    await turn();
    expect(started).toEqual([1, 2]);
    client.end(new Error("gone"));
    await expect(ends[2]).rejects.toThrow("gone");
    letGo();
    letGo();
    await Promise.all(ends.slice(0, 2));
  });

  test("that has grown lets those who wait begin", async () => {
    const limiter = new Limiter({ concurrency: 4 });
    limiter.share(4);
    const { started, task, letGo } = gates();
    const ends = [1, 2, 3].map((number) => run(limiter, task(number), endless));
    await turn();
    expect(started).toEqual([1]);
    limiter.share(2);
    await turn();
    expect(started).toEqual([1, 2]);
    limiter.share(1);
    await turn();
    expect(started).toEqual([1, 2, 3]);
    for (const end of ends) {
      letGo();
      await end;
    }
  });
});

test("the load tells what runs and what waits", async () => {
  const limiter = new Limiter({ concurrency: 2 });
  const { task, letGo } = gates();
  const ends = [1, 2, 3].map((number) => run(limiter, task(number), endless));
  await turn();
  expect(limiter.load).toEqual({ running: 2, waiting: 1 });
  for (const end of ends) {
    letGo();
    await turn();
    await end;
  }
  expect(limiter.load).toEqual({ running: 0, waiting: 0 });
});

test("a task that fails frees its place", async () => {
  const limiter = new Limiter({ concurrency: 1 });
  await expect(run(limiter, () => Promise.reject(new Error("broken")), endless)).rejects.toThrow("broken");
  await expect(
    run(
      limiter,
      () => {
        throw new Error("broken at once");
      },
      endless,
    ),
  ).rejects.toThrow("broken at once");
  expect(await run(limiter, async () => "next", endless)).toBe("next");
});

describe("a waiter that gives up", () => {
  test("is told its reason, never runs, and frees no place that it does not hold", async () => {
    const limiter = new Limiter({ concurrency: 1 });
    const { started, task, letGo } = gates();
    const caller = new Term();
    const first = run(limiter, task(1), endless);
    const leaving = run(limiter, task(2), caller);
    const third = run(limiter, task(3), endless);
    caller.end(new Error("gone"));
    await expect(leaving).rejects.toThrow("gone");
    expect(limiter.load).toEqual({ running: 1, waiting: 1 });
    expect(started).toEqual([1]);
    letGo();
    await first;
    await turn();
    expect(started).toEqual([1, 3]);
    letGo();
    await third;
    expect(limiter.load).toEqual({ running: 0, waiting: 0 });
  });

  test("was gone already and takes no place", async () => {
    const limiter = new Limiter({ concurrency: 1 });
    const gone = new Term();
    gone.end(new Error("gone"));
    await expect(run(limiter, async () => "ran", gone)).rejects.toThrow("gone");
    expect(limiter.load).toEqual({ running: 0, waiting: 0 });
  });

  test("after it was given its place keeps it until its task ends", async () => {
    const limiter = new Limiter({ concurrency: 1 });
    const { task, letGo } = gates();
    const caller = new Term();
    const first = run(limiter, task(1), caller);
    await turn();
    caller.end("gone");
    expect(limiter.load).toEqual({ running: 1, waiting: 0 });
    letGo();
    await first;
    expect(limiter.load).toEqual({ running: 0, waiting: 0 });
  });
});

describe("a rate", () => {
  test("lets as many start at once as it says, and the next when the second is over", async () => {
    const limiter = new Limiter({ concurrency: 10, perSecond: 2 });
    const { started, task, letGo } = gates();
    const ends = [1, 2, 3].map((number) => run(limiter, task(number), endless));
    await turn();
    expect(started).toEqual([1, 2]);
    expect(limiter.load).toEqual({ running: 2, waiting: 1 });
    letGo();
    letGo();
    await ends[0];
    await turn();
    expect(started).toEqual([1, 2]);
    while (started.length < 3) await turn();
    letGo();
    await Promise.all(ends);
  });

  test.each([0.9, 1.9])("of %d a second starts one at once, not two", async (perSecond) => {
    const limiter = new Limiter({ concurrency: 10, perSecond });
    const caller = new Term();
    const { started, task, letGo } = gates();
    const first = run(limiter, task(1), endless);
    const second = run(limiter, task(2), caller);
    await turn();
    expect(started).toEqual([1]);
    caller.end(new Error("gone"));
    await expect(second).rejects.toThrow("gone");
    letGo();
    await first;
  });

  test("is waited for by a deadline too: a call that gives up is not counted as started", async () => {
    await using toy = await aToy({ limits: { concurrency: 4, perSecond: 1 } });
    toy.carrier.onRequest(() => accepted());
    expect(await toy.read()).toMatchObject({ is: "done" });
    expect(await toy.suspend({ deadlineAt: Date.now() + 100 })).toMatchObject({ code: "CARRIER_TIMEOUT" });
    expect(await toy.read()).toMatchObject({ is: "done" });
    expect(toy.carrier.to("/lines/7/suspend")).toHaveLength(0);
  });
});
