import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { eventsAfter } from "../../src/operations/events.js";
import { noteState } from "../../src/operations/observed.js";
import {
  blockerOf,
  insertIntent,
  openOperations,
  operationById,
  operationByKey,
  wishOf,
} from "../../src/operations/records.js";
import { migrate } from "../../src/store/migrations.js";
import type { Store } from "../../src/store/sql.js";
import { freshDirectory, type Place, STORES } from "../store/support.js";
import { json } from "../support/scripted-answers.js";
import { ScriptedCarrier } from "../support/scripted-carrier.js";
import { isKept, PLAIN, requestOf, startEngine, storeAt } from "./scripted.js";

/** Some carriers know their subscribers by such a number alone. */
const NUMBER = "919876543210";
const DONE = json({ is: "done", carrierCode: "0", carrierMessage: null, reference: null });
const WISH = { subscriber: NUMBER, amount: "49" };

/** A message that is longer than a line of base64. */
const MESSAGE = JSON.stringify({ type: "ACTIVATED", text: "The line has been put into service.", msisdn: NUMBER });

async function keptIn(store: Store) {
  const Kept = z.object({ query: z.string(), subscriber: z.string(), body: z.string(), isSealed: z.boolean() });
  const asked = "select query, subscriber, body, body like 'sealed:%' as \"isSealed\" from inbox";
  const kept = Kept.parse((await store.run(asked))[0]);
  return { ...kept, body: Buffer.from(kept.body, "base64").toString() };
}

describe("an operation on a line that is known by its number", () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = freshDirectory();
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it("G-11 is carried out and told of, and the number is in no file", async () => {
    const carrier = await new ScriptedCarrier(() => DONE).start();
    const { engine, store, stop } = await startEngine({ carrier: carrier.baseUrl, dataDir });
    const conflictKey = `subscriber/${NUMBER}`;
    const request = requestOf({ action: PLAIN, target: NUMBER, conflictKey, partKeys: [conflictKey], wish: WISH });
    expect(await engine.request(request, 10_000)).toMatchObject({ state: "SUCCEEDED", target: NUMBER });
    await noteState(store, "nexcon", { type: "Subscriber", native: NUMBER, state: "ACTIVE" });
    const target = { account: "nexcon", native: NUMBER };
    expect(carrier.requests.map(({ json }) => json)).toEqual([{ wish: WISH }]);
    expect(await engine.list({ target }, 10)).toMatchObject([{ target: NUMBER }]);
    expect((await engine.eventsAfter(0, { target }, 10)).map((event) => event.target)).toEqual(Array(4).fill(NUMBER));
    expect((await engine.replayed(request, 0))?.state).toBe("SUCCEEDED");
    await stop();
    await carrier.stop();
    expect(isKept(dataDir, request.idempotencyKey)).toBe(true);
    expect(isKept(dataDir, NUMBER)).toBe(false);
  });
});

describe("an operation that was stored under another secret of ids", () => {
  it("cannot be read any more: it is called off, and was never sent", async () => {
    const dataDir = freshDirectory();
    const before = await storeAt({ dataDir, idSecret: "the secret of before" });
    await migrate(before);
    const id = randomUUID();
    const request = requestOf({ action: PLAIN, target: NUMBER, wish: WISH });
    await insertIntent(before, { ...request, id, requestHash: "of a request" }, 0);
    await before.close();
    const carrier = await new ScriptedCarrier(() => DONE).start();
    const { engine, stop } = await startEngine({ carrier: carrier.baseUrl, dataDir });
    await expect.poll(async () => (await engine.byId(id))?.state, { timeout: 10_000 }).toBe("CANCELLED");
    expect(carrier.requests).toEqual([]);
    await stop();
    await carrier.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
});

describe.each(STORES)("what was kept in clear in $name", ({ place: prepare }) => {
  let place: Place;
  let store: Store;
  beforeEach(async () => {
    place = await prepare();
    store = await place.open();
    await migrate(store);
    await store.run("delete from schema_version where version >= 10");
    await store.run("alter table operations alter column input type jsonb using input::jsonb");
    await store.run("alter table inbox alter column body type bytea using decode(body, 'base64')");
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  it("is under seal from then on, and is found as before", async () => {
    const id = randomUUID();
    const conflictKey = `subscriber/${NUMBER}`;
    await store.run(
      `insert into operations (id, account, action, target_type, target, conflict_key, requested_by, idempotency_key,
         request_hash, input, state, requested_at, updated_at, part_keys)
       values ($1, 'a', 'RECHARGE', 'Subscriber', $2, $3, 'me', 'key', 'hash', $4, 'OUTCOME_UNKNOWN', now(), now(), $5)`,
      [id, NUMBER, conflictKey, JSON.stringify(WISH), [conflictKey, `sim/${NUMBER}`]],
    );
    await store.run(
      `insert into events (at, account, kind, operation, target, object_seq, state)
       values (now(), 'a', 'OPERATION_CHANGED', $1, $2, 1, 'RUNNING'), (now(), 'a', 'OPERATION_CHANGED', $1, null, 1, 'RUNNING')`,
      [id, NUMBER],
    );
    await store.run(
      "insert into event_objects (account, object, last, observed) values ('a', $1, 1, 'ACTIVE'), ('a', $2, 1, null)",
      [NUMBER, id],
    );
    await store.run(
      `insert into inbox (received_at, account, kind, dedup_key, method, query, headers, body, outcome, subscriber)
       values (now(), 'a', 'EVENTS', 'key', 'POST', 'of=' || $1, '{}', $2, 'noted', $1)`,
      [NUMBER, Buffer.from(MESSAGE)],
    );
    await migrate(store);
    for (const table of ["operations", "events", "event_objects", "inbox"]) {
      const [kept] = await store.run(
        `select string_agg(t::text, ' ') like '%' || $1 || '%' as "isClear" from ${table} t`,
        [NUMBER],
      );
      expect({ table, ...(kept as object) }).toEqual({ table, isClear: false });
    }
    expect(await operationById(store, id)).toMatchObject({ target: NUMBER });
    expect(await wishOf(store, id)).toEqual(WISH);
    expect(await operationByKey(store, "me", "key")).toEqual({ id, requestHash: "hash" });
    expect(await openOperations(store, [conflictKey])).toMatchObject([{ id, conflictKey }]);
    const asked = { account: "a", action: "RECHARGE", conflictKey: `sim/${NUMBER}` } as const;
    expect(await blockerOf(store, asked)).toMatchObject({ id });
    expect(await keptIn(store)).toEqual({ query: `of=${NUMBER}`, subscriber: NUMBER, body: MESSAGE, isSealed: true });
    await noteState(store, "a", { type: "Subscriber", native: NUMBER, state: "SUSPENDED" });
    const told = await eventsAfter(store, 0, { target: { account: "a", native: NUMBER } }, 10);
    expect(told.map(({ objectSeq, observed }) => [objectSeq, observed])).toEqual([
      [1, null],
      [2, "SUSPENDED"],
    ]);
    expect(await store.run("select object from event_objects order by last desc")).toEqual([
      { object: NUMBER },
      { object: id },
    ]);
  });
});
