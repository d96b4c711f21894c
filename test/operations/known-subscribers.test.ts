import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Ids } from "../../src/ids.js";
import type { Subscriber } from "../../src/model/subscriber.js";
import { KnownSubscribers } from "../../src/operations/known-subscribers.js";
import { migrate } from "../../src/store/migrations.js";
import type { Store } from "../../src/store/sql.js";
import { specimen, startAll } from "../graph/all-carriers.js";
import { freshDirectory, type Place, STORES } from "../store/support.js";
import { isKept } from "./scripted.js";
import { KEEPING, startLab } from "./support.js";

const SECRET = "secret of the tests of those who are known";
const MOMENT = { kind: "UNKNOWN", raw: null } as const;

/** A subscriber as a carrier tells of it, with what is kept of it. */
const subscriberOf = (native: string, msisdn: string | null, iccid: string | null, account: string): Subscriber => ({
  key: { account, native },
  msisdn,
  state: "ACTIVE",
  stateRaw: null,
  name: null,
  email: null,
  sim: iccid === null ? null : { ...SIM, key: { account, native: iccid }, iccid },
  plan: null,
  planTo: MOMENT,
  activatedAt: MOMENT,
  nextBillingAt: MOMENT,
  balances: null,
  addons: null,
  reach: null,
  nextComm: null,
});

const SIM = {
  imsi: null,
  msisdn: null,
  eid: null,
  state: "ACTIVE",
  stateRaw: null,
  endpoint: null,
  detail: null,
} as const;

describe.each(STORES)("over $name", ({ place }) => {
  let at: Place;
  let store: Store;
  let known: KnownSubscribers;
  /** Each test has accounts of its own. */
  let one: string;
  let two: string;
  let ada: Subscriber;
  beforeAll(async () => {
    at = await place();
    store = await at.open();
    await migrate(store);
  });
  beforeEach(() => {
    known = new KnownSubscribers(store, new Ids(SECRET));
    [one, two] = [randomUUID(), randomUUID()];
    ada = subscriberOf("27827000042", "27827000042", "8927076191410073003", one);
  });
  afterAll(async () => {
    await store.close();
    await at.remove();
  });

  const listed = async (size = 100) => {
    const first = await known.list(one, { number: 1, size });
    const natives = [...first.natives];
    for (let number = 2; natives.length < first.total; number += 1) {
      natives.push(...(await known.list(one, { number, size })).natives);
    }
    return natives;
  };

  it("is found, listed and forgotten as soon as it was met, though nobody has waited", async () => {
    void known.note(ada);
    expect(await known.find(one, { kind: "msisdn", value: "27827000042" })).toEqual([ada.key.native]);
    void known.note({ ...ada, msisdn: "27827000043" });
    expect(await listed()).toEqual([ada.key.native]);
    expect(await known.find(one, { kind: "msisdn", value: "27827000042" })).toEqual([]);
    void known.note(ada);
    await known.forget(one, ada.key.native);
    await known.settled();
    expect(await listed()).toEqual([]);
  });

  it("is found by its number with and without country code, and by its ICCID, in its own account alone", async () => {
    await known.note(ada);
    for (const value of ["27827000042", "+27 82 700 0042", "0027827000042", "7827000042"]) {
      expect(await known.find(one, { kind: "msisdn", value })).toEqual(["27827000042"]);
    }
    expect(await known.find(one, { kind: "iccid", value: "8927076191410073003" })).toEqual(["27827000042"]);
    expect(await known.find(one, { kind: "iccid", value: "27827000042" })).toEqual([]);
    expect(await known.find(two, { kind: "msisdn", value: "27827000042" })).toEqual([]);
  });

  it("is found by the numbers that it has now", async () => {
    await known.note(ada);
    await known.note(subscriberOf("27827000042", "27827000099", null, one));
    expect(await known.find(one, { kind: "msisdn", value: "27827000042" })).toEqual([]);
    expect(await known.find(one, { kind: "iccid", value: "8927076191410073003" })).toEqual([]);
    expect(await known.find(one, { kind: "msisdn", value: "27827000099" })).toEqual(["27827000042"]);
  });

  it("is neither listed nor found when it is gone, and both when it is met again", async () => {
    await known.note(ada);
    await known.forget(one, "27827000042");
    expect(await listed()).toEqual([]);
    expect(await known.find(one, { kind: "msisdn", value: "27827000042" })).toEqual([]);
    await known.note(ada);
    expect(await listed()).toEqual(["27827000042"]);
    expect(await known.find(one, { kind: "msisdn", value: "27827000042" })).toEqual(["27827000042"]);
  });

  it("is listed once, in an order that stays, whatever the pages are", async () => {
    const all = Array.from({ length: 23 }, (_, nth) => `C1002${String(nth).padStart(2, "0")}`);
    for (const native of all) await known.note(subscriberOf(native, null, null, one));
    await known.note(subscriberOf("C100200", "4705550001", null, one));
    await known.note(subscriberOf("C900000", null, null, two));
    const order = await listed();
    expect(order.toSorted()).toEqual(all);
    for (const size of [1, 5, 23]) expect(await listed(size)).toEqual(order);
    expect(await known.list(two, { number: 1, size: 5 })).toEqual({ natives: ["C900000"], total: 1 });
  });

  it("is still known after a restart, and to another replica", async () => {
    await known.note(ada);
    const other = new KnownSubscribers(store, new Ids(SECRET));
    expect(await other.list(one, { number: 1, size: 5 })).toEqual({ natives: ["27827000042"], total: 1 });
  });

  it("is nobody under another secret, where it spoils no page", async () => {
    await known.note(ada);
    known = new KnownSubscribers(store, new Ids("another secret of these tests"));
    expect(await known.list(one, { number: 1, size: 5 })).toEqual({ natives: [], total: 0 });
    await known.note(ada);
    expect(await listed(1)).toEqual(["27827000042"]);
  });

  it("G-11 shows no number in the store, neither as its id nor beside it", async () => {
    await known.note(ada);
    const [row] = await store.run("select * from known_subscribers where account = $1", [one]);
    expect(row).toMatchObject({ account: one, msisdn_seal: expect.any(String), iccid_seal: expect.any(String) });
    expect(JSON.stringify(row)).not.toMatch(/2700|7000042|8927076|410073003/);
  });
});

