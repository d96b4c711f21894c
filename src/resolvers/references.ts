import type { GraphQLResolveInfo } from "graphql";
import type { Context } from "../context.js";
import type { IdType } from "../ids.js";
import { isGiven } from "./look-up.js";
import { readAgain } from "./node.js";
import { lineNumber } from "./numbers.js";
import { findSim } from "./sim.js";

interface Reference {
  readonly id?: string | null;
  readonly iccid?: string | null;
}

type Resolved = Promise<object | null | undefined>;

type Resolve = (reference: Reference, context: Context, info: GraphQLResolveInfo) => Resolved;

const byId =
  (type: IdType): Resolve =>
  async ({ id }, context, info) => {
    const decoded = isGiven(id) ? context.ids.decode(id) : null;
    return decoded?.type === type ? readAgain(decoded, context, info) : null;
  };

const simById = byId("Sim");

/** Entities that another subgraph names, read through the loaders of the request; null for one that is not known. */
export const REFERENCES = {
  Endpoint: { __resolveReference: byId("Endpoint") },
  Plan: { __resolveReference: byId("Plan") },
  Subscriber: { __resolveReference: byId("Subscriber") },
  Sim: {
    // Asynchronous, so that a malformed ICCID fails alone and not all references of the query.
    __resolveReference: async (reference, context, info) =>
      isGiven(reference.iccid)
        ? findSim(lineNumber("iccid", reference.iccid), null, context)
        : simById(reference, context, info),
  },
} satisfies Partial<Record<IdType, { readonly __resolveReference: Resolve }>>;
