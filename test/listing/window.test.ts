import { describe, expect, it } from "vitest";
import { windowOver } from "../../src/listing/window.js";

const FROMS = [0, 1, 2, 5, 9, 99, 100, 332, 499, 1998, 1999, 2000, 2001, 3997, 3999, 4999, 12_345];
const COUNTS = [1, 2, 7, 8, 100, 101, 333, 1999, 2000, 2001, 4000];
const MAX_SIZES = [1, 2, 10, 500, 2000, Number.MAX_SAFE_INTEGER];

const cases = FROMS.flatMap((from) =>
  COUNTS.flatMap((count) =>
    MAX_SIZES.map((maxSize) => ({ from, count, maxSize, ...windowOver(from, count, maxSize) })),
  ),
);

/** Rows from `from` on that a page of this size shows. */
const shown = (from: number, size: number) => (Math.floor(from / size) + 1) * size - from;

/** What the best page could show, found by trying all sizes; the larger sizes show the whole range or nothing more. */
function mostShown(from: number, count: number, maxSize: number): number {
  const sizes = Array.from({ length: Math.min(maxSize, from + count) }, (_, index) => index + 1);
  return sizes.reduce((most, size) => Math.max(most, Math.min(count, shown(from, size))), 0);
}

describe("windowOver", () => {
  it("asks for a page that a carrier has: counted from 1, and no larger than allowed", () => {
    expect(cases.filter(({ page, maxSize }) => page.size > maxSize || page.size < 1 || page.number < 1)).toEqual([]);
  });

  it("says truly where the page begins, and the page holds the first row of the range", () => {
    const wrong = cases.filter(
      ({ page, startsAt, from }) =>
        startsAt !== (page.number - 1) * page.size || from < startsAt || from >= startsAt + page.size,
    );
    expect(wrong).toEqual([]);
  });

  it("shows as much of the range as any single page can", () => {
    const wrong = cases.filter(
      ({ from, count, maxSize, page }) => Math.min(count, shown(from, page.size)) < mostShown(from, count, maxSize),
    );
    expect(wrong).toEqual([]);
  });

  it("asks for exactly the rows of a first page", () => {
    expect(windowOver(0, 10, 2000)).toEqual({ page: { number: 1, size: 10 }, startsAt: 0 });
  });

  it("takes the smallest page that covers a range which lies across pages of its own size", () => {
    expect(windowOver(9, 11, 2000)).toEqual({ page: { number: 1, size: 20 }, startsAt: 0 });
  });

  it("goes on behind the largest page, where no page covers the range", () => {
    expect(windowOver(1999, 2001, 2000)).toEqual({ page: { number: 2, size: 1999 }, startsAt: 1999 });
  });
});
