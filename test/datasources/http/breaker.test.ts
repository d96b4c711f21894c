import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { Breaker, type Sign } from "../../../src/datasources/http/breaker.js";
import { type Answer, hang, json, reset } from "../../support/scripted-answers.js";
import { aContext, accepted, aToy, readLine, refused, type Toy } from "./toy.js";

type Effect = "read" | "write";

function aBreaker() {
  const clock = { now: 1_000_000 };
  const breaker = new Breaker({ failures: 3, windowSeconds: 60, restSeconds: 10 }, () => clock.now);
  /** Sends a call if it may be sent, and ends it. Whether it was sent. */
  const call = (effect: Effect, sign: Sign): boolean => {
    if (breaker.heldBackMs(effect) !== null) return false;
    breaker.ended(effect, sign, breaker.sends(effect));
    return true;
  };
  const fail = (effect: Effect, times = 3) => Array.from({ length: times }, () => call(effect, "away"));
  return {
    breaker,
    clock,
    call,
    fail,
    states: () => [breaker.standing("read").state, breaker.standing("write").state],
  };
}

describe("a breaker", () => {
  test("opens for one class of calls after so many outages in a row", () => {
    const { fail, states } = aBreaker();
    fail("read", 2);
    expect(states()).toEqual(["CLOSED", "CLOSED"]);
    fail("read", 1);
    expect(states()).toEqual(["OPEN", "CLOSED"]);
  });

  test("starts to count anew when the carrier answers, or the outages lie too far apart", () => {
    const { clock, call, fail, states } = aBreaker();
    fail("read", 2);
    call("read", "there");
    fail("read", 2);
    clock.now += 60_001;
    fail("read", 2);
    expect(states()).toEqual(["CLOSED", "CLOSED"]);
  });

  test("does not count calls that tell nothing of the carrier", () => {
    const { call, fail, states } = aBreaker();
    fail("read", 2);
    for (let count = 0; count < 5; count += 1) call("read", "none");
    expect(states()).toEqual(["CLOSED", "CLOSED"]);
    fail("read", 1);
    expect(states()).toEqual(["OPEN", "CLOSED"]);
  });

  test("tells for how long it is open", () => {
    const { breaker, clock, fail } = aBreaker();
    fail("read");
    clock.now += 4_000;
    expect(breaker.heldBackMs("read")).toBe(6_000);
    expect(breaker.standing("read")).toEqual({ state: "OPEN", until: clock.now + 6_000 });
  });

  test("lets one read through after the rest, and all when it is answered", () => {
    const { breaker, clock, call, fail, states } = aBreaker();
    fail("read");
    clock.now += 10_000;
    expect(states()).toEqual(["HALF_OPEN", "CLOSED"]);
    const isTried = breaker.sends("read");
    expect([isTried, breaker.heldBackMs("read")]).toEqual([true, 0]);
    breaker.ended("read", "there", isTried);
    expect(states()).toEqual(["CLOSED", "CLOSED"]);
    expect(call("read", "there")).toBe(true);
  });

  test("rests again when that read is not answered", () => {
    const { clock, fail, states } = aBreaker();
    fail("read");
    clock.now += 10_000;
    expect(fail("read")).toEqual([true, false, false]);
    expect(states()).toEqual(["OPEN", "CLOSED"]);
  });

  test("lets another read through when nobody waited for the first", () => {
    const { clock, call, fail } = aBreaker();
    fail("read");
    clock.now += 10_000;
    expect([call("read", "none"), call("read", "there")]).toEqual([true, true]);
  });

  test("never tries a write: it is sent again when a read was answered after the rest", () => {
    const { clock, call, fail, states } = aBreaker();
    fail("write");
    call("read", "there");
    expect(states()).toEqual(["CLOSED", "OPEN"]);
    clock.now += 10_000;
    expect([states(), call("write", "there")]).toEqual([["CLOSED", "HALF_OPEN"], false]);
    call("read", "there");
    expect([states(), call("write", "there")]).toEqual([["CLOSED", "CLOSED"], true]);
  });

  test("takes an answer to a call that was under way for what it is", () => {
    const { breaker, fail, states } = aBreaker();
    fail("read");
    breaker.ended("read", "away", false);
    expect(states()).toEqual(["OPEN", "CLOSED"]);
    breaker.ended("read", "there", false);
    expect(states()).toEqual(["CLOSED", "CLOSED"]);
  });
});

const breaker = { failures: 3, windowSeconds: 3_600, restSeconds: 0.05 };
const LINE = "/lines/7";
const open = { code: "CIRCUIT_OPEN" };

async function aFailingToy(answer: Answer, policy: object = { ...breaker, restSeconds: 3_600 }): Promise<Toy> {
  const toy = await aToy({ breaker: policy });
  toy.carrier.onRequest(() => answer);
  return toy;
}

/** Calls until none is sent any more; how many were. */
async function untilHeldBack(toy: Toy, call: () => Promise<unknown>): Promise<number> {
  const before = toy.carrier.requests.length;
  for (let calls = 0; calls < 10; calls += 1) {
    const result = await call();
    if (typeof result === "object" && result !== null && "code" in result && result.code === open.code) break;
  }
  return toy.carrier.requests.slice(before).filter(({ path }) => path !== "/login").length;
}

