import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { Flights } from "../../../src/datasources/http/flights.js";
import { type Answer, hang, json } from "../../support/scripted-answers.js";
import type { Script } from "../../support/scripted-carrier.js";
import { aContext, accepted, aToy, readLine, readLineOnce, refused, type Toy } from "./toy.js";

const LINE = "/lines/7";

/** Answers that wait until they are let go. */
function gate(answer: Answer = accepted()) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const script: Script = () => promise.then(() => answer);
  return { script, open: resolve };
}

async function arrived(toy: Toy, count: number): Promise<void> {
  while (toy.carrier.to(LINE).length < count) await turn();
}

test("a thousand who read the same at once are answered by one call, which is told once", async () => {
  await using toy = await aToy();
  const { script, open } = gate();
  toy.carrier.onRequest(script);
  const reads = Array.from({ length: 1_000 }, (_, index) => toy.read({ requestId: `request-${index}` }));
  await arrived(toy, 1);
  expect(toy.client.load).toMatchObject({ running: 1, waiting: 0 });
  open();
  const outcomes = await Promise.all(reads);
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome)))).toEqual(
    new Set([JSON.stringify({ is: "done", code: "0", message: null, answer: { data: { name: "Ada" } } })]),
  );
  expect(toy.carrier.to(LINE)).toHaveLength(1);
  expect(toy.client.load.spared).toEqual({ shared: 999, cached: 0, stale: 0, heldBack: 0 });
  expect(toy.records.filter(({ operation }) => operation === "ReadLine")).toMatchObject([
    { requestId: "request-0", result: "done" },
  ]);
});

test("an answer is kept for nobody who comes after it", async () => {
  await using toy = await aToy();
  toy.carrier.onRequest(() => accepted());
  await toy.read();
  await toy.read();
  expect(toy.carrier.to(LINE)).toHaveLength(2);
});

test("a failure goes to all who wait and is kept for nobody", async () => {
  await using toy = await aToy();
  toy.carrier.answer(refused("17"));
  toy.carrier.onRequest(() => accepted());
  const failures = await Promise.all([toy.read(), toy.read()]);
  expect(failures).toMatchObject([{ code: "NOT_FOUND" }, { code: "NOT_FOUND" }]);
  expect(await toy.read()).toMatchObject({ is: "done" });
});

test("whose own note of the answer fails is the only one that fails", async () => {
  const flights = new Flights(() => {});
  const wait = { context: aContext(), givesUpAt: Date.now() + 60_000, left: () => null };
  const broken = {
    ...wait,
    take: () => {
      throw new Error("could not take it");
    },
  };
  const reads = [broken, { ...wait, take: (answer: string) => `took the ${answer}` }].map((one) =>
    flights.join("key", one, async () => "answer"),
  );
  const [first, second] = await Promise.allSettled(reads);
  expect(first).toMatchObject({ status: "rejected", reason: { message: "could not take it" } });
  expect(second).toEqual({ status: "fulfilled", value: "took the answer" });
});

test("what is asked otherwise, of another, or must not be repeated is sent by itself", async () => {
  await using toy = await aToy();
  toy.carrier.onRequest(() => accepted());
  const params = { lineId: "7" };
  await Promise.all([
    toy.read(),
    toy.client.call(readLine, { params: { lineId: "8" } }, aContext()),
    toy.client.call(readLineOnce, { params }, aContext()),
    toy.client.call(readLineOnce, { params }, aContext()),
    toy.suspend(),
    toy.suspend(),
  ]);
  expect(toy.carrier.to(LINE)).toHaveLength(3);
  expect(toy.carrier.to("/lines/8")).toHaveLength(1);
  expect(toy.carrier.to("/lines/7/suspend")).toHaveLength(2);
});

test("two accounts share nothing", async () => {
  await using one = await aToy();
  await using other = await aToy({ baseUrl: one.carrier.baseUrl });
  const { script, open } = gate();
  one.carrier.onRequest(script);
  const reads = [one.read(), other.read()];
  await arrived(one, 2);
  open();
  expect(await Promise.all(reads)).toMatchObject([{ is: "done" }, { is: "done" }]);
});

