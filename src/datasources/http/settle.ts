import { Failure, type FailureCode, type FailureDetails } from "../../errors.js";
import type { ClientOptions } from "./client.js";
import type { AnswerOf, CodeTable, Operation, Outcome } from "./operation.js";
import { redactText } from "./redact.js";
import { wasNeverSent } from "./transport.js";
import type { Reply, Verdict } from "./verdict.js";

/** An answer with what it was judged to be. */
export interface Answered {
  readonly reply: Reply;
  readonly verdict: Verdict;
  readonly token: string | null;
}

/** An error of the wire itself, after which a request may or may not have reached the carrier. */
class WireError extends Error {
  constructor(cause: unknown) {
    super("the wire failed", { cause });
  }
}

/** Marks errors of sending, so that they are told apart from errors before it (token, waiting for a place). */
export async function answerOf(reply: Promise<Reply>): Promise<Reply> {
  try {
    return await reply;
  } catch (error) {
    throw new WireError(error);
  }
}

type Where = Pick<ClientOptions, "carrier" | "account">;

/** Reads a judged answer: an outcome of the operation's own code table, or a thrown Failure. */
export function outcomeOf<O extends Operation>(operation: O, { reply, verdict }: Answered, where: Where): Outcome<O> {
  const fail = failer(operation, where);
  switch (verdict.is) {
    case "code":
      return outcomeOfCode(operation, reply, verdict, fail);
    case "expired":
      throw fail("CARRIER_AUTH_FAILED", "the carrier refuses a token that it has just issued");
    case "refused":
      throw fail(verdict.failure, "the carrier refused", verdict);
    case "throttled":
      throw fail("TOO_MANY_REQUESTS", "the carrier asks for fewer calls", retryAfter(verdict.retryAfterMs));
    case "down":
      throw fail(unsure(operation, "CARRIER_UNAVAILABLE"), `the carrier answered HTTP ${reply.status}`);
    case "unreadable":
      throw fail(unsure(operation, "CARRIER_CONTRACT_VIOLATION"), `the carrier answered ${verdict.why}`);
  }
}

const retryAfter = (retryAfterMs: number | undefined): FailureDetails =>
  retryAfterMs === undefined ? {} : { retryAfterMs };

type CodeVerdict = Extract<Verdict, { is: "code" }>;
type Fail = ReturnType<typeof failer>;

function outcomeOfCode<O extends Operation>(operation: O, reply: Reply, verdict: CodeVerdict, fail: Fail): Outcome<O> {
  const { code, accepted } = verdict;
  const message = verdict.message === null ? null : redactText(verdict.message);
  const is = meaningOf(operation.codes, code);
  if (is === "already" || is === "empty") return { is, code, message, answer: null };
  if ((is === "done" || is === "pending") && accepted) {
    return { is, code, message, answer: parseAnswer(operation, reply, fail) };
  }
  if (is === "unknown") throw fail("OUTCOME_UNKNOWN", "the carrier does not know what became of it", verdict);
  if (is === "undeclared" || is === "done" || is === "pending") throw undeclared(operation, verdict, fail);
  throw fail(is, "the carrier refused", verdict);
}

/** A code outside the operation's table, or a success code inside a failure. Never a success. */
function undeclared(operation: Operation, verdict: CodeVerdict, fail: Fail): Failure {
  if (!verdict.accepted) return fail("CARRIER_REFUSED", "the carrier refused", verdict);
  return fail(
    unsure(operation, "CARRIER_CONTRACT_VIOLATION"),
    "the carrier answered with a code that is not declared",
    verdict,
  );
}

type Meaning = "done" | "pending" | "already" | "empty" | "unknown" | "undeclared" | FailureCode;

function meaningOf(codes: CodeTable, code: string): Meaning {
  if (codes.done.includes(code)) return "done";
  if (codes.pending?.includes(code)) return "pending";
  if (codes.already?.includes(code)) return "already";
  if (codes.empty?.includes(code)) return "empty";
  if (codes.unknown?.includes(code)) return "unknown";
  return codes.failed && Object.hasOwn(codes.failed, code) ? (codes.failed[code] ?? "undeclared") : "undeclared";
}

function parseAnswer<O extends Operation>(operation: O, reply: Reply, fail: Fail): AnswerOf<O> {
  const { answers } = operation;
  const schema = answers[`${reply.status}`] ?? (reply.status < 300 ? answers["2xx"] : undefined);
  if (schema === undefined) {
    throw fail(
      unsure(operation, "CARRIER_CONTRACT_VIOLATION"),
      `the carrier answered HTTP ${reply.status}, which is not declared`,
    );
  }
  const parsed = schema.safeParse(reply.json);
  // The schema was found by the same status that the type speaks of.
  if (parsed.success) return parsed.data as AnswerOf<O>;
  const [issue] = parsed.error.issues;
  const what = `the answer does not fit at ${issue?.path.join(".") || "its root"}: ${issue?.message}`;
  throw fail(unsure(operation, "CARRIER_CONTRACT_VIOLATION"), what);
}

/** After a write that may have been carried out, every unclear end is an unknown outcome. */
function unsure(operation: Operation, otherwise: FailureCode): FailureCode {
  return operation.effect === "write" ? "OUTCOME_UNKNOWN" : otherwise;
}

/** Turns whatever was thrown while sending into a Failure. */
export function failureOf(operation: Operation, error: unknown, where: Where): Failure {
  if (error instanceof Failure) return error;
  const fail = failer(operation, where);
  const isWire = error instanceof WireError;
  const cause = isWire ? error.cause : error;
  if (isWire && wasNeverSent(cause)) return fail("CARRIER_UNAVAILABLE", "the carrier cannot be reached", { cause });
  const isTime = cause instanceof Error && (cause.name === "TimeoutError" || cause.name === "AbortError");
  if (!isTime && !isWire) return fail("INTERNAL", "the call could not be made", { cause });
  const code = isTime ? "CARRIER_TIMEOUT" : "CARRIER_UNAVAILABLE";
  const what = isTime ? "the carrier did not answer in time" : "the connection to the carrier broke";
  return fail(isWire ? unsure(operation, code) : code, what, { cause });
}

function failer(operation: Operation, { carrier, account }: Where) {
  return (
    code: FailureCode,
    what: string,
    about: FailureDetails | CodeVerdict | Extract<Verdict, { is: "refused" }> = {},
  ) => {
    const said = "is" in about ? saidBy(about) : about;
    return new Failure(code, `${operation.name} at ${account}: ${what}.`, {
      ...said,
      carrier,
      account,
      carrierOperation: operation.name,
    });
  };
}

function saidBy({ code, message }: { readonly code: string; readonly message: string | null }): FailureDetails {
  return { carrierCode: code, ...(message === null ? {} : { carrierMessage: redactText(message) }) };
}