describe.each(KEEPING)("the program over $name", ({ prepare }) => {
  it("knows whom its own operations have made, though nobody has read them", async () => {
    const { settings, remove } = await prepare();
    const lab = await startLab({ ...settings, accounts: ({ nextcomm }) => nextcomm.accounts });
    try {
      const iccid = lab.sandbox.nextcomm.specimens["next-za"]?.simFree;
      const query = `mutation ($input: SubscriberCreateInput!) {
        it: subscriberCreate(input: $input) { operation { state } userErrors { message } } }`;
      const plans = `{ it: plans(filter: { accounts: ["next-za"], kinds: [BASE] }) { nodes { id } } }`;
      const [plan] = (await lab.caller.only<{ nodes: readonly { id: string }[] }>(plans, {})).nodes;
      const person = { firstName: "Ada", lastName: "Byron", alternateMsisdn: "27820000001", email: "ada@example.com" };
      const input = { ...person, account: "next-za", plan: plan?.id, simType: "PHYSICAL", iccid, idempotencyKey: "k" };
      expect(await lab.caller.only(query, { input })).toEqual({ operation: { state: "SUCCEEDED" }, userErrors: [] });
      const listed = "{ it: subscribers { totalCount nodes { sim { iccid } } } }";
      expect(await lab.caller.only(listed, {})).toEqual({ totalCount: 1, nodes: [{ sim: { iccid } }] });
    } finally {
      await lab.stop();
      await remove();
    }
  });

  it("forgets whom the carrier does not know any more, until he is read again", async () => {
    const { settings, remove } = await prepare();
    const lab = await startLab({ ...settings, accounts: ({ nextcomm }) => nextcomm.accounts });
    try {
      await lab.caller.operations();
      const numbers = ["active", "suspended"].map((name) => lab.sandbox.nextcomm.specimens["next-za"]?.[name]);
      const read = `query ($msisdn: String!) { it: subscriber(by: { msisdn: $msisdn }, account: "next-za") { id } }`;
      const meet = () => Promise.all(numbers.map((msisdn) => lab.caller.only(read, { msisdn })));
      const listed = "{ it: subscribers { totalCount nodes { id } } }";
      const count = async () => {
        const { totalCount, nodes } = await lab.caller.only<{ totalCount: number; nodes: object[] }>(listed, {});
        return [totalCount, nodes.length];
      };
      await meet();
      await expect.poll(count).toEqual([2, 2]);
      const fault = "code;outer=1;code=0;description=Record Not Available !!!";
      lab.sandbox.faults.add({ operation: "GetSubscriberInfo", times: 1, fault });
      expect(await count()).toEqual([1, 1]);
      expect(await count()).toEqual([1, 1]);
      await meet();
      await expect.poll(count).toEqual([2, 2]);
    } finally {
      await lab.stop();
      await remove();
    }
  });
});

