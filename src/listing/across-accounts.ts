import type { Account } from "../datasources/accounts.js";
import type { CallContext } from "../datasources/carrier.js";
import { Failure } from "../errors.js";
import type { Ids } from "../ids.js";
import { type Keyed, type Placed, type Read, type RowSource, readRows, START } from "./account-rows.js";
import { cursorsOf, type Position, type Positions } from "./cursor.js";
import { shareOf } from "./share.js";

const MAX_ROWS = 2000;

export interface Listing<Row> {
  readonly ids: Ids;
  /** What is listed, and what of it; a cursor of anything else is refused. */
  readonly subject: string;
  readonly accounts: readonly Account[];
  readonly first: number;
  readonly after: string | null | undefined;
  /** What the request's calls are made under. */
  readonly call: CallContext;
  /** The rows of an account, read under `call`, which has that account's part of the time. */
  sourceOf(account: Account, call: CallContext): RowSource<Row>;
}

/** What became of an account on a page. `failure` is set when it failed. */
export interface Source {
  readonly account: Account;
  readonly status: "OK" | "FAILED" | "NOT_ASKED";
  readonly failure: Failure | null;
}

/** A row with its cursor, which is made only when it is asked for. */
class RowEdge<Row extends Keyed> {
  constructor(
    readonly placed: Placed<Row>,
    readonly cursorAt: (position: Position) => string,
  ) {}

  get node(): Row {
    return this.placed.row;
  }

  get cursor(): string {
    return this.cursorAt(this.placed.position);
  }
}

export interface Rows<Row extends Keyed> {
  readonly nodes: readonly Row[];
  /** The rows with their cursors. */
  edges(): readonly RowEdge<Row>[];
  readonly hasNextPage: boolean;
  /** Sealed when it is asked for. */
  endCursor(): string;
  readonly sources: readonly Source[];
  /** Rows of each account that was asked; null for one that failed, does not count, or whose rows are filtered here. */
  readonly totals: ReadonlyMap<string, number | null>;
}

/**
 * A page over accounts, one account after the other, each within its part of the time. An account that fails is passed
 * over and keeps its place in the cursor: its rows come when the same cursor is used again.
 */
export async function listAcross<Row extends Keyed>(listing: Listing<Row>): Promise<Rows<Row>> {
  const { ids, accounts } = listing;
  const first = checkFirst(listing.first);
  const cursors = cursorsOf(ids, listing.subject);
  let positions = cursors.decode(listing.after);
  const nodes: Row[] = [];
  const parts: AccountPart<Row>[] = [];
  for (const [index, account] of accounts.entries()) {
    const call = shareOf(listing.call, openOf(accounts.slice(index), positions));
    const part = await readAccount({ ...listing, call }, account, positionOf(account, positions), first - nodes.length);
    const before = positions;
    const at = (position: Position) => new Map(before).set(account.id, position);
    nodes.push(...part.rows.map(({ row }) => row));
    positions = at(part.next);
    parts.push({ ...part, cursorAt: (position) => cursors.encode(at(position)) });
  }
  return {
    nodes,
    edges: () => parts.flatMap(({ rows, cursorAt }) => rows.map((placed) => new RowEdge(placed, cursorAt))),
    hasNextPage: parts.some(({ status, next }) => status !== "FAILED" && !next.isDone),
    endCursor: () => cursors.encode(positions),
    sources: parts,
    totals: new Map(parts.flatMap(({ account, total }) => (total === undefined ? [] : [[account.id, total] as const]))),
  };
}

const positionOf = ({ id }: Account, positions: Positions): Position => positions.get(id) ?? START;

/** How many accounts may still have rows. */
const openOf = (accounts: readonly Account[], positions: Positions): number =>
  accounts.filter((account) => !positionOf(account, positions).isDone).length;

/** What was read of an account; `total` is absent when nothing was asked. */
type ReadPart<Row extends Keyed> = Source & Omit<Read<Row>, "total"> & Partial<Pick<Read<Row>, "total">>;

type AccountPart<Row extends Keyed> = ReadPart<Row> & { readonly cursorAt: (position: Position) => string };

async function readAccount<Row extends Keyed>(
  listing: Listing<Row>,
  account: Account,
  from: Position,
  count: number,
): Promise<ReadPart<Row>> {
  const nothing = { account, rows: [], next: from, failure: null };
  if (from.isDone) return { ...nothing, status: "OK" };
  if (count === 0) return { ...nothing, status: "NOT_ASKED" };
  try {
    const read = await readRows(listing.sourceOf(account, listing.call), from, count);
    return { ...read, account, status: "OK", failure: null };
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    return { ...nothing, status: "FAILED", total: null, failure };
  }
}

/** Throws OUT_OF_RANGE for more rows than a page may have. */
export function checkFirst(first: number): number {
  if (first >= 1 && first <= MAX_ROWS) return first;
  throw new Failure("OUT_OF_RANGE", `first: must be from 1 to ${MAX_ROWS}.`, {
    field: ["first"],
    hint: `Ask for at most ${MAX_ROWS} rows and go on with after: endCursor.`,
  });
}
