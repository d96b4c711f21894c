import { getCustomizedRechargePlans } from "./operations/plans.js";

/** What each read costs at most. */
export const COSTS = { "rechargePlans.forNumber": [{ operation: getCustomizedRechargePlans, calls: 1 }] } as const;
