import type { FailureCode } from "../../errors.js";
import type { Operation } from "../http/operation.js";
import { bodyKindOf, outageVerdict, type Reply, unreadable, type Verdict } from "../http/verdict.js";
import { textOf } from "../mapping/text.js";
import { cell, Flaw, members, object, side } from "../shapes.js";

/** The two codes of success (5): done, and taken on. */
export const OK = "200";
export const ACCEPTED = "202";

/** Nothing has this id. */
export const MISSING = "404";

/** A duplicate, or a state that does not allow it: "check if operation already succeeded". */
export const CONFLICT = "409";

/** What the refusals of section 5 mean for every operation that does not say otherwise. */
export const COMMON_FAILURES = {
  "400": "INVALID_ARGUMENT",
  [MISSING]: "NOT_FOUND",
  [CONFLICT]: "INVALID_TRANSITION",
} as const satisfies Readonly<Record<string, FailureCode>>;

/** "Retry after 5 seconds" (5). */
const AFTER_500_MS = 5_000;

/**
 * Judges by the HTTP status, which is the code, and then by the envelope's word: a success whose word is another than
 * SUCCESS is none. `secrets` are masked where a refusal repeats them.
 */
export const verdictBy =
  (secrets: readonly string[]) =>
  (reply: Reply, { effect }: Pick<Operation, "effect">): Verdict => {
    const said = saidBy(reply.json, effect);
    const message = said.words && secrets.reduce((text, secret) => text.replaceAll(secret, "…"), said.words);
    return outage(reply) ?? accessVerdict(reply.status, message) ?? verdictOn(reply, said.word, message);
  };

function outage(reply: Reply): Verdict | null {
  return reply.status === 500 ? { is: "down", retryAfterMs: AFTER_500_MS } : outageVerdict(reply);
}

function accessVerdict(status: number, message: string | null): Verdict | null {
  if (status === 401) {
    const hint = "Check jwt and apiKey: they must be of one set, staging or production, and not revoked.";
    return { is: "refused", failure: "CARRIER_AUTH_FAILED", code: "401", message, hint };
  }
  if (status !== 403) return null;
  const hint =
    "The address that this server calls from may be missing on Reach's allow-list, or the key may not do this.";
  return { is: "refused", failure: "PERMISSION_DENIED", code: "403", message, hint };
}

const REFUSALS: ReadonlySet<string> = new Set(["FAILURE", "FAILED", "FAIL", "ERROR"]);

function verdictOn(reply: Reply, word: string | null, message: string | null): Verdict {
  const { status } = reply;
  const code = String(status);
  const kind = bodyKindOf(reply);
  if (status >= 400) {
    // A page is of a web server and not of the API, which so says nothing about the object.
    if (kind !== "HTML") return { is: "code", code, accepted: false, message };
    return {
      is: "refused",
      failure: "CARRIER_REFUSED",
      code,
      message: null,
      hint: "Check the baseUrl of the account.",
    };
  }
  if (status < 200 || status >= 300) return unreadable(status, "a redirection");
  if (kind === "HTML") return unreadable(status, "a page of HTML");
  if (kind === "TEXT") return unreadable(status, "a body that is no JSON");
  if (word === null || word === "SUCCESS") return { is: "code", code, accepted: true, message };
  return REFUSALS.has(word)
    ? { is: "code", code: word, accepted: false, message }
    : unreadable(status, "a status word that is not known");
}

const Envelope = object({ status: cell, message: cell, data: cell, meta: side(members) });

/**
 * The envelope's word and its words. A body without `data` and `message` is taken for bare data, whose own status is
 * not the envelope's, unless there is nothing else in it. Beside a write a word of refusal is always believed.
 */
function saidBy(
  json: unknown,
  effect: Operation["effect"],
): { readonly word: string | null; readonly words: string | null } {
  const envelope = Envelope(json);
  if (envelope instanceof Flaw) return { word: null, words: null };
  const { status, message, data, meta } = envelope;
  const word = textOf(status)?.toUpperCase() ?? null;
  const isEnvelope = data !== undefined || message !== undefined || isAlone(json);
  const isSaid = isEnvelope || (effect === "write" && word !== null && REFUSALS.has(word));
  const fields = Object.entries(meta ?? {}).map(([field, text]) => `${field}: ${textOf(text) ?? "?"}`);
  const words = [textOf(message), ...fields].filter((part) => part !== null).join("; ");
  return { word: isSaid ? word : null, words: words === "" ? null : words };
}

const isAlone = (json: unknown): boolean => typeof json === "object" && json !== null && Object.keys(json).length === 1;
