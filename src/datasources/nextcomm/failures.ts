import type { FailureCode } from "../../errors.js";
import type { Operation } from "../http/operation.js";
import { httpVerdict, outageVerdict, type Reply, unreadable, type Verdict } from "../http/verdict.js";
import { textOf } from "../mapping/text.js";
import { anyText, cell, Flaw, object } from "../shapes.js";

/** The carrier has no codes, but two words. */
export const SUCCESS = "Success";
const FAILURE = "Failure";

/** The pseudo code of an answer that is a bare list, without the envelope. */
export const ROWS = "rows";

/** Reasons that can be told apart, by the carrier's own words for them. What one means is for each operation to say. */
export const REASON = {
  validation: "Validation Error",
  noRecord: "Record Not Available",
  unknownNumber: "MSISDN is invalid",
  simTaken: "Sim Already Active",
  timedOut: "Timeout",
} as const;

/** How a reason is found in the carrier's words, numbers and all. */
const REASONS = [
  [/validation error/i, REASON.validation],
  [/record not available/i, REASON.noRecord],
  [/msisdn\b.*\binvalid/i, REASON.unknownNumber],
  [/sim already active/i, REASON.simTaken],
  [/\btimed?[\s-]?out\b/i, REASON.timedOut],
] as const satisfies readonly (readonly [RegExp, string])[];

/** The same for every operation. */
export const COMMON_FAILURES = {
  [REASON.validation]: "INVALID_ARGUMENT",
} as const satisfies Readonly<Record<string, FailureCode>>;

const BAD_CREDENTIALS = /invalid user credentials/i;
const BAD_TOKEN = /\b(?:invalid|expired|missing)\b.*\btoken\b|\btoken\b.*\b(?:invalid|expired|missing)\b/i;

const Envelope = object({ Status: anyText, Message: cell, MessageData: cell, TransactionID: cell });

interface Said {
  readonly isSuccess: boolean;
  readonly isFailure: boolean;
  readonly message: string | null;
  /** Of a failure: all that is said of it. */
  readonly reason: string;
  readonly hasTransaction: boolean;
}

/** What an answer says. Success is the word Success whatever the HTTP status; every other word is none. */
export function verdictOf(reply: Reply, operation: Operation): Verdict {
  const said = saidBy(reply.json);
  if (said?.isSuccess) return { is: "code", code: SUCCESS, accepted: true, message: said.message };
  return (
    accessVerdict(reply, operation, said) ??
    outageVerdict(reply) ??
    (said && failureVerdict(reply, said)) ??
    httpVerdict(reply) ??
    rowsVerdict(reply)
  );
}

function saidBy(json: unknown): Said | null {
  const envelope = Envelope(json);
  if (envelope instanceof Flaw) return null;
  const { Status, Message, MessageData, TransactionID } = envelope;
  const word = Status.trim().toLowerCase();
  const message = textOf(Message);
  const texts = new Set([message, plainText(MessageData)].filter((text) => text !== null));
  return {
    isSuccess: word === SUCCESS.toLowerCase(),
    isFailure: word === FAILURE.toLowerCase(),
    message,
    reason: [...texts].join(" "),
    hasTransaction: textOf(TransactionID) !== null,
  };
}

/** Words, and not JSON in a text. */
function plainText(cell: unknown): string | null {
  const text = textOf(cell);
  return text === null || /^(?:\{|\[\s*[{["])/.test(text) ? null : text;
}

/** An answer with a transaction is one of an operation that was begun, whatever else it says. */
function accessVerdict({ status }: Reply, { auth }: Operation, said: Said | null): Verdict | null {
  if (said?.hasTransaction) return null;
  const reason = said?.isFailure ? said.reason : "";
  const message = said?.reason || null;
  if (auth === "token" && (status === 401 || BAD_TOKEN.test(reason))) return { is: "expired" };
  if (status === 403) return { is: "refused", failure: "PERMISSION_DENIED", code: "403", message };
  const isOfLogin = auth === "none" && said?.isFailure === true && status < 429;
  if (status !== 401 && !isOfLogin && !BAD_CREDENTIALS.test(reason)) return null;
  return { is: "refused", failure: "CARRIER_AUTH_FAILED", code: status === 401 ? "401" : FAILURE, message };
}

function failureVerdict({ status }: Reply, { isFailure, reason }: Said): Verdict {
  if (!isFailure) return unreadable(status, "a Status that is neither Success nor Failure");
  const [, code = FAILURE] = REASONS.find(([pattern]) => pattern.test(reason)) ?? [];
  return { is: "code", code, accepted: false, message: reason || null };
}

function rowsVerdict({ status, json }: Reply): Verdict {
  const isSuccess = status >= 200 && status < 300;
  if (!isSuccess || !Array.isArray(json)) return unreadable(status, "neither an envelope nor a list");
  return { is: "code", code: ROWS, accepted: true, message: null };
}
