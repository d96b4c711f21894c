import type { PageRequest } from "../datasources/carrier.js";
import type { ObjectKey } from "../model/carrier.js";
import type { Page } from "../model/endpoint.js";
import type { Position } from "./cursor.js";
import { type Window, windowOver } from "./window.js";

/** The rows of one account, page by page. */
export interface RowSource<Row> {
  readonly maxPageSize: number;
  fetch(page: PageRequest): Promise<Page<Row>>;
  /** Rows that do not hold are passed over; absent, every row holds. */
  readonly holds?: ((row: Row) => boolean) | undefined;
}

export interface Read<Row> {
  readonly rows: readonly Placed<Row>[];
  readonly next: Position;
  readonly total: number | null;
}

/** Most pages that one request reads of one account while looking for rows that hold. */
const MAX_PAGES = 25;

export const START: Position = { offset: 0, anchor: null, isDone: false };

/** Reads up to `count` rows that hold, from a position on. May return fewer and not be done. */
export async function readRows<Row extends Keyed>(
  source: RowSource<Row>,
  from: Position,
  count: number,
): Promise<Read<Row>> {
  const rows: Placed<Row>[] = [];
  let next = from;
  let total: number | null = null;
  for (let pages = 0; pages < MAX_PAGES && rows.length < count && !next.isDone; pages += 1) {
    const missing = count - rows.length;
    const part = await readPart(source, next, source.holds ? source.maxPageSize : missing);
    const taken = takeHolding(part.rows, source.holds, missing);
    const last = taken.passed.at(-1)?.position ?? next;
    rows.push(...taken.held);
    total = part.total;
    next = taken.passed.length === 0 || part.isLast(last.offset) ? { ...last, isDone: true } : last;
  }
  return { rows, next, total };
}

interface Placed<Row> {
  readonly row: Row;
  readonly position: Position;
}

/** The first `count` rows that hold, and all rows passed on the way to the last of them. */
function takeHolding<Row>(rows: readonly Placed<Row>[], holds: RowSource<Row>["holds"], count: number) {
  const held: Placed<Row>[] = [];
  for (const [index, placed] of rows.entries()) {
    if (holds?.(placed.row) ?? true) held.push(placed);
    if (held.length === count) return { held, passed: rows.slice(0, index + 1) };
  }
  return { held, passed: rows };
}

interface Part<Row> {
  readonly rows: readonly Placed<Row>[];
  readonly total: number | null;
  /** Whether nothing comes at or behind this offset. */
  isLast(offset: number): boolean;
}

/** How far back a listing that has shifted under the walk is searched for the row that was read last. */
const LOOK_BACK = 500;

/**
 * Rows from a position on, in one carrier call. The row before the position is read again: when it is not where it was,
 * the listing has shifted, and a second call looks for it further back. When it is gone, its place is taken up again:
 * a row may come twice then, but none is passed over.
 */
async function readPart<Row extends Keyed>(
  source: RowSource<Row>,
  { offset, anchor }: Position,
  count: number,
): Promise<Part<Row>> {
  if (anchor === null) return partFrom(await fetchOver(source, offset, count), offset);
  const near = await fetchOver(source, offset - 1, count + 1);
  const nearAt = offsetAfter(near, anchor);
  if (nearAt !== null) return partFrom(near, nearAt);
  const back = Math.max(0, offset - LOOK_BACK);
  const wide = await fetchOver(source, back, offset - back + count);
  return partFrom(wide, offsetAfter(wide, anchor) ?? offset - 1);
}

type Keyed = { readonly key: ObjectKey };

interface Fetched<Row> extends Window {
  readonly rows: readonly Row[];
  readonly total: number | null;
}

async function fetchOver<Row>(source: RowSource<Row>, from: number, count: number): Promise<Fetched<Row>> {
  const window = windowOver(from, count, source.maxPageSize);
  return { ...window, ...(await source.fetch(window.page)) };
}

function offsetAfter({ rows, startsAt }: Fetched<Keyed>, anchor: string): number | null {
  const index = rows.findIndex((row) => row.key.native === anchor);
  return index < 0 ? null : startsAt + index + 1;
}

function partFrom<Row extends Keyed>({ rows, startsAt, page, total }: Fetched<Row>, offset: number): Part<Row> {
  const end = startsAt + rows.length;
  const hasEnded = rows.length < page.size || (total !== null && end >= total);
  return {
    rows: rows.slice(Math.max(0, offset - startsAt)).map((row, index) => ({
      row,
      position: { offset: Math.max(offset, startsAt) + index + 1, anchor: row.key.native, isDone: false },
    })),
    total,
    isLast: (at) => hasEnded && at >= end,
  };
}
