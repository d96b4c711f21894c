import { z } from "zod";
import type { FailureCode } from "../../errors.js";
import type { CodeTable, Operation } from "../http/operation.js";
import { httpVerdict, type Reply, type Verdict } from "../http/verdict.js";
import { textOf } from "../mapping/text.js";

/** Codes that any operation may answer, whether its own table lists them or not. */
export const COMMON_FAILURES = {
  "1000": "INVALID_ARGUMENT",
  "1001": "INVALID_ARGUMENT",
  "10002": "PERMISSION_DENIED",
} as const satisfies Readonly<Record<string, FailureCode>>;

/** The only success code of operations whose codes are documented nowhere: the outer code alone decides there. */
export const ANY_CODE = "any";

/** The pseudo code of an answer that brings tokens; such answers have no envelope. */
export const TOKENS_ISSUED = "tokens";

const code = z.union([z.string(), z.number()]).transform(String);

const Envelope = z.object({
  Response: z.object({
    resultCode: code.optional(),
    resultParam: z.object({ resultCode: code, resultDescription: z.unknown().optional() }),
  }),
});

const Tokens = z.object({ AccessToken: z.string().min(1) });

interface Said {
  readonly outer: string | undefined;
  readonly inner: string;
  readonly message: string | null;
}

/**
 * What a BICS answer says. The HTTP status tells nothing between 200 and 202; success is an outer code of `0` and an
 * inner code that the operation declares. An expired token comes as inner `401`, mostly below HTTP 200.
 */
export function verdictOf(reply: Reply, operation: Operation): Verdict {
  if (reply.status === 401) return unauthorised(operation, "401", null);
  if (reply.status === 403) return { is: "refused", failure: "PERMISSION_DENIED", code: "403", message: null };
  const said = saidBy(reply);
  if (isThrottled(reply, said)) return { is: "throttled", retryAfterMs: undefined };
  const byHttp = httpVerdict(reply);
  if (byHttp) return byHttp;
  if (operation.auth === "none" && Tokens.safeParse(reply.json).success) {
    return { is: "code", code: TOKENS_ISSUED, accepted: true, message: null };
  }
  if (!said) return { is: "unreadable", why: `HTTP ${reply.status} without the envelope` };
  return operation.auth === "none"
    ? unauthorised(operation, said.inner, said.message)
    : envelopeVerdict(said, operation.codes, operation);
}

function saidBy(reply: Reply): Said | null {
  const parsed = Envelope.safeParse(reply.json);
  if (!parsed.success) return null;
  const { resultCode: outer, resultParam } = parsed.data.Response;
  return { outer, inner: resultParam.resultCode, message: textOf(resultParam.resultDescription) };
}

function envelopeVerdict({ outer, inner, message }: Said, codes: CodeTable, operation: Operation): Verdict {
  if (inner === "401" && (outer === "401" || outer === "1")) return unauthorised(operation, inner, message);
  if (outer !== "0" && outer !== "1") return { is: "unreadable", why: "an envelope without a known outer code" };
  const accepted = outer === "0";
  const succeeds = codes.done.includes(inner) || codes.pending?.includes(inner);
  if (!accepted && succeeds) return { is: "unreadable", why: `success code ${inner} inside a failure` };
  if (accepted && codes.done.includes(ANY_CODE)) return { is: "code", code: ANY_CODE, accepted, message };
  return { is: "code", code: inner, accepted, message };
}

/** For a call that obtains a token a refusal means bad credentials; for all others that the token is too old. */
function unauthorised(operation: Operation, inner: string, message: string | null): Verdict {
  if (operation.auth === "token") return { is: "expired" };
  return { is: "refused", failure: "CARRIER_AUTH_FAILED", code: inner, message };
}

const RATE_LIMIT = /rate[\s_-]?limit/i;

/** Some gateways say so in words only: in the description, or in a body that is no envelope. */
function isThrottled(reply: Reply, said: Said | null): boolean {
  if (reply.status === 429) return false;
  if (said) return said.outer !== "0" && RATE_LIMIT.test(said.message ?? "");
  return reply.text.length < 4096 && RATE_LIMIT.test(reply.text);
}
