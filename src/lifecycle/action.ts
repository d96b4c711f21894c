import type { z } from "zod";
import type { CallContext, Reads, Writes } from "../datasources/carrier.js";
import type { WriteResult } from "../model/endpoint-actions.js";
import type { ActionName } from "../model/operation.js";

/** What reading the carrier back says of a wanted change. */
export type Observation = "REACHED" | "NOT_REACHED" | "UNKNOWN";

/**
 * One lifecycle verb at one carrier: how it is carried out, and how one learns later whether it was.
 * The wish is stored before the carrier is called: it must hold all that a restart needs.
 */
export interface Action {
  readonly name: ActionName;
  /** Exactly one write at the carrier. */
  perform(writes: Writes, wish: unknown, call: CallContext): Promise<WriteResult>;
  /** Reads only. */
  observe(reads: Reads, wish: unknown, call: CallContext): Promise<Observation>;
}

/** Declares an action; its stored wish is read by the schema whenever it is taken up. */
export function action<Wish>(declaration: {
  readonly name: ActionName;
  readonly wish: z.ZodType<Wish>;
  perform(writes: Writes, wish: Wish, call: CallContext): Promise<WriteResult>;
  observe(reads: Reads, wish: Wish, call: CallContext): Promise<Observation>;
}): Action {
  const { name, wish: schema, perform, observe } = declaration;
  return {
    name,
    perform: async (writes, wish, call) => perform(writes, schema.parse(wish), call),
    observe: async (reads, wish, call) => observe(reads, schema.parse(wish), call),
  };
}
