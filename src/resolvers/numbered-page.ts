import type { Context } from "../context.js";
import { Failure } from "../errors.js";

const MAX_ROWS = 200;

/** Throws OUT_OF_RANGE for more rows than a page may have. */
export function checkFirst(first: number): void {
  if (first >= 1 && first <= MAX_ROWS) return;
  throw new Failure("OUT_OF_RANGE", `first: must be from 1 to ${MAX_ROWS}.`, { field: ["first"] });
}

/** A page of rows of the store, of which one more than was asked for was read. Cursors go on in this listing only. */
export function pageOf<Row>(
  found: readonly Row[],
  first: number,
  { listing, numberOf }: { readonly listing: string; numberOf(row: Row): number | string },
  { ids }: Context,
) {
  const edges = found.slice(0, first).map((node) => ({ node, cursor: ids.seal(listing, String(numberOf(node))) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: false,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** The row that a cursor stands behind. Throws INVALID_ARGUMENT for a text that is no cursor of the listing. */
export function rowBehind(after: string, listing: string, { ids }: Context): number {
  const text = ids.open(listing, after);
  if (text !== null) return Number(text);
  throw new Failure("INVALID_ARGUMENT", "after: this is no cursor of this listing.", { field: ["after"] });
}
