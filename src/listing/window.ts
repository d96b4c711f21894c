import type { PageRequest } from "../datasources/carrier.js";

/** A carrier page that covers a range of rows, and where the range begins in it. */
export interface Window {
  readonly page: PageRequest;
  /** Row offset of the page's first row. */
  readonly startsAt: number;
}

/**
 * The smallest single page of a carrier that covers rows `from` to `from + count - 1`; where none does, the page that
 * covers most of them from `from` on. Carriers know pages only, listings know rows.
 */
export function windowOver(from: number, count: number, maxSize: number): Window {
  const smallest = Math.min(count, maxSize);
  let best = smallest;
  for (let size = smallest; size <= maxSize && coverage(from, best) < count; size += 1) {
    if (coverage(from, size) > coverage(from, best)) best = size;
  }
  for (let size = smallest - 1; coverage(from, best) < count && size > coverage(from, best); size -= 1) {
    if (coverage(from, size) > coverage(from, best)) best = size;
  }
  const index = Math.floor(from / best);
  return { page: { number: index + 1, size: best }, startsAt: index * best };
}

/** Rows from `from` on in the page of this size that holds it. */
const coverage = (from: number, size: number): number => size - (from % size);
