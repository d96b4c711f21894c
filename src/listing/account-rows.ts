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

export interface Read<Row extends Keyed> {
  readonly rows: readonly Placed<Row>[];
  readonly next: Position;
  readonly total: number | null;
}

/** Most pages that one request reads of one account while looking for rows that hold. */
export const MAX_PAGES = 25;

export const START: Position = { offset: 0, anchors: [], isDone: false };

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
    // The carrier's total counts the rows that do not hold, too.
    total = source.holds ? null : part.total;
    next = taken.passed.length === 0 || part.isLast(last.offset) ? { ...last, isDone: true } : last;
  }
  return { rows, next, total };
}

/** A row, and the position behind it, which is told only when it is asked for: few rows of a page are ever gone on from. */
export class Placed<Row extends Keyed> {
  constructor(
    readonly row: Row,
    readonly fetched: Fetched<Row>,
    readonly index: number,
  ) {}

  get position(): Position {
    const { rows, startsAt } = this.fetched;
    const end = this.index + 1;
    const anchors = rows.slice(Math.max(0, end - ANCHORS), end).map(({ key }) => key.native);
    return { offset: startsAt + end, anchors: anchors.reverse(), isDone: false };
  }
}

/** The first `count` rows that hold, and all rows passed on the way to the last of them. */
function takeHolding<Row extends Keyed>(rows: readonly Placed<Row>[], holds: RowSource<Row>["holds"], count: number) {
  if (!holds) {
    const taken = rows.slice(0, count);
    return { held: taken, passed: taken };
  }
  const held: Placed<Row>[] = [];
  for (const [index, placed] of rows.entries()) {
    if (holds(placed.row)) held.push(placed);
    if (held.length === count) return { held, passed: rows.slice(0, index + 1) };
  }
  return { held, passed: rows };
}

interface Part<Row extends Keyed> {
  readonly rows: readonly Placed<Row>[];
  readonly total: number | null;
  /** Whether nothing comes at or behind this offset. */
  isLast(offset: number): boolean;
}

/** How far around its place a row is searched for when the listing has shifted under the walk. */
const LOOK_AROUND = 500;

/**
 * Rows from a position on, mostly in one carrier call; no rows means that there are no more. The row before the position
 * is read again: when it is not where it was, the listing has shifted, and a second call looks for it around there, or
 * for one of those before it. When all of them are gone, rows are taken up again from further back: some may come twice
 * then, but none is passed over as long as no more than 500 have gone.
 */
async function readPart<Row extends Keyed>(
  source: RowSource<Row>,
  position: Position,
  count: number,
): Promise<Part<Row>> {
  const { fetched, offset } = await findPlace(source, position, count);
  const part = partFrom(fetched, offset);
  return part.rows.length > 0 || part.isLast(offset) ? part : partFrom(await fetchOver(source, offset, count), offset);
}

/** A fetched page, and the offset at which the rows behind the position begin, in it or right behind it. */
async function findPlace<Row extends Keyed>(source: RowSource<Row>, { offset, anchors }: Position, count: number) {
  const [anchor] = anchors;
  if (anchor === undefined) return { fetched: await fetchOver(source, offset, count), offset };
  const near = await fetchOver(source, offset - 1, count + 1);
  if (near.rows[offset - 1 - near.startsAt]?.key.native === anchor) return { fetched: near, offset };
  const nearAt = offsetAfter(near, [anchor]);
  if (nearAt !== null) return { fetched: near, offset: nearAt };
  const around = Math.min(LOOK_AROUND, Math.floor(source.maxPageSize / 4));
  const back = Math.max(0, offset - around);
  const wide = await fetchOver(source, back, offset - back + around + count);
  return { fetched: wide, offset: offsetAfter(wide, anchors) ?? back };
}

export type Keyed = { readonly key: ObjectKey };

interface Fetched<Row> extends Window {
  readonly rows: readonly Row[];
  readonly total: number | null;
}

async function fetchOver<Row>(source: RowSource<Row>, from: number, count: number): Promise<Fetched<Row>> {
  const window = windowOver(from, count, source.maxPageSize);
  return { ...window, ...(await source.fetch(window.page)) };
}

/** Right behind the first of these rows that is there. */
function offsetAfter({ rows, startsAt }: Fetched<Keyed>, anchors: readonly string[]): number | null {
  const natives = rows.map(({ key }) => key.native);
  const found = anchors.find((anchor) => natives.includes(anchor));
  return found === undefined ? null : startsAt + natives.indexOf(found) + 1;
}

/** How many rows before a position are kept in it, so that it is found again when the last ones are gone. */
const ANCHORS = 3;

function partFrom<Row extends Keyed>(fetched: Fetched<Row>, offset: number): Part<Row> {
  const { rows, startsAt, page, total } = fetched;
  const end = startsAt + rows.length;
  const hasEnded = rows.length < page.size || (total !== null && end >= total);
  const placed = rows.map((row, index) => new Placed(row, fetched, index));
  return { rows: placed.slice(Math.max(0, offset - startsAt)), total, isLast: (at) => hasEnded && at >= end };
}
