import { describe, expect, it } from "vitest";
import type { PageRequest } from "../../src/datasources/carrier.js";
import { type RowSource, readRows, START } from "../../src/listing/account-rows.js";
import type { Position } from "../../src/listing/cursor.js";

interface Row {
  readonly key: { readonly account: string; readonly native: string };
}

const rowsOf = (natives: readonly (string | number)[]): Row[] =>
  natives.map((native) => ({ key: { account: "a", native: String(native) } }));

const numbered = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** A listing in memory that changes as the test says, and pages of it as a carrier gives them. */
class Listing implements RowSource<Row> {
  readonly pages: PageRequest[] = [];
  rows: Row[];

  constructor(
    natives: readonly (string | number)[],
    readonly maxPageSize = 2000,
    readonly isCounted = true,
    readonly holds?: (row: Row) => boolean,
  ) {
    this.rows = rowsOf(natives);
  }

  async fetch(page: PageRequest) {
    this.pages.push(page);
    const rows = this.rows.slice((page.number - 1) * page.size, page.number * page.size);
    return { rows, total: this.isCounted ? this.rows.length : null };
  }

  remove(...natives: (string | number)[]): void {
    const gone = natives.map(String);
    this.rows = this.rows.filter(({ key }) => !gone.includes(key.native));
  }

  insert(at: number, ...natives: (string | number)[]): void {
    this.rows.splice(at, 0, ...rowsOf(natives));
  }
}

const natives = (rows: readonly { readonly row: Row }[]) => rows.map(({ row }) => row.key.native);

/** Pages of `counts` rows, again and again, until the listing is done. `between` runs after each page. */
async function walk(listing: Listing, counts: readonly number[], between: (page: number) => void = () => {}) {
  const seen: string[] = [];
  let position: Position = START;
  for (let page = 1; !position.isDone; page += 1) {
    if (page > 20_000) throw new Error("the walk does not end");
    const { rows, next } = await readRows(listing, position, counts[page % counts.length] ?? 1);
    seen.push(...natives(rows));
    position = next;
    between(page);
  }
  return seen;
}

describe("a walk over a listing that stands still", () => {
  it.each([
    { total: 5000, counts: [2000] },
    { total: 4000, counts: [2000] },
    { total: 5000, counts: [1999, 2000, 1] },
    { total: 301, counts: [1] },
    { total: 5000, counts: [7, 100, 333, 2000] },
    { total: 1000, counts: [100] },
    { total: 0, counts: [10] },
  ])("brings each of $total rows once and in order, by pages of $counts", async ({ total, counts }) => {
    expect(await walk(new Listing(numbered(total)), counts)).toEqual(numbered(total).map(String));
  });

  it.each([1, 2, 3, 10, 16])("does so where the carrier's pages have at most %i rows", async (maxPageSize) => {
    expect(await walk(new Listing(numbered(97), maxPageSize), [3, 25])).toEqual(numbered(97).map(String));
  });

  it("does so where the carrier does not count", async () => {
    expect(await walk(new Listing(numbered(1000), 2000, false), [100])).toEqual(numbered(1000).map(String));
  });

  it("does so where the same native key comes twice", async () => {
    const twice = [...numbered(20), ...numbered(20)];
    expect(await walk(new Listing(twice), [6])).toEqual(twice.map(String));
  });

  it("takes one call a page, but for pages as large as the carrier's own", async () => {
    const listing = new Listing(numbered(1000));
    await walk(listing, [100]);
    expect(listing.pages).toHaveLength(10);
  });

  it("brings only the rows that hold, and passes over the others in pages of the carrier's size", async () => {
    const listing = new Listing(numbered(5000), 2000, true, ({ key }) => Number(key.native) % 1000 === 0);
    const { rows, next, total } = await readRows(listing, START, 10);
    expect({ rows: natives(rows), isDone: next.isDone, total }).toEqual({
      rows: ["1000", "2000", "3000", "4000", "5000"],
      isDone: true,
      total: null,
    });
    expect(listing.pages.length).toBeLessThanOrEqual(4);
  });

  it("goes on right behind the last row that held", async () => {
    const isOdd = ({ key }: Row) => Number(key.native) % 2 === 1;
    const odd = numbered(1000).filter((number) => number % 2 === 1);
    expect(await walk(new Listing(numbered(1000), 2000, true, isOdd), [7])).toEqual(odd.map(String));
  });

  it("reads at most 25 pages of the carrier for one request, and goes on from there", async () => {
    const listing = new Listing(numbered(300), 10, true, ({ key }) => key.native === "300");
    const first = await readRows(listing, START, 1);
    expect({ rows: first.rows, isDone: first.next.isDone }).toEqual({ rows: [], isDone: false });
    expect(natives((await readRows(listing, first.next, 1)).rows)).toEqual(["300"]);
  });
});

describe("a walk over a listing that changes between two pages", () => {
  const total = 1000;
  const gone = (page: number) => page * 10;

  /** Pages of ten; the change happens once, after the page. */
  const walkWith = (listing: Listing, afterPage: number, change: () => void) =>
    walk(listing, [10], (page) => page === afterPage && change());

  it.each([
    ["one read before", [3]],
    ["the last one read", [gone(2)]],
    ["the last two read", [gone(2) - 1, gone(2)]],
    ["all that were read", numbered(20)],
    ["the next one", [21]],
    ["one read and one not", [5, 30]],
    ["the last one read and the next one", [20, 21]],
  ])("hides no row when %s is removed", async (_, removed) => {
    const listing = new Listing(numbered(total));
    const seen = await walkWith(listing, 2, () => listing.remove(...removed));
    const left = numbered(total).filter((number) => number <= 20 || !removed.includes(number));
    expect([...new Set(seen)]).toEqual(left.map(String));
  });

  it("brings no row twice when one is removed of the last three read", async () => {
    const listing = new Listing(numbered(total));
    const seen = await walkWith(listing, 2, () => listing.remove(19, 20));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it.each([0, 5, 19, 20, 21])("hides no row and brings none twice when one is inserted at %i", async (at) => {
    const listing = new Listing(numbered(total));
    const seen = await walkWith(listing, 2, () => listing.insert(at, "new"));
    expect(seen.filter((native) => native !== "new")).toEqual(numbered(total).map(String));
    expect(seen.filter((native) => native === "new")).toHaveLength(at < 20 ? 0 : 1);
  });

  it("brings a row that is added at the end", async () => {
    const listing = new Listing(numbered(30));
    expect((await walkWith(listing, 1, () => listing.insert(30, "new"))).at(-1)).toBe("new");
  });

  it.each([1, 2, 3])("hides no row in pages of %i, whatever is removed and inserted all the way", async (size) => {
    const listing = new Listing(numbered(200));
    const seen = await walk(listing, [size], (page) => {
      if (page % 3 === 1) listing.remove((page * 7) % 200, page * size);
      if (page % 3 === 2) listing.insert((page * 5) % 100, `new ${page}`);
    });
    const missing = listing.rows.filter(({ key }) => !key.native.startsWith("new") && !seen.includes(key.native));
    expect(missing).toEqual([]);
  });

  it("ends when everything is removed", async () => {
    const listing = new Listing(numbered(total));
    expect(await walkWith(listing, 1, () => listing.remove(...numbered(total)))).toEqual(numbered(10).map(String));
  });
});
