import type { Operation } from "../../http/operation.js";
import { activate, block, restore, status, terminate } from "./simcard.js";

/** The 5 operations of the document, in its order. */
export const DOCUMENTED = { activate, terminate, restore, block, status } as const satisfies Readonly<
  Record<string, Operation>
>;