describe("who leaves", () => {
  test("is told at once, and the others get the answer", async () => {
    await using toy = await aToy();
    const { script, open } = gate();
    toy.carrier.onRequest(script);
    const client = new AbortController();
    const first = toy.read({ signal: client.signal });
    await arrived(toy, 1);
    const second = toy.read();
    client.abort();
    expect(await first).toMatchObject({ code: "CARRIER_TIMEOUT" });
    open();
    expect(await second).toMatchObject({ is: "done" });
    expect(toy.carrier.to(LINE)).toHaveLength(1);
  });

  test("as the last one takes the socket along", async () => {
    await using toy = await aToy();
    toy.carrier.onRequest(() => hang());
    const clients = [new AbortController(), new AbortController()];
    const reads = clients.map(({ signal }) => toy.read({ signal }));
    await arrived(toy, 1);
    for (const client of clients) client.abort();
    expect(await Promise.all(reads)).toMatchObject([{ code: "CARRIER_TIMEOUT" }, { code: "CARRIER_TIMEOUT" }]);
    expect(await toy.carrier.to(LINE)[0]?.over).toBe("cut");
    expect(toy.records.filter(({ operation }) => operation === "ReadLine")).toHaveLength(1);
  });

  test("leaves a call behind that nobody joins any more", async () => {
    await using toy = await aToy();
    toy.carrier.answer(hang());
    toy.carrier.onRequest(() => accepted());
    const client = new AbortController();
    const left = toy.read({ signal: client.signal });
    await arrived(toy, 1);
    client.abort();
    expect(await toy.read()).toMatchObject({ is: "done" });
    expect(await left).toMatchObject({ code: "CARRIER_TIMEOUT" });
  });
});

test("a shorter deadline of the first does not cut the answer off for one who waits longer", async () => {
  await using toy = await aToy();
  const { script, open } = gate();
  toy.carrier.onRequest(script);
  const first = toy.read({ deadlineAt: Date.now() + 200 });
  const second = toy.read();
  expect(await first).toMatchObject({ code: "CARRIER_TIMEOUT" });
  open();
  expect(await second).toMatchObject({ is: "done" });
  expect(toy.carrier.to(LINE)).toHaveLength(1);
});

test("a repeat is decided by who waits longest", async () => {
  await using toy = await aToy();
  const { script, open } = gate(json({}, 503));
  toy.carrier.onRequest((request, number) => (number === 2 ? script(request, number) : accepted()));
  const first = toy.read({ deadlineAt: Date.now() + 100 });
  const second = toy.read();
  expect(await first).toMatchObject({ code: "CARRIER_TIMEOUT" });
  open();
  expect(await second).toMatchObject({ is: "done" });
  expect(toy.carrier.to(LINE)).toHaveLength(2);
});

describe("who reads after a change", () => {
  test("is never answered by what was asked for before or during it", async () => {
    await using toy = await aToy();
    const [before, write] = [gate(), gate()];
    toy.carrier.serve(LINE, (request, number) => (number <= 2 ? before.script(request, number) : accepted()));
    toy.carrier.serve("/lines/7/suspend", write.script);
    const reads = [toy.read()];
    await arrived(toy, 1);
    const suspended = toy.suspend();
    reads.push(toy.read());
    await arrived(toy, 2);
    write.open();
    await suspended;
    expect(await toy.read()).toMatchObject({ is: "done" });
    expect(toy.carrier.to(LINE)).toHaveLength(3);
    before.open();
    await Promise.all(reads);
  });

  test("by itself asks by itself", async () => {
    await using toy = await aToy();
    const { script, open } = gate();
    toy.carrier.onRequest(script);
    const reads = [toy.read(), toy.read({ isFirstHand: true })];
    await arrived(toy, 2);
    open();
    await Promise.all(reads);
  });
});

test("a call that has been under way for long is joined by nobody", async () => {
  let now = 0;
  const flights = new Flights(
    () => {},
    () => now,
  );
  const wait = {
    context: aContext(),
    givesUpAt: Date.now() + 60_000,
    left: () => null,
    take: (answer: string) => answer,
  };
  const read = (value: string) => flights.join("key", wait, async () => value);
  const slow = Promise.withResolvers<string>();
  const first = flights.join("key", wait, () => slow.promise);
  now = 9_999;
  const joined = read("second");
  now = 10_000;
  expect(await read("third")).toBe("third");
  slow.resolve("first");
  expect(await Promise.all([first, joined])).toEqual(["first", "first"]);
});