describe("a read", () => {
  it("does not wait for a store that cannot be reached; only who asks by what it keeps is refused", async () => {
    const lab = await startLab({
      databaseUrl: "postgres://nobody@127.0.0.1:9/none",
      accounts: ({ reach, nextcomm }) => [...reach.accounts, ...nextcomm.accounts],
    });
    try {
      const { data, errors } = await lab.caller.post(`{
        next: subscriber(by: { msisdn: "${lab.sandbox.nextcomm.specimens["next-za"]?.active}" }) { state }
        reach: subscriber(by: { carrierSubscriberId: "${lab.sandbox.reach.specimens["reach-us"]?.active}" }, account: "reach-us") { state }
        byNumber: subscriber(by: { msisdn: "4705550001" }, account: "reach-us") { state }
        subscribers { nodes { id } sources { status error { code } } }
      }`);
      expect(data).toMatchObject({
        next: { state: "ACTIVE" },
        reach: { state: "ACTIVE" },
        byNumber: null,
        subscribers: {
          nodes: [],
          sources: Array.from({ length: 4 }, () => ({ error: { code: "STORE_UNAVAILABLE" } })),
        },
      });
      expect(errors).toMatchObject([{ path: ["byNumber"], extensions: { code: "STORE_UNAVAILABLE" } }]);
    } finally {
      await lab.stop();
    }
  });
});

describe("an account that is read-only", () => {
  it("has its subscribers known and found all the same, and G-11 no number of them is in a file", async () => {
    const dataDir = freshDirectory();
    const readOnly = { readOnly: true };
    const lab = await startAll({ "reach-us": readOnly, "next-za": readOnly, "next-eu": readOnly }, { dataDir });
    const msisdn = specimen(lab, "next-za", "active");
    const customer = specimen(lab, "reach-us", "active");
    const read = `query ($id: ID!, $account: ID!) {
      it: subscriber(by: { carrierSubscriberId: $id }, account: $account) { msisdn sim { iccid } } }`;
    type Line = { msisdn: string; sim: { iccid: string } };
    const lines = [
      await lab.caller.only<Line>(read, { id: msisdn, account: "next-za" }),
      await lab.caller.only<Line>(read, { id: customer, account: "reach-us" }),
    ];
    const listed = "{ it: subscribers { nodes { msisdn sim { iccid } } } }";
    await expect.poll(() => lab.caller.only(listed, {})).toEqual({ nodes: lines.toReversed() });
    await lab.stop();
    expect(isKept(dataDir, "known_subscribers")).toBe(true);
    expect(lines.flatMap(({ msisdn, sim }) => [msisdn, sim.iccid]).filter((number) => isKept(dataDir, number))).toEqual(
      [],
    );
    rmSync(dataDir, { recursive: true, force: true });
  });
});
