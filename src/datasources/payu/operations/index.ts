import type { Operation } from "../../http/operation.js";
import { getCustomizedRechargePlans } from "./plans.js";
import { getToken } from "./token.js";

/** The one operation of the document, and the one that it refers to. */
export const DOCUMENTED = { getToken, getCustomizedRechargePlans } as const satisfies Readonly<
  Record<string, Operation>
>;
