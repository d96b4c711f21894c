import type { ObjectKey } from "../../../model/carrier.js";
import type { Zone } from "../../mapping/time.js";

/** What every mapping needs to know beside the answer. */
export interface Frame {
  readonly account: string;
  readonly zone: Zone;
  /** Epoch milliseconds on our clock: the carrier's clocks agree with nobody, not even with each other. */
  readonly now: number;
}

export const keyOf = ({ account }: Frame, id: string, below?: string): ObjectKey => ({
  account,
  native: below === undefined ? id : `${id}/${below}`,
});
