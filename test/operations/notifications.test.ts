import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { notificationReader } from "../../src/datasources/reach/notifications.js";
import type { Message } from "../../src/model/callback.js";
import { eventsAfter, latestEvent } from "../../src/operations/events.js";
import { dropOld, keptCallback, keptCallbacks } from "../../src/operations/inbox-rows.js";
import { takeLooks } from "../../src/operations/looks.js";
import { receiveMessage } from "../../src/operations/notifications.js";
import { changeOperation, insertIntent, nextOperations, operationById } from "../../src/operations/records.js";
import { replay } from "../../src/operations/replay.js";
import { beginStep } from "../../src/operations/steps.js";
import { TIMING } from "../../src/operations/timing.js";
import { migrate } from "../../src/store/migrations.js";
import type { Store } from "../../src/store/sql.js";
import { type Place, STORES } from "../store/support.js";

const DAY = 86_400;
const READER = notificationReader({});

describe.each(STORES)("messages of a carrier in $name", ({ place: prepare }) => {
  let place: Place;
  let store: Store;
  beforeAll(async () => {
    place = await prepare();
    store = await place.open();
    await migrate(store);
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  /** An operation that nobody looks at for a day: under way, unless it has come to another state. */
  async function operation(of: { account: string; target?: string; reference?: string; state?: "SUCCEEDED" }) {
    const id = randomUUID();
    const { account, target = null, reference = null, state = "RUNNING" } = of;
    const intent = { id, account, action: "SIM_ACTIVATE", target, conflictKey: id } as const;
    await insertIntent(store, { ...intent, requestedBy: "test", idempotencyKey: id, requestHash: id, wish: {} }, DAY);
    await beginStep(store, id, "SIM_ACTIVATE");
    await changeOperation(store, id, { state, reference, nextCheckSeconds: state === "RUNNING" ? DAY : null });
    return id;
  }

  const messageOf = (account: string, said: unknown, channel: Message["channel"] = "RESULTS"): Message => ({
    account,
    channel,
    headers: { "content-type": "application/json" },
    body: typeof said === "string" ? Buffer.from(said) : Buffer.from(JSON.stringify(said)),
  });

  const send = (account: string, said: unknown, channel?: Message["channel"]) =>
    receiveMessage(store, messageOf(account, said, channel), READER);

  const isDue = async (id: string) =>
    (await nextOperations(store, 1000)).some((next) => next.id === id && next.inMs <= 0);
  const looks = async (account: string) =>
    (await takeLooks(store, TIMING, 1000)).filter((look) => look.account === account);
  const kept = (account: string) => keptCallbacks(store, { accounts: [account] }, 100);
  const eventsOf = (account: string) => eventsAfter(store, 0, { accounts: [account] }, 100);

  it("R-72 R-73 makes the operation of a transaction due, and no other", async () => {
    const [account, reference] = [randomUUID(), randomUUID()];
    const [asked, other] = [await operation({ account, reference }), await operation({ account, reference: "other" })];
    const elsewhere = await operation({ account: "elsewhere", reference });
    const said = { type: "PRODUCT_PURCHASE", customerId: "C1", transactionId: reference, status: "COMPLETED" };
    expect(await send(account, said)).toBe("accepted");
    expect([await isDue(asked), await isDue(other), await isDue(elsewhere)]).toEqual([true, false, false]);
    expect(await operationById(store, asked)).toMatchObject({
      state: "RUNNING",
      calledBackAt: expect.stringMatching(/Z$/),
    });
    expect(await kept(account)).toMatchObject([
      { kind: "RESULTS", outcome: "ACCEPTED", typeRaw: "PRODUCT_PURCHASE", operation: asked },
    ]);
  });

  it("R-72 R-73 makes every open operation on a subscriber due where no transaction is named", async () => {
    const account = randomUUID();
    const open = [await operation({ account, target: "C7" }), await operation({ account, target: "C7" })];
    const other = await operation({ account, target: "C8" });
    expect(await send(account, { type: "ACTIVATION", customerId: "C7", status: 2, mobileNo: "1" })).toBe("accepted");
    expect(await Promise.all(open.map(isDue))).toEqual([true, true]);
    expect(await isDue(other)).toBe(false);
    expect(await looks(account)).toEqual([]);
  });

  it("R-71 R-72 keeps one of many that come at once, and tells it once", async () => {
    const account = randomUUID();
    const said = { type: "ACTIVATION", customerId: "C7", status: 2 };
    const results = await Promise.all(Array.from({ length: 8 }, () => send(account, said)));
    expect(results.sort()).toEqual(["accepted", ...Array(7).fill("duplicate")]);
    expect(await kept(account)).toHaveLength(1);
    expect(await eventsOf(account)).toHaveLength(1);
    expect(await send(account, { ...said, status: 8 })).toBe("accepted");
  });

  it("R-71 R-72 has the next operation looked at that ends like one before it within a day", async () => {
    const account = randomUUID();
    const said = { type: "ACTIVATION", customerId: "C7", status: 8 };
    const first = await operation({ account, target: "C7" });
    expect(await send(account, said)).toBe("accepted");
    await changeOperation(store, first, { state: "FAILED", nextCheckSeconds: null });
    const second = await operation({ account, target: "C7" });
    expect(await send(account, said)).toBe("duplicate");
    expect([await isDue(first), await isDue(second)]).toEqual([false, true]);
    expect(await kept(account)).toHaveLength(1);
  });

  it("R-72 takes what has no key of its own for another when its body is another, or a day has passed", async () => {
    const account = randomUUID();
    const said = { eventType: "USAGE_NOTIFICATION", customerId: "C7", threshold: 80 };
    expect(await send(account, said, "EVENTS")).toBe("accepted");
    expect(await send(account, said, "EVENTS")).toBe("duplicate");
    expect(await send(account, { ...said, threshold: 100 }, "EVENTS")).toBe("accepted");
    await store.run("update inbox set received_at = received_at - interval '25 hours' where account = $1", [account]);
    expect(await send(account, said, "EVENTS")).toBe("accepted");
  });

  it("R-74 overwrites no end, in whatever order messages come", async () => {
    const [account, reference] = [randomUUID(), randomUUID()];
    const ended = await operation({ account, reference, state: "SUCCEEDED" });
    const before = await operationById(store, ended);
    for (const status of ["FAILED", "PAYMENT_PENDING"]) {
      expect(await send(account, { type: "PRODUCT_PURCHASE", transactionId: reference, status })).toBe("late");
    }
    expect(await operationById(store, ended)).toEqual(before);
    expect((await kept(account)).map(({ outcome }) => outcome)).toEqual(["LATE", "LATE"]);
    expect(await looks(account)).toEqual([]);
  });

  it("R-75 has a subscriber of whom nothing is open read, and does not believe what is said of him", async () => {
    const account = randomUUID();
    expect(await send(account, { eventType: "PORT_OUT_CONFIRMED", customerId: "C7" }, "EVENTS")).toBe("accepted");
    expect(await looks(account)).toMatchObject([{ subscriber: "C7", looks: 1 }]);
    expect(await eventsOf(account)).toMatchObject([
      { kind: "NOTIFICATION_RECEIVED", typeRaw: "PORT_OUT_CONFIRMED", targetType: "Subscriber", target: "C7" },
    ]);
  });

  it("R-76 keeps and tells types that nobody knows, with their word, and none of their numbers", async () => {
    const account = randomUUID();
    expect(await send(account, { eventType: "SOMETHING_NEW" }, "EVENTS")).toBe("noted");
    expect(await send(account, { eventType: "LINE\n14045550100 gone\u0000" }, "EVENTS")).toBe("noted");
    expect((await kept(account)).map(({ typeRaw }) => typeRaw)).toEqual(["LINE?# gone?", "SOMETHING_NEW"]);
    expect((await eventsOf(account)).map(({ typeRaw, target }) => [typeRaw, target])).toEqual([
      ["SOMETHING_NEW", null],
      ["LINE?# gone?", null],
    ]);
  });

  it.each([
    ["no JSON", "<html>"],
    ["half a JSON text", '{"type":"ACTIVATION","customerId":'],
    ["a list", "[1]"],
    ["null", "null"],
    ["nothing", ""],
    ["an object without anything", "{}"],
    ["members of other types", '{"type":{},"customerId":[],"transactionId":true}'],
    ["bytes that are no text", Buffer.from([0xff, 0xfe, 0]).toString("latin1")],
  ])("keeps and tells nothing of %s but that it came", async (_name, body) => {
    const account = randomUUID();
    await operation({ account, target: "C7" });
    const events = (await eventsOf(account)).length;
    expect(await send(account, body)).toBe("malformed");
    expect(await kept(account)).toMatchObject([{ outcome: "MALFORMED", operation: null, typeRaw: null }]);
    expect(await eventsOf(account)).toHaveLength(events);
    expect(await looks(account)).toEqual([]);
  });

  it("takes ids that could not be any for none", async () => {
    const account = randomUUID();
    expect(await send(account, { type: "A", customerId: "C\u00007", transactionId: "x".repeat(5000) })).toBe("noted");
  });

  it("keeps so many in a day, those that cannot be read apart, and has open operations looked at all the same", async () => {
    const account = randomUUID();
    const limits = { perDay: 2, malformedPerDay: 1 };
    const take = (said: unknown) => receiveMessage(store, messageOf(account, said), READER, limits);
    const results = [await take("<a"), await take("<b")];
    for (const customerId of ["C1", "C2", "C3"]) results.push(await take({ type: "ACTIVATION", customerId }));
    expect(results).toEqual(["malformed", "over", "accepted", "accepted", "over"]);
    const open = await operation({ account, target: "C4" });
    expect(await take({ type: "ACTIVATION", customerId: "C4" })).toBe("over");
    expect(await isDue(open)).toBe(true);
  });

  it("drops what was sent, and later all of it", async () => {
    const account = randomUUID();
    await send(account, { type: "ACTIVATION", customerId: "C7", status: 2 });
    await store.run("update inbox set received_at = now() - interval '31 days' where account = $1", [account]);
    await dropOld(store, 30 * DAY, 90 * DAY);
    const left = await store.run("select length(body) as bytes, query, headers from inbox where account = $1", [
      account,
    ]);
    expect(left).toEqual([{ bytes: 0, query: "", headers: {} }]);
    expect(await kept(account)).toHaveLength(1);
    await store.run("update inbox set received_at = now() - interval '91 days' where account = $1", [account]);
    await dropOld(store, 30 * DAY, 90 * DAY);
    expect(await kept(account)).toEqual([]);
  });

  describe("a replay", () => {
    const again = (id: string, idempotencyKey = randomUUID(), reader = READER) =>
      replay(store, { id, requestedBy: "test", idempotencyKey }, () => reader);

    it("has the effect once more, once for one key", async () => {
      const [account, reference, key] = [randomUUID(), randomUUID(), randomUUID()];
      const id = await operation({ account, reference });
      await send(account, { type: "PRODUCT_PURCHASE", transactionId: reference, status: "COMPLETED" });
      const rest = () => store.run("update operations set next_check_at = null where id = $1", [id]);
      const [callback] = await kept(account);
      await rest();
      await again(callback?.id ?? "", key);
      expect(await isDue(id)).toBe(true);
      await rest();
      await again(callback?.id ?? "", key);
      expect(await isDue(id)).toBe(false);
      expect(await eventsOf(account)).toHaveLength(3);
    });

    it("reads anew what could not be read, and tells when it still cannot", async () => {
      const account = randomUUID();
      await send(account, '["C7"]');
      const id = (await kept(account))[0]?.id ?? "";
      await expect(again(id)).rejects.toMatchObject({ code: "STATE_CHANGED" });
      const told = { typeRaw: "NEW", subscriber: "C7", reference: null, statusRaw: null, dedupKey: null };
      await again(id, undefined, { read: () => told, isAuthentic: () => true });
      expect(await keptCallback(store, id)).toMatchObject({ outcome: "ACCEPTED", typeRaw: "NEW" });
      expect(await looks(account)).toMatchObject([{ subscriber: "C7" }]);
    });

    it("changes nothing of what has ended", async () => {
      const [account, reference] = [randomUUID(), randomUUID()];
      const id = await operation({ account, reference, state: "SUCCEEDED" });
      await send(account, { type: "PRODUCT_PURCHASE", transactionId: reference });
      const before = await operationById(store, id);
      await again((await kept(account))[0]?.id ?? "");
      expect(await operationById(store, id)).toEqual(before);
    });

    it("is refused for what is not there, and for a key that was used for another", async () => {
      const [account, key] = [randomUUID(), randomUUID()];
      for (const customerId of ["C1", "C2"]) await send(account, { type: "ACTIVATION", customerId });
      const [one, other] = await kept(account);
      await again(one?.id ?? "", key);
      await expect(again(other?.id ?? "", key)).rejects.toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED" });
      await expect(again("9007199254740000")).rejects.toMatchObject({ code: "NOT_FOUND" });
    });
  });

  it("counts the events of each object without gaps, also where several write at once", async () => {
    const account = randomUUID();
    const id = await operation({ account, target: "C7" });
    await Promise.all([
      ...Array.from({ length: 12 }, (_, n) => send(account, { type: "ACTIVATION", customerId: "C7", status: n })),
      changeOperation(store, id, { state: "OUTCOME_UNKNOWN", nextCheckSeconds: DAY }),
    ]);
    const events = await eventsOf(account);
    expect(events.map(({ objectSeq }) => objectSeq)).toEqual(Array.from({ length: 15 }, (_, n) => n + 1));
    expect(events.at(-1)?.seq).toBe(await latestEvent(store));
    const kinds = await eventsAfter(store, 0, { accounts: [account], kinds: ["CALLBACK_RECEIVED"] }, 100);
    expect(kinds).toHaveLength(12);
  });
});
