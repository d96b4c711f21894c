import type { FailureCode } from "../../errors.js";
import { bodyKindOf, outageVerdict, type Reply, unreadable, type Verdict } from "../http/verdict.js";
import { rawOf } from "../mapping/text.js";
import { cell, Flaw, object } from "../shapes.js";

/** The only code of success. */
export const OK = "200";

export const UNKNOWN_ICC = "404";

/**
 * What refusals of a write mean by HTTP's own words, since the carrier documents only that there are some. The others,
 * 400 too, are refusals of an unknown reason.
 */
export const WRITE_FAILURES = {
  [UNKNOWN_ICC]: "IDENTIFIER_NOT_FOUND",
  "409": "INVALID_TRANSITION",
  "422": "INVALID_ARGUMENT",
} as const satisfies Readonly<Record<string, FailureCode>>;

/**
 * Judges by the HTTP status, which is the code. Bodies of refusals, and of writes that were taken on, may be anything
 * or nothing: what a read needs of its body is for the operation to say. `apiKey` is masked where a refusal repeats it.
 */
export const verdictBy =
  (apiKey: string) =>
  (reply: Reply): Verdict => {
    const message = messageIn(reply)?.replaceAll(apiKey, "…") ?? null;
    return outageVerdict(reply) ?? accessVerdict(reply.status, message) ?? verdictOn(reply, message);
  };

function accessVerdict(status: number, message: string | null): Verdict | null {
  if (status === 401) {
    return {
      is: "refused",
      failure: "CARRIER_AUTH_FAILED",
      code: "401",
      message,
      hint: `Check the apiKey. ${ALLOWED}`,
    };
  }
  if (status !== 403) return null;
  return { is: "refused", failure: "PERMISSION_DENIED", code: "403", message, hint: `${ALLOWED} Or the key may not.` };
}

const ALLOWED =
  "The address that this server calls from may be missing on the allow-list of the key (API Access in NexCon's dashboard).";

function verdictOn(reply: Reply, message: string | null): Verdict {
  const { status } = reply;
  const code = String(status);
  const kind = bodyKindOf(reply);
  if (status >= 400) {
    // A page is of a web server and not of the API, which so says nothing about the SIM.
    const isOfApi = kind !== "HTML";
    return isOfApi
      ? { is: "code", code, accepted: false, message }
      : { is: "refused", failure: "CARRIER_REFUSED", code, message: null, hint: "Check the baseUrl of the account." };
  }
  if (status < 200 || status >= 300) return unreadable(status, "a redirection");
  if (kind === "HTML") return unreadable(status, "a page of HTML");
  if (kind === "TEXT" && BROKEN_JSON.test(reply.text)) return unreadable(status, "half a JSON text");
  return { is: "code", code, accepted: true, message };
}

const BROKEN_JSON = /^\s*[{["]/;

const MAX_MESSAGE = 300;

/** Where refusals usually have their words. */
const Worded = object({ message: cell, detail: cell, error: cell, title: cell });

/** The carrier's words: a short text, a text in JSON, or a member of an object that usually has words. */
function messageIn(reply: Reply): string | null {
  const text = bodyKindOf(reply) === "TEXT" ? reply.text : wordsIn(reply.json);
  const words = text?.trim() ?? "";
  return words === "" || words.length > MAX_MESSAGE ? null : words;
}

function wordsIn(json: unknown): string | null {
  const worded = Worded(json);
  if (worded instanceof Flaw) return rawOf(json);
  const { message, detail, error, title } = worded;
  const deeper = Worded(error);
  const inner = deeper instanceof Flaw ? undefined : deeper.message;
  return [message, detail, error, inner, title].map(rawOf).find((words) => words !== null) ?? null;
}
