import { z } from "zod";
import { Failure } from "../errors.js";
import type { Ids } from "../ids.js";

/** How far an account has been read: the next row, and the row before it, by which a shifted listing is noticed. */
export interface Position {
  readonly offset: number;
  readonly anchor: string | null;
  readonly isDone: boolean;
}

/** How far each account has been read; an account that is missing has not been begun. */
export type Positions = ReadonlyMap<string, Position>;

const PURPOSE = "cursor";

const Cursor = z.array(z.tuple([z.string(), z.int().min(0), z.string().nullable(), z.boolean()]));

/** A cursor carries the position in every account, so that one account's failure never loses its place. */
export function encodeCursor(ids: Ids, positions: Positions): string {
  const rows = [...positions].map(([account, { offset, anchor, isDone }]) => [account, offset, anchor, isDone]);
  return ids.seal(PURPOSE, JSON.stringify(rows));
}

/** Throws INVALID_ARGUMENT for a text that is no cursor of ours. */
export function decodeCursor(ids: Ids, cursor: string | null | undefined): Positions {
  if (cursor === null || cursor === undefined) return new Map();
  const text = ids.open(PURPOSE, cursor);
  const parsed = Cursor.safeParse(text === null ? null : JSON.parse(text));
  if (parsed.success) {
    return new Map(parsed.data.map(([account, offset, anchor, isDone]) => [account, { offset, anchor, isDone }]));
  }
  throw new Failure("INVALID_ARGUMENT", "after: this is no cursor of this API.", {
    field: ["after"],
    hint: "Use endCursor of a page, or the cursor of one of its edges.",
  });
}
