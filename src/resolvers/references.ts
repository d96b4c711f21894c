import type { Context } from "../context.js";
import { isGiven } from "./look-up.js";
import { readAgain } from "./node.js";
import { lineNumber } from "./numbers.js";
import { findSim } from "./sim.js";

interface Reference {
  readonly id?: string | null;
  readonly iccid?: string | null;
}

type Resolved = Promise<object | null | undefined>;

const byId =
  (type: keyof typeof REFERENCES) =>
  async ({ id }: Reference, context: Context): Resolved => {
    const decoded = isGiven(id) ? context.ids.decode(id) : null;
    return decoded?.type === type ? readAgain(decoded, context) : null;
  };

/** Entities that another subgraph names, read through the loaders of the request; null for one that is not known. */
export const REFERENCES = {
  Endpoint: {
    __resolveReference: (reference: Reference, context: Context): Resolved => byId("Endpoint")(reference, context),
  },
  Plan: { __resolveReference: (reference: Reference, context: Context): Resolved => byId("Plan")(reference, context) },
  Subscriber: {
    __resolveReference: (reference: Reference, context: Context): Resolved => byId("Subscriber")(reference, context),
  },
  Sim: {
    // Asynchronous, so that a malformed ICCID fails alone and not all references of the query.
    __resolveReference: async (reference: Reference, context: Context): Resolved =>
      isGiven(reference.iccid)
        ? findSim(lineNumber("iccid", reference.iccid), null, context)
        : byId("Sim")(reference, context),
  },
};
