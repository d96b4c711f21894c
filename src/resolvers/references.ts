import type { Context } from "../context.js";
import { readAgain } from "./node.js";
import { lineNumber } from "./numbers.js";
import { findSim } from "./sim.js";

interface Reference {
  readonly id?: string;
  readonly iccid?: string;
}

type Resolved = Promise<object | null | undefined>;

const byId =
  (type: keyof typeof REFERENCES) =>
  async ({ id }: Reference, context: Context): Resolved => {
    const decoded = id === undefined ? null : context.ids.decode(id);
    return decoded?.type === type ? readAgain(decoded, context) : null;
  };

/** Entities that another subgraph names, read through the loaders of the request; null for one that is not known. */
export const REFERENCES = {
  Endpoint: {
    __resolveReference: (reference: Reference, context: Context): Resolved => byId("Endpoint")(reference, context),
  },
  Plan: { __resolveReference: (reference: Reference, context: Context): Resolved => byId("Plan")(reference, context) },
  Sim: {
    __resolveReference: (reference: Reference, context: Context): Resolved =>
      reference.iccid === undefined
        ? byId("Sim")(reference, context)
        : findSim(lineNumber("iccid", reference.iccid), null, context),
  },
};
