import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Callback } from "../../src/model/callback.js";
import { openAddress, receive } from "../../src/operations/inbox.js";
import { changeOperation, insertIntent, nextOperations } from "../../src/operations/records.js";
import { beginStep } from "../../src/operations/steps.js";
import { migrate } from "../../src/store/migrations.js";
import type { Store } from "../../src/store/sql.js";
import { type Place, STORES } from "../store/support.js";

const DAY = 86_400;

describe.each(STORES)("the inbox in $name", ({ place: prepare }) => {
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

  /** An operation that its carrier has taken on, nobody looks at for a day, and what may be sent to its address. */
  async function pending(seconds = DAY): Promise<{ id: string; callback: Callback }> {
    const id = randomUUID();
    const intent = { id, account: "nexcon", action: "SIM_ACTIVATE", target: id, conflictKey: id } as const;
    const asked = { requestedBy: "test", idempotencyKey: id, requestHash: id, wish: {} };
    await insertIntent(store, { ...intent, ...asked }, DAY);
    await beginStep(store, id, "SIM_ACTIVATE");
    const address = await openAddress(store, intent, "http://localhost/", seconds);
    await changeOperation(store, id, { state: "RUNNING", nextCheckSeconds: DAY });
    const token = address.split("/").at(-1) ?? "";
    const sent = { method: "POST", query: "", headers: { "content-type": "text/plain" } };
    return { id, callback: { account: "nexcon", token, ...sent, body: Buffer.from([0, 255, 10]) } };
  }

  const isDue = async (id: string) =>
    (await nextOperations(store, 1000)).some((next) => next.id === id && next.inMs <= 0);

  it("makes the operation due with the first of many that come at once", async () => {
    const { id, callback } = await pending();
    expect(await isDue(id)).toBe(false);
    const results = await Promise.all(Array.from({ length: 10 }, () => receive(store, callback)));
    expect(results.sort()).toEqual(["accepted", ...Array(9).fill("duplicate")]);
    expect(await isDue(id)).toBe(true);
  });

  it("keeps a body as it came, byte by byte", async () => {
    const { id, callback } = await pending();
    await receive(store, callback);
    const asked = "select body, headers, body like 'sealed:%' as \"isSealed\" from inbox where operation = $1";
    const body = Buffer.from([0, 255, 10]).toString("base64");
    expect(await store.run(asked, [id])).toEqual([{ body, headers: { "content-type": "text/plain" }, isSealed: true }]);
  });

  it("has what came while the carrier was being read looked at once more", async () => {
    const { id, callback } = await pending();
    await receive(store, callback);
    await changeOperation(store, id, { state: "RUNNING", nextCheckSeconds: DAY });
    expect(await isDue(id)).toBe(true);
    await changeOperation(store, id, { state: "RUNNING", nextCheckSeconds: DAY });
    expect(await isDue(id)).toBe(false);
  });

  it("keeps what comes after the end, and changes nothing", async () => {
    const { id, callback } = await pending();
    await changeOperation(store, id, { state: "SUCCEEDED", nextCheckSeconds: null });
    expect(await receive(store, callback)).toBe("late");
    const [row] = await store.run("select state, next_check_at, called_back_at from operations where id = $1", [id]);
    expect(row).toEqual({ state: "SUCCEEDED", next_check_at: null, called_back_at: null });
    expect(await store.run("select outcome from inbox where operation = $1", [id])).toEqual([{ outcome: "late" }]);
  });

  it("keeps nothing for an address that has expired, is another account's, or is none", async () => {
    const { callback } = await pending();
    const old = await pending(-1);
    const before = await store.run("select id from inbox");
    expect(await receive(store, old.callback)).toBe("expired");
    expect(await receive(store, { ...callback, account: "other" })).toBe("unknown");
    expect(await receive(store, { ...callback, token: "x".repeat(43) })).toBe("unknown");
    expect(await receive(store, { ...callback, token: "' or true --" })).toBe("unknown");
    expect(await store.run("select id from inbox")).toHaveLength(before.length);
  });
});
