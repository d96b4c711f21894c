import { Failure } from "../errors.js";
import type { Made, Observation, Performed, Refused, Result, Row, Seen } from "../lifecycle/action.js";
import { hasEnded, type OperationError, type OperationState } from "../model/operation.js";
import type { Change } from "./records.js";
import type { StepEnd } from "./steps.js";
import { nextCheck, type Timing } from "./timing.js";

/** What becomes of an operation, and of the rows that it falls into, if it does. */
export interface Verdict {
  readonly change: Change;
  readonly rows: readonly RowEnded[];
}

/** How a carrier call ended, as its step and as what becomes of the operation. */
export interface Ended extends Verdict {
  readonly end: StepEnd;
}

/** The same of one row of a bulk. */
export interface RowEnded {
  readonly row: Row;
  readonly end: StepEnd;
  readonly change: Change;
}

const NOTHING = { carrierCode: null, carrierMessage: null, reference: null };

/** A call that was answered. "Already so" on a first call is a refusal: somebody else made it so. */
export function ofResult(result: Performed<Result>, timing: Timing): Ended {
  const { is, carrierCode, carrierMessage, reference, rows } = result;
  const end = { outcome: is, carrierCode, carrierMessage, reference };
  if (!rows?.length) return { end, change: { ...answered(result, timing), reference }, rows: [] };
  const { change, rows: ended } = split(rows, timing);
  return { end, change: { ...change, reference }, rows: ended };
}

function answered({ is, carrierCode, carrierMessage, made, isLastWord }: Performed<Result>, timing: Timing): Change {
  if (is === "done" || (is === "pending" && isLastWord)) return { ...reached(made), nextCheckSeconds: null };
  if (is === "pending") return { state: "RUNNING", ...made, nextCheckSeconds: timing.firstCheck };
  const failure = new Failure("STATE_CHANGED", "The carrier says that it is so already; nothing was done.", {
    carrierCode,
    ...(carrierMessage === null ? {} : { carrierMessage }),
  });
  return { state: "FAILED", error: errorOf(failure), nextCheckSeconds: null };
}

/** What was wished for is there, or a part of it. */
const reached = (made?: Made) => ({
  state: made?.creation?.isPartial ? ("PARTIALLY_SUCCEEDED" as const) : ("SUCCEEDED" as const),
  ...made,
});

/** A bulk and its rows, where at least one is known of. */
function split(parts: readonly Row[], timing: Timing): Verdict {
  const rows = parts.map((row) => ofRow(row, timing));
  return { change: ofRows(rows.map(({ change }) => change.state)), rows };
}

function ofRow(row: Row, { firstCheck }: Timing): RowEnded {
  const { is, carrierCode, carrierMessage, reference } = row;
  const end = { outcome: is, carrierCode, carrierMessage, reference };
  if (is === "done") return { row, end, change: { state: "SUCCEEDED", reference, nextCheckSeconds: null } };
  const isUnknown = is === "unknown";
  const failure = isUnknown ? nobodyKnows() : new Failure("CARRIER_REFUSED", "The carrier refused this row.");
  const error = { ...errorOf(failure), carrierCode, carrierMessage };
  const state = isUnknown ? "OUTCOME_UNKNOWN" : "FAILED";
  return { row, end, change: { state, error, reference, nextCheckSeconds: isUnknown ? firstCheck : null } };
}

/** What a bulk has come to by the states of its rows, which alone decide it: nobody asks the carrier for it any more. */
export function ofRows(states: readonly OperationState[]): Change {
  const count = (state: OperationState) => states.filter((one) => one === state).length;
  const [done, failed] = [count("SUCCEEDED"), count("FAILED")];
  const open = states.filter((state) => !hasEnded({ state })).length;
  const told = (failure: Failure) => ({ error: errorOf(failure), nextCheckSeconds: null });
  if (open > 0) {
    const message = `Nobody knows yet what became of ${open} of ${states.length} rows.`;
    return { state: "OUTCOME_UNKNOWN", ...told(new Failure("OUTCOME_UNKNOWN", message)) };
  }
  if (failed === states.length) {
    const hint = "See the error of each of its children.";
    return { state: "FAILED", ...told(new Failure("CARRIER_REFUSED", "Not one row was done.", { hint })) };
  }
  return { state: done === states.length ? "SUCCEEDED" : "PARTIALLY_SUCCEEDED", nextCheckSeconds: null };
}

/** A call that failed. What is not a Failure is a bug after which nobody knows. */
export function ofFailure(error: unknown, timing: Timing): Ended {
  const failure =
    error instanceof Failure ? error : new Failure("OUTCOME_UNKNOWN", "The call ended in an unforeseen way.");
  const { carrierCode = null, carrierMessage = null, carrierReference = null } = failure.details;
  const end = { outcome: failure.code, carrierCode, carrierMessage, reference: carrierReference };
  const isUnknown = failure.code === "OUTCOME_UNKNOWN";
  const state: OperationState = isUnknown ? "OUTCOME_UNKNOWN" : "FAILED";
  const nextCheckSeconds = isUnknown ? timing.firstCheck : null;
  return { end, change: { state, error: errorOf(failure), reference: carrierReference, nextCheckSeconds }, rows: [] };
}

/** Called off before anything was sent: the same may be asked for again. */
export function neverSent(why: string): Change {
  const hint = "Ask again with a new idempotency key.";
  const failure = new Failure("STATE_CHANGED", `It was never sent: ${why}`, { hint });
  return { state: "CANCELLED", error: errorOf(failure), nextCheckSeconds: null };
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
export function ofObservation(seen: Seen, observed: Observed, timing: Timing): Verdict {
  if (typeof seen === "string" || !("rows" in seen)) return { change: changeOf(seen, observed, timing), rows: [] };
  if (seen.rows.length > 0) return split(seen.rows, timing);
  return { change: changeOf("UNKNOWN", observed, timing), rows: [] };
}

function changeOf(seen: Observation | Made | Refused, observed: Observed, timing: Timing): Change {
  const { state, ageSeconds, toldSeconds } = observed;
  if (seen === "REACHED") return { ...reached(), nextCheckSeconds: null };
  if (typeof seen === "object" && "refused" in seen) {
    // Of a call whose answer was lost it may tell of an earlier one like it, for as long as the carrier may still begin.
    if (state === "OUTCOME_UNKNOWN" && ageSeconds <= timing.settleAfter) return waiting(observed, timing);
    const details = seen.refused === null ? {} : { carrierMessage: seen.refused };
    const failure = new Failure("CARRIER_REFUSED", "The carrier took it on, and then failed.", details);
    return { state: "FAILED", error: errorOf(failure), nextCheckSeconds: null };
  }
  if (typeof seen === "object" && (!seen.creation?.isPartial || ageSeconds > timing.settleAfter)) {
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
  return waiting(observed, timing);
}

/** It stands as before, and is looked at again until nobody looks any more. */
function waiting({ state, ageSeconds }: Observed, timing: Timing): Change {
  const nextCheckSeconds = nextCheck(timing, ageSeconds);
  if (nextCheckSeconds !== null || state === "OUTCOME_UNKNOWN")
    return { state, error: unknownError(state), nextCheckSeconds };
  return { state: "OUTCOME_UNKNOWN", error: unknownError("OUTCOME_UNKNOWN"), nextCheckSeconds: null };
}

const unknownError = (state: OperationState): OperationError | null =>
  state === "OUTCOME_UNKNOWN" ? errorOf(nobodyKnows()) : null;

const nobodyKnows = (): Failure => new Failure("OUTCOME_UNKNOWN", "Nobody knows yet what became of it.");

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
