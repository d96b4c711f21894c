import type { FailureCode, FailureDetails } from "../../errors.js";
import { Flaw } from "../shapes.js";
import { type Fail, failer, saidBy, unsure, type Where } from "./failing.js";
import type { AnswerOf, CodeTable, Operation, Outcome } from "./operation.js";
import { redactText } from "./redact.js";
import type { Reply, Verdict } from "./verdict.js";

/** An answer with what it was judged to be. */
export interface Answered {
  readonly reply: Reply;
  readonly verdict: Verdict;
  readonly token: string | null;
}

/** Reads a judged answer: an outcome of the operation's own code table, or a thrown Failure. */
export function outcomeOf<O extends Operation>(operation: O, answered: Answered, where: Where): Outcome<O> {
  const { reply, verdict, token } = answered;
  const fail = failer(operation, where);
  switch (verdict.is) {
    case "code":
      return outcomeOfCode(operation, reply, verdict, fail);
    case "expired":
      throw fail(
        "CARRIER_AUTH_FAILED",
        `the carrier does not accept ${token === null ? "the credentials" : "the token"}`,
      );
    case "refused":
      throw fail(verdict.failure, "the carrier refused", { ...saidBy(verdict), ...hintOf(verdict) });
    case "throttled":
      throw fail("TOO_MANY_REQUESTS", "the carrier asks for fewer calls", retryAfter(verdict.retryAfterMs));
    case "down":
      throw fail(
        unsure(operation, "CARRIER_UNAVAILABLE"),
        `the carrier answered HTTP ${reply.status}`,
        // Only a read is ever sent again.
        operation.effect === "read" ? retryAfter(verdict.retryAfterMs) : {},
      );
    case "unreadable":
      throw fail(unsure(operation, "CARRIER_CONTRACT_VIOLATION"), `the carrier answered ${verdict.why}`);
  }
}

const hintOf = ({ hint }: { readonly hint?: string }): FailureDetails => (hint === undefined ? {} : { hint });

const retryAfter = (retryAfterMs: number | undefined): FailureDetails =>
  retryAfterMs === undefined ? {} : { retryAfterMs };

type CodeVerdict = Extract<Verdict, { is: "code" }>;

function outcomeOfCode<O extends Operation>(operation: O, reply: Reply, verdict: CodeVerdict, fail: Fail): Outcome<O> {
  const { code, accepted } = verdict;
  const message = verdict.message === null ? null : redactText(verdict.message);
  const is = meaningOf(operation.codes, code);
  switch (is) {
    case "already":
    case "empty":
      return { is, code, message, answer: null };
    case "done":
    case "pending":
      if (!accepted) throw unclear(operation, "a success code inside a failure", verdict, fail);
      return { is, code, message, answer: parseAnswer(operation, reply, fail) };
    case "unknown":
      throw fail("OUTCOME_UNKNOWN", "the carrier does not know what became of it", saidBy(verdict));
    case "undeclared":
      if (accepted) throw unclear(operation, "a code that is not declared", verdict, fail);
      throw fail("CARRIER_REFUSED", "the carrier refused", saidBy(verdict));
    default:
      throw fail(is, "the carrier refused", saidBy(verdict));
  }
}

const unclear = (operation: Operation, what: string, verdict: CodeVerdict, fail: Fail) =>
  fail(unsure(operation, "CARRIER_CONTRACT_VIOLATION"), `the carrier answered with ${what}`, saidBy(verdict));

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
  const shape = answers[`${reply.status}`] ?? (isSuccess(reply.status) ? answers["2xx"] : undefined) ?? answers.any;
  const code = unsure(operation, "CARRIER_CONTRACT_VIOLATION");
  if (shape === undefined) throw fail(code, `the carrier answered HTTP ${reply.status}, which is not declared`);
  const read = shape(reply.json);
  // The shape was found by the same status that the type speaks of.
  if (!(read instanceof Flaw)) return read as AnswerOf<O>;
  throw fail(code, `the answer does not fit at ${read.path.join(".") || "its root"}: ${read.message}`);
}

const isSuccess = (status: number): boolean => status >= 200 && status < 300;
