import { z } from "zod";
import type { FailureCode } from "../../errors.js";
import type { Operation } from "../http/operation.js";
import { httpVerdict, type Reply, type Verdict } from "../http/verdict.js";
import { textOf } from "../mapping/text.js";
import { cell, Flaw, object, type Shape, unlike } from "../shapes.js";

/** Codes that any operation may answer, whether its own table lists them or not. */
export const COMMON_FAILURES = {
  "1000": "INVALID_ARGUMENT",
  "1001": "INVALID_ARGUMENT",
  "10002": "PERMISSION_DENIED",
} as const satisfies Readonly<Record<string, FailureCode>>;

/** The only success code of operations whose codes are documented nowhere: the outer code alone decides there. */
export const ANY_CODE = "any";

/** "No record exists": documented for the statistics, taken to mean the same where no codes are documented. */
export const NO_RECORD = "1340";

/** The pseudo code of an answer that brings tokens; such answers have no envelope. */
export const TOKENS_ISSUED = "tokens";

const code: Shape<string> = (value) => {
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : unlike("a code", value);
};

const outerCode: Shape<string | undefined> = (value) => (value === undefined ? value : code(value));

const Envelope = object({
  Response: object({
    resultCode: outerCode,
    resultParam: object({ resultCode: code, resultDescription: cell }),
    /** Told beside the code by the creation of an endpoint, perhaps also when it has failed half-way. */
    endPointId: cell,
  }),
});

const Tokens = z.object({ AccessToken: z.string().min(1) });

interface Said {
  readonly outer: string | undefined;
  readonly inner: string;
  readonly message: string | null;
  readonly endpointId: string | null;
}

/**
 * What a BICS answer says. The HTTP status tells nothing between 200 and 202; success is an outer code of `0` and an
 * inner code that the operation declares. An expired token comes as inner `401`, mostly below HTTP 200.
 */
export function verdictOf(reply: Reply, operation: Operation): Verdict {
  const said = saidBy(reply);
  if (isThrottled(reply, said)) return { is: "throttled", retryAfterMs: undefined };
  return (
    unauthorised(reply, operation, said) ??
    httpVerdict(reply) ??
    tokensVerdict(reply, operation) ??
    verdictOn(said, reply, operation)
  );
}

function saidBy(reply: Reply): Said | null {
  const envelope = Envelope(reply.json);
  if (envelope instanceof Flaw) return null;
  const { resultCode: outer, resultParam, endPointId } = envelope.Response;
  return {
    outer,
    inner: resultParam.resultCode,
    message: textOf(resultParam.resultDescription),
    endpointId: textOf(endPointId),
  };
}

const RATE_LIMIT = /rate[\s_-]?limit/i;

/** Some gateways say so in words only: in the description, or in a body that is no envelope. */
function isThrottled(reply: Reply, said: Said | null): boolean {
  if (reply.status === 429) return false;
  if (said) return said.outer !== "0" && RATE_LIMIT.test(said.message ?? "");
  return reply.text.length < 4096 && RATE_LIMIT.test(reply.text);
}

/**
 * An expired token comes as inner 401, below an outer 401 or 1 and HTTP 200, or as a real HTTP 401. For the calls that
 * obtain a token every refusal is one of the credentials.
 */
function unauthorised({ status }: Reply, { auth }: Operation, said: Said | null): Verdict | null {
  const isExpired = status === 401 || (said?.inner === "401" && said.outer !== "0");
  if (auth === "token" && isExpired) return { is: "expired" };
  const isRefused = status === 403 || (auth === "none" && (isExpired || (status < 500 && said !== null)));
  if (!isRefused) return null;
  return {
    is: "refused",
    failure: auth === "none" ? "CARRIER_AUTH_FAILED" : "PERMISSION_DENIED",
    code: said?.inner ?? String(status),
    message: said?.message ?? null,
  };
}

/** Tokens come without the envelope. */
function tokensVerdict({ json }: Reply, { auth }: Operation): Verdict | null {
  if (auth === "token" || !Tokens.safeParse(json).success) return null;
  return { is: "code", code: TOKENS_ISSUED, accepted: true, message: null };
}

function verdictOn(said: Said | null, { status }: Reply, { codes }: Operation): Verdict {
  if (said === null) return { is: "unreadable", why: `HTTP ${status} without the envelope` };
  const { outer, inner, message, endpointId } = said;
  if (outer !== "0" && outer !== "1") return { is: "unreadable", why: "an envelope without a known outer code" };
  const accepted = outer === "0";
  const code = accepted && codes.done.includes(ANY_CODE) ? ANY_CODE : inner;
  return { is: "code", code, accepted, message, ...(endpointId === null ? {} : { reference: endpointId }) };
}
