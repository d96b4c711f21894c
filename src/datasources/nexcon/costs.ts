import { status } from "./operations/simcard.js";

/** What each read costs at most. */
export const COSTS = { "sims.byIccid": [{ operation: status, calls: 1 }] } as const;
