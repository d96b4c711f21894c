import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Presence, presence } from "../../src/operations/replicas.js";
import { migrate } from "../../src/store/migrations.js";
import type { Store } from "../../src/store/sql.js";
import { type Place, STORES } from "../store/support.js";

describe.each(STORES)("the processes on one $name", ({ place: make }) => {
  let place: Place;
  let store: Store;
  beforeEach(async () => {
    place = await make();
    store = await place.open();
    await migrate(store);
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  /** A process that beats whenever it is told to, and how many it was told of. */
  function aReplica() {
    const told: number[] = [];
    const replica = presence(store, (count) => told.push(count), 0);
    return { replica, told };
  }

  const beat = async ({ due }: Presence) => {
    for (const piece of (await due(1)).pieces) await piece();
  };

  it("know how many they are, and that one has left", async () => {
    const [one, other] = [aReplica(), aReplica()];
    await beat(one.replica);
    await beat(one.replica);
    await beat(other.replica);
    await beat(one.replica);
    await other.replica.leave();
    await beat(one.replica);
    expect([one.told, other.told]).toEqual([[1, 1, 2, 1], [2]]);
  });

  it("forget one that has not been heard of for long", async () => {
    const [one, dead] = [aReplica(), aReplica()];
    await beat(dead.replica);
    await beat(one.replica);
    await store.run("update replicas set seen_at = seen_at - interval '16 seconds'");
    await beat(one.replica);
    expect(one.told).toEqual([2, 1]);
  });

  it("say it only so often", async () => {
    const told: number[] = [];
    const replica = presence(store, (count) => told.push(count), 3_600_000);
    await beat(replica);
    await beat(replica);
    expect(told).toEqual([1]);
  });
});
