import type { CallContext } from "../call.js";
import type { Progress } from "./failing.js";
import type { Reply, Verdict } from "./verdict.js";

/** How long a call is of use to those who wait for it. */
export interface Term {
  /** Aborted when nobody waits any more. */
  readonly signal: AbortSignal;
  /** Epoch milliseconds after which its outcome is of no use. It may be put off while the call is under way. */
  readonly givesUpAt: number;
}

/** What one attempt at a call has come to so far. */
export class Attempt implements Progress {
  readonly startedAt = performance.now();
  /** The token that turned out to be refused. Only the first one is given up: a carrier may refuse them all. */
  refusedToken: string | null = null;
  /** Something was sent, or tried to be. */
  isSent = false;
  /** It was not made: the carrier is left alone. */
  isHeldBack = false;
  /** It is the one that shows whether the carrier is there again. */
  isTried = false;
  /** What came back, as far as it has come and been judged. */
  answered: { readonly reply: Reply; readonly verdict: Verdict | null } | null = null;

  constructor(
    readonly context: CallContext,
    readonly term: Term,
    readonly number: number,
  ) {}

  get signal(): AbortSignal {
    return this.term.signal;
  }

  get remainingMs(): number {
    return this.term.givesUpAt - Date.now();
  }

  get isAborted(): boolean {
    return this.signal.aborted;
  }

  get isAnswered(): boolean {
    return this.answered !== null && this.answered.verdict?.is !== "expired";
  }
}
