import type { ObjectKey } from "../../../model/carrier.js";
import type { LineState } from "../../../model/line.js";
import type { Zone } from "../../mapping/time.js";

/** What mappings need to know beside the answer. */
export interface Frame {
  readonly account: string;
  readonly zone: Zone;
  /** What the operator says that undocumented status numbers mean. */
  readonly statusWords: Readonly<Record<string, LineState>>;
}

export const keyOf = ({ account }: Frame, native: string): ObjectKey => ({ account, native });
