import type { CallContext } from "../call.js";
import type { Progress } from "./failing.js";
import type { Term } from "./term.js";
import type { Reply, Verdict } from "./verdict.js";

/** What one attempt at a call has come to so far. */
export class Attempt implements Progress {
  readonly startedAt = performance.now();
  /** What it is sent with. */
  token: string | null = null;
  /** The token that turned out to be refused. Only the first one is given up: a carrier may refuse them all. */
  refusedToken: string | null = null;
  /** Something was sent, or tried to be. */
  isSent = false;
  /** When it was sent last, on the clock of `startedAt`. */
  sentAt = 0;
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

  get remainingMs(): number {
    return this.term.givesUpAt - Date.now();
  }

  get isAborted(): boolean {
    return this.term.isOver;
  }

  get isAnswered(): boolean {
    return this.answered !== null && this.answered.verdict?.is !== "expired";
  }
}
