import { Failure } from "../errors.js";
import type { Made, Performed, Seen } from "../lifecycle/action.js";
import type { OperationError, OperationState } from "../model/operation.js";
import type { Change } from "./records.js";
import type { StepEnd } from "./steps.js";
import { nextCheck, type Timing } from "./timing.js";

/** How a carrier call ended, as its step and as what becomes of the operation. */
export interface Ended {
  readonly end: StepEnd;
  readonly change: Change;
}

const NOTHING = { carrierCode: null, carrierMessage: null, reference: null };

/** A call that was answered. "Already so" on a first call is a refusal: somebody else made it so. */
export function ofResult(result: Performed, timing: Timing): Ended {
  const { is, carrierCode, carrierMessage, reference, made } = result;
  const end = { outcome: is, carrierCode, carrierMessage, reference };
  if (is === "done") return { end, change: { ...reached(made), reference, nextCheckSeconds: null } };
  if (is === "pending") return { end, change: { state: "RUNNING", reference, nextCheckSeconds: timing.firstCheck } };
  const failure = new Failure("STATE_CHANGED", "The carrier says that it is so already; nothing was done.", {
    carrierCode,
    ...(carrierMessage === null ? {} : { carrierMessage }),
  });
  return { end, change: { state: "FAILED", error: errorOf(failure), reference, nextCheckSeconds: null } };
}

/** What was wished for is there, or a part of it. */
const reached = (made?: Made) => ({
  state: made?.creation.isPartial ? ("PARTIALLY_SUCCEEDED" as const) : ("SUCCEEDED" as const),
  ...made,
});

/** A call that failed. What is not a Failure is a bug after which nobody knows. */
export function ofFailure(error: unknown, timing: Timing): Ended {
  const failure =
    error instanceof Failure ? error : new Failure("OUTCOME_UNKNOWN", "The call ended in an unforeseen way.");
  const { carrierCode = null, carrierMessage = null, carrierReference = null } = failure.details;
  const end = { outcome: failure.code, carrierCode, carrierMessage, reference: carrierReference };
  const isUnknown = failure.code === "OUTCOME_UNKNOWN";
  const state: OperationState = isUnknown ? "OUTCOME_UNKNOWN" : "FAILED";
  const nextCheckSeconds = isUnknown ? timing.firstCheck : null;
  return { end, change: { state, error: errorOf(failure), reference: carrierReference, nextCheckSeconds } };
}

/** The process died in the call. */
export const INTERRUPTED: StepEnd = { outcome: "OUTCOME_UNKNOWN", ...NOTHING };

/** An operation that is pending or unknown. */
export interface Observed {
  readonly state: OperationState;
  /** Since its call. */
  readonly ageSeconds: number;
  /** Since the carrier called back; null when it has not. */
  readonly toldSeconds: number | null;
}

/** What an observation of the carrier makes of it. */
export function ofObservation(seen: Seen, { state, ageSeconds, toldSeconds }: Observed, timing: Timing): Change {
  if (seen === "REACHED") return { ...reached(), nextCheckSeconds: null };
  if (typeof seen === "object" && "refused" in seen) {
    const details = seen.refused === null ? {} : { carrierMessage: seen.refused };
    const failure = new Failure("CARRIER_REFUSED", "The carrier took it on, and then failed.", details);
    return { state: "FAILED", error: errorOf(failure), nextCheckSeconds: null };
  }
  if (typeof seen === "object" && (!seen.creation.isPartial || ageSeconds > timing.settleAfter)) {
    return { ...reached(seen), nextCheckSeconds: null };
  }
  if (seen === "NOT_REACHED" && state === "OUTCOME_UNKNOWN" && ageSeconds > timing.settleAfter) {
    const failure = new Failure("CARRIER_UNAVAILABLE", "The carrier did not carry it out, as reading it back shows.");
    return { state: "FAILED", error: errorOf(failure), nextCheckSeconds: null };
  }
  if (seen === "NOT_REACHED" && toldSeconds !== null && toldSeconds > timing.settleAfter) {
    const failure = new Failure("CARRIER_REFUSED", "The carrier has finished it, and reading it back shows no change.");
    return { state: "FAILED", error: errorOf(failure), nextCheckSeconds: null };
  }
  const nextCheckSeconds = nextCheck(timing, ageSeconds);
  if (nextCheckSeconds !== null || state === "OUTCOME_UNKNOWN")
    return { state, error: unknownError(state), nextCheckSeconds };
  return { state: "OUTCOME_UNKNOWN", error: unknownError("OUTCOME_UNKNOWN"), nextCheckSeconds: null };
}

const unknownError = (state: OperationState): OperationError | null =>
  state === "OUTCOME_UNKNOWN" ? errorOf(new Failure("OUTCOME_UNKNOWN", "Nobody knows yet what became of it.")) : null;

function errorOf(failure: Failure): OperationError {
  const { code, message, hint, details } = failure;
  return {
    code,
    message,
    hint,
    carrierCode: details.carrierCode ?? null,
    carrierMessage: details.carrierMessage ?? null,
  };
}
