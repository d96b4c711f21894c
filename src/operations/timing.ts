/** Every time that operations wait or are looked at again, in seconds. */
export interface Timing {
  /** A process that holds an operation says so again at a third of this; one that is dead is replaced after it. */
  readonly lease: number;
  /** After this nobody expects an action any more that was stored and never begun: it is called off. */
  readonly beginWithin: number;
  /** Longest time that one carrier call of an operation may take. Less than `settleAfter`. */
  readonly call: number;
  /** The first look at what is pending or unknown; each further one waits twice as long, up to `lastCheck`. */
  readonly firstCheck: number;
  readonly lastCheck: number;
  /** A carrier may still carry out what it has received: only after this is "it is not so" an answer. */
  readonly settleAfter: number;
  /** After this nobody looks by itself any more; what is unknown stays unknown until a person settles it. */
  readonly giveUpAfter: number;
  /** How long a carrier may call back, from when it was asked. */
  readonly callbackWithin: number;
  /** How long the inbox keeps what was sent, and how long it keeps that something was. */
  readonly keepBodies: number;
  readonly keepCallbacks: number;
}

export const TIMING: Timing = {
  lease: 20,
  beginWithin: 600,
  call: 200,
  firstCheck: 5,
  lastCheck: 600,
  settleAfter: 300,
  giveUpAfter: 86_400,
  callbackWithin: 30 * 86_400,
  keepBodies: 30 * 86_400,
  keepCallbacks: 90 * 86_400,
};

/** Seconds until the next look at something that began `ageSeconds` ago; null when nobody looks any more. */
export function nextCheck({ firstCheck, lastCheck, giveUpAfter }: Timing, ageSeconds: number): number | null {
  if (ageSeconds > giveUpAfter) return null;
  return Math.min(lastCheck, Math.max(firstCheck, ageSeconds));
}
