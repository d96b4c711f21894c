import type { CarrierId, Standing } from "../model/carrier.js";
import type { Freshness } from "../model/provenance.js";

/** How old an answer may be. */
export interface AgeLimit {
  readonly maxAgeMs: number;
  /** An older one will do when the carrier is away. */
  readonly allowStale: boolean;
}

/** What every carrier call is made under: who waits for it, until when, and under which request id it is logged. */
export interface CallContext {
  readonly requestId: string;
  readonly signal: AbortSignal;
  /** Epoch milliseconds after which nobody waits any more. */
  readonly deadlineAt: number;
  /** Who it is for: calls of one do not wait for all calls of another. Absent for the program's own. */
  readonly caller?: string;
  /** No answer is good enough that somebody else has asked for before: what became of a write is to be seen. */
  readonly isFirstHand?: boolean;
  /** Absent: what is kept is not asked. */
  readonly ageLimit?: AgeLimit | null;
  /** Is told of each answer, and when it was fetched, in epoch milliseconds. */
  readonly note?: (freshness: Freshness, fetchedAt: number) => void;
  /** Is told of each call that was made, when it has ended. Must not throw. */
  readonly observe?: (record: CallRecord) => void;
}

/** Why a call was not made: an equal one was under way, its answer was kept, or the carrier is left alone. */
export type Spared = "shared" | "cached" | "stale" | "heldBack";

/** How the calls of one account are going. */
export interface Load {
  readonly running: number;
  /** For a place. */
  readonly waiting: number;
  readonly reads: Standing;
  readonly writes: Standing;
  /** Calls that were not made, since the start. */
  readonly spared: Readonly<Record<Spared, number>>;
}

/** One carrier call, as it is logged, counted and shown. Never carries a body, a number or a secret. */
export interface CallRecord {
  readonly carrier: CarrierId;
  readonly account: string;
  readonly operation: string;
  readonly effect: "read" | "write";
  readonly requestId: string;
  /** 1 for the first. A call that is sent again with a new token is recorded twice under one number. */
  readonly attempt: number;
  /** From the wish to send to the end, waiting for a token or a place included. */
  readonly ms: number;
  readonly status: number | null;
  readonly carrierCode: string | null;
  /** How it ended: an outcome, a failure code, or `expired` when a new token is fetched and the call sent again. */
  readonly result: string;
}
