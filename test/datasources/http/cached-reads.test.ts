import { describe, expect, test } from "vitest";
import type { CallContext } from "../../../src/datasources/call.js";
import { json } from "../../support/scripted-answers.js";
import { aContext, accepted, aToy, readLine, refused, suspendLine } from "./toy.js";

const LINE = "/lines/7";
const cache = { seconds: 3_600, operations: {}, staleSeconds: 3_600 };
const kept: Partial<CallContext> = { ageLimit: { maxAgeMs: 3_600_000, allowStale: false } };
/** Wants an answer of now, and takes an old one when there is none. */
const orStale: Partial<CallContext> = { ageLimit: { maxAgeMs: 0, allowStale: true } };

async function aKeepingToy() {
  const toy = await aToy({ cache, objectField: "lineId" });
  toy.carrier.onRequest(() => accepted());
  return toy;
}

/** What a read notes of its answer. */
function noting() {
  const noted: [string, number][] = [];
  return { noted, note: (freshness: string, fetchedAt: number) => noted.push([freshness, fetchedAt]) };
}

describe("a kept answer", () => {
  test("is told to who allows it, with the time at which it was fetched", async () => {
    await using toy = await aKeepingToy();
    const { noted, note } = noting();
    const first = await toy.read({ note });
    expect(await toy.read({ ...kept, note })).toEqual(first);
    expect(toy.carrier.to(LINE)).toHaveLength(1);
    const [[, fetchedAt] = []] = noted;
    expect(noted).toEqual([
      ["LIVE", fetchedAt],
      ["CACHED", fetchedAt],
    ]);
  });

  test("is told to nobody else", async () => {
    await using toy = await aKeepingToy();
    await toy.read(kept);
    await toy.read();
    await toy.read({ ageLimit: null });
    await toy.read(orStale);
    expect(toy.carrier.to(LINE)).toHaveLength(4);
  });

  test("is there only where the account has it kept", async () => {
    await using toy = await aToy();
    toy.carrier.onRequest(() => accepted());
    await toy.read(kept);
    await toy.read(kept);
    expect(toy.carrier.to(LINE)).toHaveLength(2);
  });

  test("is no record of a call", async () => {
    await using toy = await aKeepingToy();
    await toy.read(kept);
    const count = toy.records.length;
    await toy.read(kept);
    expect(toy.records).toHaveLength(count);
  });

  test.each([
    ["a failure", refused("17")],
    ["an outage", json({}, 500)],
    ["an answer that tells nothing", refused("404")],
  ])("is never %s", async (_, answer) => {
    await using toy = await aKeepingToy();
    toy.carrier.onRequest(() => answer);
    await toy.read(kept);
    toy.carrier.onRequest(() => accepted());
    expect(await toy.read(kept)).toMatchObject({ is: "done" });
  });
});

describe("a change", () => {
  test.each([
    ["that was made", accepted()],
    ["that was refused", refused("17")],
    ["whose outcome is unknown", json({}, 500)],
  ])("%s makes what is kept of its object worthless, and nothing else", async (_, answer) => {
    await using toy = await aKeepingToy();
    const read = (lineId: string) => toy.client.call(readLine, { params: { lineId } }, aContext(kept));
    await Promise.all([read("7"), read("8")]);
    toy.carrier.serve("/lines/7/suspend", () => answer);
    await toy.suspend();
    await Promise.all([read("7"), read("8")]);
    expect([toy.carrier.to("/lines/7").length, toy.carrier.to("/lines/8").length]).toEqual([2, 1]);
  });

  test("of one of several carriers' objects, not told which, makes all worthless", async () => {
    await using toy = await aToy({ cache });
    toy.carrier.onRequest(() => accepted());
    await toy.read(kept);
    await toy.client.call(suspendLine, { params: { lineId: "8" }, body: { reason: "lost" } }, aContext());
    await toy.read(kept);
    expect(toy.carrier.to(LINE)).toHaveLength(2);
  });

  test("that is under way lets nothing be kept that was read beside it", async () => {
    await using toy = await aKeepingToy();
    const { promise, resolve } = Promise.withResolvers<void>();
    toy.carrier.serve("/lines/7/suspend", () => promise.then(() => accepted()));
    const suspended = toy.suspend();
    await toy.read(kept);
    resolve();
    await suspended;
    await toy.read(kept);
    expect(toy.carrier.to(LINE)).toHaveLength(2);
  });
});

test("who follows a change reads for itself, and what it reads is told from then on", async () => {
  await using toy = await aKeepingToy();
  await toy.read(kept);
  await toy.read({ isFirstHand: true });
  await toy.read(kept);
  expect(toy.carrier.to(LINE)).toHaveLength(2);
});

describe("a stale answer", () => {
  test.each([
    ["cannot be reached", json({}, 503), "STALE"],
    ["asks for fewer calls", json({}, 429), "STALE"],
    ["refuses", refused("17"), "NOT_FOUND"],
    ["does not accept the credentials", json({}, 401), "CARRIER_AUTH_FAILED"],
    ["answers with something else", json({ odd: true }), "CARRIER_CONTRACT_VIOLATION"],
  ])("when the carrier %s", async (_, answer, told) => {
    await using toy = await aKeepingToy();
    await toy.read();
    toy.carrier.onRequest(() => answer);
    const { noted, note } = noting();
    const outcome = await toy.read({ ...orStale, note });
    if (told === "STALE") expect([outcome, noted]).toMatchObject([{ is: "done" }, [["STALE", expect.any(Number)]]]);
    else expect([outcome, noted]).toMatchObject([{ code: told }, []]);
  });

  test("is told to nobody who did not ask for it", async () => {
    await using toy = await aKeepingToy();
    await toy.read();
    toy.carrier.onRequest(() => json({}, 503));
    const limits = [undefined, { maxAgeMs: 0, allowStale: false }];
    for (const ageLimit of limits) {
      expect(await toy.read(ageLimit ? { ageLimit } : {})).toMatchObject({ code: "CARRIER_UNAVAILABLE" });
    }
  });

  test("is never one from before a change", async () => {
    await using toy = await aKeepingToy();
    await toy.read();
    await toy.suspend();
    toy.carrier.onRequest(() => json({}, 503));
    expect(await toy.read(orStale)).toMatchObject({ code: "CARRIER_UNAVAILABLE" });
  });
});