describe("calls are held back, and cost nothing,", () => {
  test.each([
    ["HTTP 503", json({}, 503)],
    ["HTTP 429", json({}, 429)],
    ["a broken connection", reset()],
    ["words below HTTP 200", refused("down")],
  ])("after %s so many times", async (_, answer) => {
    await using toy = await aFailingToy(answer);
    const once = () => toy.client.call(sick, { params: { lineId: "7" } }, aContext()).catch((error: unknown) => error);
    expect(await untilHeldBack(toy, once)).toBe(3);
    const records = toy.records.length;
    expect(await once()).toMatchObject({ ...open, details: { retryAfterMs: expect.any(Number) } });
    expect([toy.client.load.spared.heldBack, toy.records.length]).toEqual([2, records]);
  });

  test("writes after their outcome was unknown so many times, and reads are still sent", async () => {
    await using toy = await aFailingToy(json({}, 500));
    expect(await untilHeldBack(toy, () => toy.suspend())).toBe(3);
    toy.carrier.serve(LINE, () => accepted());
    expect(await toy.read()).toMatchObject({ is: "done" });
    expect(await toy.suspend()).toMatchObject(open);
    expect(toy.client.load).toMatchObject({ reads: { state: "CLOSED" }, writes: { state: "OPEN" } });
  });

  test("also those that have waited for their place meanwhile", async () => {
    await using toy = await aToy({ breaker: { ...breaker, restSeconds: 3_600 }, limits: { concurrency: 1 } });
    toy.carrier.onRequest(() => json({}, 503));
    const read = (_: unknown, line: number) =>
      toy.client.call(readLine, { params: { lineId: `${line}` } }, aContext()).catch((error: unknown) => error);
    const failures = await Promise.all(Array.from({ length: 50 }, read));
    // The next one has its place already when the last outage is noticed.
    expect(
      failures.filter((failure) => (failure as { code: string }).code === open.code).length,
    ).toBeGreaterThanOrEqual(46);
    expect(toy.carrier.requests.filter(({ path }) => path !== "/login").length).toBeLessThanOrEqual(4);
  });
});

/** The carrier's words for "down". */
const sick = { ...readLine, codes: { ...readLine.codes, failed: { down: "CARRIER_UNAVAILABLE" } } } as const;

describe("calls are sent however often", () => {
  test.each([
    ["the carrier refuses", refused("17")],
    ["there is nothing to tell", refused("404")],
    ["its answers cannot be read", json({ odd: true })],
  ])("%s", async (_, answer) => {
    await using toy = await aFailingToy(answer);
    for (let calls = 0; calls < 10; calls += 1) await toy.read();
    expect(toy.carrier.to(LINE)).toHaveLength(10);
    expect(toy.client.load.reads.state).toBe("CLOSED");
  });

  test("their callers go away", async () => {
    await using toy = await aFailingToy(hang());
    for (let calls = 1; calls <= 5; calls += 1) {
      const client = new AbortController();
      const read = toy.read({ signal: client.signal });
      while (toy.carrier.to(LINE).length < calls) await sleep(1);
      client.abort();
      await read;
    }
    expect(toy.client.load.reads.state).toBe("CLOSED");
  });

  test("they never got a place in time", async () => {
    await using toy = await aToy({ breaker, limits: { concurrency: 1 } });
    toy.carrier.onRequest(() => hang());
    const client = new AbortController();
    const blocking = toy.read({ signal: client.signal });
    while (toy.carrier.to(LINE).length < 1) await sleep(1);
    for (let calls = 0; calls < 5; calls += 1) await toy.suspend({ deadlineAt: Date.now() + 5 });
    expect(toy.client.load.writes.state).toBe("CLOSED");
    client.abort();
    await blocking;
  });
});

test("a carrier that does not answer in time is away", async () => {
  await using toy = await aFailingToy(hang());
  expect(await untilHeldBack(toy, () => toy.read({ deadlineAt: Date.now() + 30 }))).toBe(3);
});

test("after the rest one read is sent; when it is answered, all are, writes too", async () => {
  await using toy = await aFailingToy(json({}, 503), breaker);
  await untilHeldBack(toy, () => toy.read());
  await untilHeldBack(toy, () => toy.suspend());
  while (Object.values(toy.client.load).some((one) => typeof one === "object" && one.state === "OPEN")) await sleep(5);
  const before = toy.carrier.requests.length;
  expect(await toy.suspend()).toMatchObject(open);
  const gate = Promise.withResolvers<void>();
  toy.carrier.onRequest(() => gate.promise.then(() => accepted()));
  const tried = toy.read();
  while (toy.carrier.requests.length === before) await sleep(1);
  expect(
    await toy.client.call(readLine, { params: { lineId: "8" } }, aContext()).catch((error) => error),
  ).toMatchObject(open);
  gate.resolve();
  expect(await tried).toMatchObject({ is: "done" });
  expect(await toy.suspend()).toMatchObject({ is: "done" });
  expect(toy.client.load).toMatchObject({ reads: { state: "CLOSED" }, writes: { state: "CLOSED" } });
});

test("what asks for a token is never held back, and its failures count for those who need it", async () => {
  await using toy = await aToy({ breaker: { ...breaker, restSeconds: 3_600 } });
  toy.carrier.serve("/login", () => json({}, 503));
  expect(await untilHeldBack(toy, () => toy.read())).toBe(0);
  expect(await toy.read()).toMatchObject(open);
});
