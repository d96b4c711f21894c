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

/** What was made: its native id, if the carrier told it, and how far that came, where it can come part of the way. */
export interface Made {
  readonly target: string | null;
  readonly creation: Creation | null;
}

/** The carrier itself says that it failed, and why, without a number of anybody. */
export interface Refused {
  readonly refused: string | null;
}

/** One row of a bulk as the carrier answered it. It becomes an operation of its own, below that of the bulk. */
export interface Row {
  /** What was done to this one object: this action follows it while it is unknown. */
  readonly action: ActionName;
  /** Native id of the object; null where the carrier has not told it. */
  readonly target: string | null;
  /** That of the object, as the action on it alone would have it. */
  readonly conflictKey: string;
  readonly is: "done" | "failed" | "unknown";
  readonly carrierCode: string | null;
  readonly carrierMessage: string | null;
  readonly reference: string | null;
  /** The wish of `action`. */
  readonly wish: unknown;
}

/** What became of the rows of a bulk, all of them. One that may still come is `unknown`. */
export interface Split {
  readonly rows: readonly Row[];
}

/** All that reading back may tell. */
export type Seen = Observation | Made | Refused | Split;

/** What the carrier gave out that not everybody may see, such as the code that activates an eSIM. */
export type Result = Readonly<Record<string, string | null>>;

/**
 * How a call ended, what was made by it, and what is kept under seal of what it gave out. Where there are rows they alone
 * say what became of it.
 */
export type Performed<Given extends Result = never> = WriteResult &
  Partial<Split> & {
    readonly made?: Made;
    readonly result?: Given;
    /** Nothing at the carrier will ever tell more of it than this answer. */
    readonly isLastWord?: boolean;
  };

/**
 * One lifecycle verb at one carrier: how it is carried out, and how one learns later whether it was.
 * The wish is stored before the carrier is called: it must hold all that a restart needs, and nothing secret.
 */
export interface Action {
  readonly name: ActionName;
  /** Its carrier can be given an address to call when it has finished. */
  readonly takesCallback: boolean;
  /** It is sent with something that is never stored, and so only by the process that was asked. */
  readonly needsSecret: boolean;
  /** How its result is read again; null when it has none. */
  readonly result: z.ZodType<Result> | null;
  /** Exactly one write at the carrier. */
  perform(writes: Writes, wish: unknown, call: PerformContext, secret: unknown): Promise<Performed<Result>>;
  /** Reads only. `reference` is what the carrier called it when it answered, `target` what it made, if it told. */
  observe(
    reads: Reads,
    wish: unknown,
    call: CallContext,
    reference: string | null,
    target: string | null,
  ): Promise<Seen>;
}

interface Declaration<Wish, Given extends Result> {
  readonly name: ActionName;
  /** No, unless it says so. */
  readonly takesCallback?: boolean;
  /**
   * That the carrier has taken it on is all that will ever be known of it, so that it ends there. No, unless it says so.
   */
  readonly endsWhenTaken?: boolean;
  readonly wish: z.ZodType<Wish>;
  readonly result?: z.ZodType<Given>;
  observe(reads: Reads, wish: Wish, call: CallContext, reference: string | null, target: string | null): Promise<Seen>;
}

interface Open<Wish, Given extends Result> extends Declaration<Wish, Given> {
  readonly secret?: never;
  perform(writes: Writes, wish: Wish, call: PerformContext): Promise<Performed<NoInfer<Given>>>;
}

interface Secretive<Wish, Given extends Result, Secret> extends Declaration<Wish, Given> {
  /** What is sent and never stored, such as a PIN. */
  readonly secret: z.ZodType<Secret>;
  perform(writes: Writes, wish: Wish, call: PerformContext, secret: Secret): Promise<Performed<NoInfer<Given>>>;
}

/** Declares an action; its stored wish is read by the schema whenever it is taken up, and so is its secret. */
export function action<Wish, Secret = never, Given extends Result = never>(
  declaration: Open<Wish, Given> | Secretive<Wish, Given, Secret>,
): Action {
  const { name, takesCallback = false, endsWhenTaken: isLastWord = false, wish: schema, result = null } = declaration;
  return {
    name,
    takesCallback,
    needsSecret: declaration.secret !== undefined,
    result,
    perform: async (writes, wish, call, secret) => {
      const performed = await (declaration.secret === undefined
        ? declaration.perform(writes, schema.parse(wish), call)
        : declaration.perform(writes, schema.parse(wish), call, declaration.secret.parse(secret)));
      return { ...performed, isLastWord };
    },
    observe: async (reads, wish, call, reference, target) =>
      declaration.observe(reads, schema.parse(wish), call, reference, target),
  };
}
