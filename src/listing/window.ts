import type { PageRequest } from "../datasources/carrier.js";

/** A carrier page that covers a range of rows, and where the range begins in it. */
export interface Window {
  readonly page: PageRequest;
  /** Row offset of the page's first row. */
  readonly startsAt: number;
}

/**
 * The smallest single page of a carrier that covers rows `from` to `from + count - 1`; where none does,
 * the largest page that holds row `from`. Carriers know pages only, listings know rows.
 */
export function windowOver(from: number, count: number, maxSize: number): Window {
  for (let size = Math.min(count, maxSize); size < maxSize; size += 1) {
    if (Math.floor(from / size) === Math.floor((from + count - 1) / size)) return windowOfSize(from, size);
  }
  return windowOfSize(from, maxSize);
}

function windowOfSize(from: number, size: number): Window {
  const index = Math.floor(from / size);
  return { page: { number: index + 1, size }, startsAt: index * size };
}
