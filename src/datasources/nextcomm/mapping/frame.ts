import type { ObjectKey } from "../../../model/carrier.js";
import type { LineState } from "../../../model/line.js";

/** What mappings need to know beside the answer. */
export interface Frame {
  readonly account: string;
  /** The country's; the carrier prints no zone. */
  readonly timeZone: string;
  /** Of all amounts; the carrier prints none. */
  readonly currency: string;
  /** What the operator says that the carrier's words mean, in small letters without blanks. */
  readonly statusWords: Readonly<Record<string, LineState>>;
  /** Epoch milliseconds. */
  readonly now: number;
}

export const keyOf = ({ account }: Frame, native: string): ObjectKey => ({ account, native });

/** Tells rows with the same natural key apart by their turn: the second is `key#2`. */
export function inTurn<Row>(
  rows: readonly Row[],
  naturalOf: (row: Row) => string,
): readonly (readonly [Row, string])[] {
  const turns = new Map<string, number>();
  return rows.map((row) => {
    const natural = naturalOf(row);
    const turn = (turns.get(natural) ?? 0) + 1;
    turns.set(natural, turn);
    return [row, turn === 1 ? natural : `${natural}#${turn}`];
  });
}
