import type { z } from "zod";
import type { CallContext, Reads, Writes } from "../datasources/carrier.js";
import type { WriteResult } from "../model/endpoint-actions.js";
import type { ActionName, Creation } from "../model/operation.js";

/** What a write is made under. */
export interface PerformContext extends CallContext {
  /** Where the carrier may call when it has finished; null for an action that takes none, and where there is none. */
  readonly callbackUrl: string | null;
}

/** What reading the carrier back says of a wanted change. */
export type Observation = "REACHED" | "NOT_REACHED" | "UNKNOWN";

/** What was made: its native id, if the carrier told it, and how far that came. */
export interface Made {
  readonly target: string | null;
  readonly creation: Creation;
}

/** The carrier itself says that it failed, and why, without a number of anybody. */
export interface Refused {
  readonly refused: string | null;
}

/** All that reading back may tell. */
export type Seen = Observation | Made | Refused;

/** How a call ended, and what was made by it. */
export type Performed = WriteResult & { readonly made?: Made };

/**
 * One lifecycle verb at one carrier: how it is carried out, and how one learns later whether it was.
 * The wish is stored before the carrier is called: it must hold all that a restart needs.
 */
export interface Action {
  readonly name: ActionName;
  /** Its carrier can be given an address to call when it has finished. */
  readonly takesCallback: boolean;
  /** Exactly one write at the carrier. */
  perform(writes: Writes, wish: unknown, call: PerformContext): Promise<Performed>;
  /** Reads only. `reference` is what the carrier called it when it answered, if it did. */
  observe(reads: Reads, wish: unknown, call: CallContext, reference: string | null): Promise<Seen>;
}

/** Declares an action; its stored wish is read by the schema whenever it is taken up. */
export function action<Wish>(declaration: {
  readonly name: ActionName;
  /** No, unless it says so. */
  readonly takesCallback?: boolean;
  readonly wish: z.ZodType<Wish>;
  perform(writes: Writes, wish: Wish, call: PerformContext): Promise<Performed>;
  observe(reads: Reads, wish: Wish, call: CallContext, reference: string | null): Promise<Seen>;
}): Action {
  const { name, takesCallback = false, wish: schema, perform, observe } = declaration;
  return {
    name,
    takesCallback,
    perform: async (writes, wish, call) => perform(writes, schema.parse(wish), call),
    observe: async (reads, wish, call, reference) => observe(reads, schema.parse(wish), call, reference),
  };
}
