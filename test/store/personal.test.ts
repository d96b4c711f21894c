import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Ids } from "../../src/ids.js";
import { openEmbedded } from "../../src/store/embedded.js";
import { personal, sealing } from "../../src/store/personal.js";
import type { Store } from "../../src/store/sql.js";
import { putEmptyStore } from "../support/empty-store.js";
import { freshDirectory, type Place, STORES } from "./support.js";

const NUMBER = "919876543210";

describe.each(STORES)("a personal value in $name", ({ place: prepare }) => {
  let place: Place;
  let store: Store;
  beforeAll(async () => {
    place = await prepare();
    store = await place.open();
    await store.run("create table people (name text, numbers text[])");
  });
  beforeEach(() => store.run("truncate people"));
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  const put = (name: string | null) =>
    store.run("insert into people values ($1, $2)", [personal(name), [name ?? ""].map(personal)]);
  const clear = (number: string) =>
    store.run("select name from people where people::text like '%' || $1 || '%'", [number]);

  it("is kept under seal and given back as it was, in a transaction or not", async () => {
    await put(NUMBER);
    await store.transaction((sql) => sql.run("insert into people (name) values ($1)", [personal("another")]));
    expect(await clear(NUMBER)).toEqual([]);
    expect(await store.run("select name from people")).toEqual([{ name: NUMBER }, { name: "another" }]);
  });

  it("is found again, alone and among several", async () => {
    await put(NUMBER);
    await put("another");
    const found = [{ name: NUMBER }];
    expect(await store.run("select name from people where name = $1", [personal(NUMBER)])).toEqual(found);
    const several = [["none", NUMBER].map(personal)];
    expect(await store.run("select name from people where name = any($1)", several)).toEqual(found);
    expect(await store.run("select name from people where numbers && $1", several)).toEqual(found);
    expect(await store.run("select name from people where name = $1", [NUMBER])).toEqual([]);
  });

  it("may be missing, or empty", async () => {
    await put(null);
    await put("");
    expect(await store.run("select name from people where name is null")).toEqual([{ name: null }]);
    expect(await store.run("select name from people where name = ''")).toEqual([{ name: "" }]);
  });
});

describe("a personal value", () => {
  const directory = freshDirectory();
  let store: Store;
  beforeAll(async () => {
    await putEmptyStore(`${directory}/store`);
    store = await openEmbedded(`${directory}/store`);
  });
  afterAll(async () => {
    await store.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it.each([
    ["a text", "select $1::text as it", [personal(NUMBER)]],
    ["a list", "select $1::text[] as it", [[personal(NUMBER)]]],
    ["a document", "select $1::jsonb as it", [personal(NUMBER)]],
  ])("is refused as %s by a store that seals nothing", async (_, text, values) => {
    await expect(store.run(text, values)).rejects.toThrow("in clear");
  });

  it("of another secret is given back as it is kept, and is found by nobody", async () => {
    const [one, other] = [new Ids(randomUUID()), new Ids(randomUUID())].map((ids) => sealing(store, ids));
    await store.run("create table people (name text)");
    await one?.run("insert into people values ($1)", [personal(NUMBER)]);
    expect(await other?.run("select name from people")).toEqual(await store.run("select name from people"));
    expect(await other?.run("select name from people where name = $1", [personal(NUMBER)])).toEqual([]);
  });
});
