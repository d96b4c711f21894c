import { z } from "zod";
import { Failure } from "../errors.js";
import type { Ids } from "../ids.js";

/**
 * How far an account has been read: the next row, and the native keys of the rows before it, the nearest first, by which
 * a shifted listing is noticed.
 */
export interface Position {
  readonly offset: number;
  readonly anchors: readonly string[];
  readonly isDone: boolean;
}

/** How far each account has been read; an account that is missing has not been begun. */
export type Positions = ReadonlyMap<string, Position>;

const Cursor = z.array(z.tuple([z.string(), z.int().min(0), z.array(z.string()), z.boolean()]));

/**
 * The cursors of one listing. A cursor carries the position in every account, so that one account's failure never loses
 * its place; it holds for this subject only, since an offset means nothing in another listing.
 */
export function cursorsOf(ids: Ids, subject: string) {
  const purpose = `cursor ${subject}`;
  return {
    encode(positions: Positions): string {
      const rows = [...positions].map(([account, { offset, anchors, isDone }]) => [account, offset, anchors, isDone]);
      return ids.seal(purpose, JSON.stringify(rows));
    },

    /** Throws INVALID_ARGUMENT for a text that is no cursor of this listing. */
    decode(cursor: string | null | undefined): Positions {
      if (cursor === null || cursor === undefined) return new Map();
      const text = ids.open(purpose, cursor);
      const parsed = Cursor.safeParse(text === null ? null : JSON.parse(text));
      if (parsed.success) {
        return new Map(parsed.data.map(([account, offset, anchors, isDone]) => [account, { offset, anchors, isDone }]));
      }
      throw new Failure("INVALID_ARGUMENT", "after: this is no cursor of this listing.", {
        field: ["after"],
        hint: "Use endCursor of a page, or the cursor of one of its edges, with the same filter.",
      });
    },
  };
}
