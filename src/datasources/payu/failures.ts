import { z } from "zod";
import type { Operation } from "../http/operation.js";
import { httpVerdict, outageVerdict, type Reply, unreadable, type Verdict } from "../http/verdict.js";
import { textOf } from "../mapping/text.js";
import { anyText, cell, Flaw, object, side } from "../shapes.js";

/** The word of success. The codes beside it are of two conventions. */
export const SUCCESS = "SUCCESS";
const FAILURE = "FAILURE";

/** The pseudo code of an answer that brings a token; such answers have no envelope. */
export const ISSUED = "issued";

/** Codes of the table and of the samples. Others say nothing. */
const OF_SUCCESS: ReadonlySet<string | null> = new Set(["1", "200"]);
const OF_FAILURE: ReadonlySet<string | null> = new Set(["0", "600"]);

const Envelope = object({
  code: cell,
  status: anyText,
  /** Under the sample's name or the table's, as objects or as texts. */
  payload: side(object({ errors: cell, error: cell })),
});

const Reason = object({ reason: cell, errorCode: cell });

interface Said {
  readonly word: string;
  readonly code: string | null;
  readonly errorCode: string | null;
  readonly message: string | null;
}

/** Decides by `status`; a code that says the contrary makes the answer unreadable. */
export function verdictOf(reply: Reply, operation: Operation): Verdict {
  const said = saidBy(reply.json);
  if (isBadToken(reply, said) && operation.auth === "token") return { is: "expired" };
  if (reply.status === 403)
    return { is: "refused", failure: "PERMISSION_DENIED", ...refusalOf(said), hint: SCOPE_HINT };
  if (reply.status !== 429 && said?.word === FAILURE) return failureVerdict(reply, said);
  return httpVerdict(reply) ?? successVerdict(reply, said);
}

const SCOPE_HINT = "The client must be allowed the scope read_plans; tokens of other scopes are not accepted.";

const BAD_TOKEN = /\b(?:access[\s_-]?token|unauthori[sz]ed)\b/i;

const isBadToken = ({ status }: Reply, said: Said | null): boolean =>
  status === 401 || (said?.word === FAILURE && BAD_TOKEN.test(`${said.errorCode} ${said.message}`));

function saidBy(json: unknown): Said | null {
  const envelope = Envelope(json);
  if (envelope instanceof Flaw) return null;
  const { status, code, payload } = envelope;
  const reasons = [payload?.errors ?? payload?.error].flat().map(reasonIn);
  const message = reasons.flatMap(({ reason }) => reason ?? []).join("; ");
  return {
    word: status.trim().toUpperCase(),
    code: textOf(code),
    errorCode: reasons.find(({ errorCode }) => errorCode !== null)?.errorCode ?? null,
    message: message === "" ? null : message,
  };
}

function reasonIn(error: unknown): { readonly reason: string | null; readonly errorCode: string | null } {
  const read = Reason(error);
  return read instanceof Flaw
    ? { reason: textOf(error), errorCode: null }
    : { reason: textOf(read.reason), errorCode: textOf(read.errorCode) };
}

const refusalOf = (said: Said | null) => ({
  code: said?.errorCode ?? said?.code ?? FAILURE,
  message: said?.message ?? null,
});

function failureVerdict({ status }: Reply, said: Said): Verdict {
  if (OF_SUCCESS.has(said.code)) return unreadable(status, "a FAILURE that has the code of a success");
  return { is: "code", accepted: false, ...refusalOf(said) };
}

function successVerdict({ status }: Reply, said: Said | null): Verdict {
  if (said?.word !== SUCCESS) return unreadable(status, "neither SUCCESS nor FAILURE");
  if (OF_FAILURE.has(said.code)) return unreadable(status, "a SUCCESS that has the code of a failure");
  return { is: "code", code: SUCCESS, accepted: true, message: null };
}

const Token = z.object({ access_token: z.string().min(1) });
const OAuthError = side(object({ error: cell, error_description: cell }));

/** Of the call that obtains a token: every refusal is one of the credentials. */
export function tokenVerdict(reply: Reply): Verdict {
  const outage = outageVerdict(reply);
  if (outage) return outage;
  if (Token.safeParse(reply.json).success) return { is: "code", code: ISSUED, accepted: true, message: null };
  const said = saidBy(reply.json);
  if (reply.status < 400 && said?.word !== FAILURE) return httpVerdict(reply) ?? unreadable(reply.status, "no token");
  const { error, error_description } = OAuthError(reply.json) ?? {};
  const refusal = said
    ? refusalOf(said)
    : { code: textOf(error) ?? `${reply.status}`, message: textOf(error_description) };
  return { is: "refused", failure: "CARRIER_AUTH_FAILED", ...refusal };
}
