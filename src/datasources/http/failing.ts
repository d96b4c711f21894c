import { Failure, type FailureCode, type FailureDetails } from "../../errors.js";
import type { Attempt } from "./attempt.js";
import type { Sign } from "./breaker.js";
import { WireError } from "./exchange.js";
import type { Operation } from "./operation.js";
import { redactError, redactText } from "./redact.js";

/** Where a call goes: told in every failure. */
export interface Where {
  readonly carrier: string;
  readonly account: string;
}

/** How far a call had come when something was thrown. */
export interface Progress {
  /** The caller's deadline has passed or the caller has gone. */
  readonly isAborted: boolean;
  /** A whole answer had come, and not one that proves that nothing was done. */
  readonly isAnswered: boolean;
}

export type Fail = (code: FailureCode, what: string, details?: FailureDetails) => Failure;

/** Makes the failures of one operation. `what` may quote the carrier: it is scrubbed. */
export const failer =
  (operation: Operation, { carrier, account }: Where): Fail =>
  (code, what, details = {}) =>
    new Failure(code, `${operation.name} at ${account}: ${redactText(what)}.`, {
      ...details,
      carrier,
      account,
      carrierOperation: operation.name,
    });

/** Failures of a carrier that is not there, or wants to be left alone. */
const AWAY: ReadonlySet<FailureCode> = new Set([
  "CARRIER_UNAVAILABLE",
  "CARRIER_TIMEOUT",
  "TOO_MANY_REQUESTS",
  "CIRCUIT_OPEN",
]);

export const isAway = (failure: unknown): boolean => failure instanceof Failure && AWAY.has(failure.code);

/** What an attempt that failed says of its carrier. Who goes away, or never got a place, says nothing of it. */
export function signOf({ name }: Operation, failure: Failure, { isSent, term, answered }: Attempt): Sign {
  const isAnswered = answered !== null && answered.verdict?.is !== "down";
  const isOutage = isAway(failure) || (failure.code === "OUTCOME_UNKNOWN" && !isAnswered);
  if (!isOutage) return isAnswered ? "there" : "none";
  const isTokenAway = failure.details.carrierOperation !== name;
  const isLeft = term.isOver && !(term.reason instanceof DOMException && term.reason.name === "TimeoutError");
  return (isSent || isTokenAway) && !isLeft && failure.code !== "CIRCUIT_OPEN" ? "away" : "none";
}

interface Said {
  readonly code: string;
  readonly message: string | null;
  readonly reference?: string;
}

/** What the carrier said of a failure, scrubbed. */
export function saidBy({ code, message, reference }: Said): FailureDetails {
  return {
    carrierCode: redactText(code),
    ...(message === null ? {} : { carrierMessage: redactText(message) }),
    ...(reference === undefined ? {} : { carrierReference: reference }),
  };
}

/** After a write that may have been carried out, every unclear end is an unknown outcome. */
export function unsure(operation: Operation, otherwise: FailureCode): FailureCode {
  return operation.effect === "write" ? "OUTCOME_UNKNOWN" : otherwise;
}

/** Turns whatever was thrown on the way of a call into a Failure. */
export function failureOf(operation: Operation, error: unknown, progress: Progress, where: Where): Failure {
  if (error instanceof Failure) return error;
  const fail = failer(operation, where);
  const isWire = error instanceof WireError;
  const isSent = isWire ? error.isSent : progress.isAnswered;
  const cause = isWire ? error.cause : error;
  const { code, what } = progress.isAborted ? OUT_OF_TIME : isWire ? wireFailure(error) : BUG;
  return fail(isSent ? unsure(operation, code) : code, what, { cause: redactError(cause) });
}

interface What {
  readonly code: FailureCode;
  readonly what: string;
}

const OUT_OF_TIME: What = { code: "CARRIER_TIMEOUT", what: "the carrier did not answer in time" };
const BUG: What = { code: "INTERNAL", what: "the call could not be made or its answer not be read" };

/** What undici calls answers that came but are no acceptable HTTP. */
const BAD_HTTP: ReadonlySet<string> = new Set([
  "HTTPParserError",
  "ResponseExceededMaxSizeError",
  "HeadersOverflowError",
]);

function wireFailure({ isSent, cause }: WireError): What {
  const name = cause instanceof Error ? cause.name : "";
  if (name === "InvalidArgumentError") return BUG;
  if (!isSent) return { code: "CARRIER_UNAVAILABLE", what: "the carrier cannot be reached" };
  if (BAD_HTTP.has(name)) {
    return { code: "CARRIER_CONTRACT_VIOLATION", what: "the carrier's answer is too large or no HTTP" };
  }
  return { code: "CARRIER_UNAVAILABLE", what: "the connection to the carrier broke" };
}
