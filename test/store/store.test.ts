import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { migrate } from "../../src/store/migrations.js";
import { notify, row, rows, type Store } from "../../src/store/sql.js";
import { type Place, SERVER_STORES, STORES } from "./support.js";

const Counted = z.object({ count: z.number() });
const count = (store: Store, table: string) => row(store, Counted, `select count(*) from ${table}`);

describe.each(STORES)("$name", ({ place: prepare }) => {
  let place: Place;
  let store: Store;

  beforeEach(async () => {
    place = await prepare();
    store = await place.open();
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  it("is brought to the same schema however often", async () => {
    await migrate(store);
    const once = await rows(store, z.object({ version: z.int() }), "select version from schema_version order by 1");
    await migrate(store);
    expect(await rows(store, z.object({ version: z.int() }), "select version from schema_version order by 1")).toEqual(
      once,
    );
    expect(once.map(({ version }) => version)).toEqual(once.map((_, index) => index + 1));
  });

  it("is brought to its schema once by many that start together", async () => {
    await Promise.all([migrate(store), migrate(store), migrate(store), migrate(store), migrate(store)]);
    expect(await count(store, "operations")).toEqual({ count: 0 });
  });

  it("keeps nothing of a transaction that fails", async () => {
    await store.run("create table things (name text)");
    const failing = store.transaction(async (sql) => {
      await sql.run("insert into things values ('one')");
      await sql.run("insert into things values ('two')");
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await count(store, "things")).toEqual({ count: 0 });
  });

  it("goes on after a statement that the store refuses inside a transaction", async () => {
    await store.run("create table things (name text primary key)");
    const twice = store.transaction(async (sql) => {
      await sql.run("insert into things values ('one')");
      await sql.run("insert into things values ('one')");
    });
    await expect(twice).rejects.toThrow("duplicate key");
    await store.transaction((sql) => sql.run("insert into things values ('two')"));
    expect(await count(store, "things")).toEqual({ count: 1 });
  });

  it("gives counts as numbers, instants as dates, documents as they were put in, and takes lists", async () => {
    const [found] = await store.run(
      `select 3::bigint as count, '2026-01-02T03:04:05Z'::timestamptz as at, $1::jsonb as document,
         'b' = any($2::text[]) as "isListed", null::text as nothing`,
      [JSON.stringify({ a: ["b", 1, null] }), ["a", "b"]],
    );
    expect(found).toEqual({
      count: 3,
      at: new Date("2026-01-02T03:04:05Z"),
      document: { a: ["b", 1, null] },
      isListed: true,
      nothing: null,
    });
  });

  it("lets listeners hear what is said, once it holds, until they stop", async () => {
    const heard: string[] = [];
    const stop = await store.listen("news", (payload) => heard.push(payload));
    await store
      .transaction(async (sql) => {
        await notify(sql, "news", "unsaid");
        throw new Error("not to be");
      })
      .catch(() => {});
    await notify(store, "news", "first");
    await store.transaction((sql) => notify(sql, "news", "second"));
    await expect.poll(() => heard).toEqual(["first", "second"]);
    await stop();
    await notify(store, "news", "third");
    await store.run("select 1");
    expect(heard).toEqual(["first", "second"]);
  });

  it("keeps what it was told over a restart", async () => {
    await migrate(store);
    await store.run("create table things (name text)");
    await store.run("insert into things values ('one')");
    await store.close();
    store = await place.open();
    await migrate(store);
    expect(await count(store, "things")).toEqual({ count: 1 });
  });
});

describe.each(SERVER_STORES)("$name", ({ place: prepare }) => {
  it("listens again after its connections are cut, and says that something may have been missed", async () => {
    const place = await prepare();
    const store = await place.open();
    const heard: string[] = [];
    await store.listen("news", (payload) => heard.push(payload));
    const others = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()";
    await store.run(`${others} and pid <> pg_backend_pid()`);
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual([""]);
    await notify(store, "news", "again");
    await expect.poll(() => heard).toEqual(["", "again"]);
    await store.close();
    await place.remove();
  });

  it("is one for all that open it: what one says the others hear, and the schema is made once", async () => {
    const place = await prepare();
    const replicas = await Promise.all([place.open(), place.open(), place.open()]);
    await Promise.all(replicas.map(migrate));
    const [one, another] = replicas;
    const heard: string[] = [];
    await another?.listen("news", (payload) => heard.push(payload));
    if (one) await notify(one, "news", "across");
    await expect.poll(() => heard).toEqual(["across"]);
    await Promise.all(replicas.map((replica) => replica.close()));
    await place.remove();
  });
});
