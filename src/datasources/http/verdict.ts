import type { FailureCode } from "../../errors.js";

/** What came back over the wire. `json` is undefined when the body is no JSON. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly json: unknown;
}

/** What a carrier's answer says before its content is read. */
export type Verdict =
  | {
      readonly is: "code";
      readonly code: string;
      readonly accepted: boolean;
      readonly message: string | null;
      /** The carrier's id of what it has made, told beside a failure. */
      readonly reference?: string;
    }
  /** The token is not accepted any more; nothing was done. */
  | { readonly is: "expired" }
  /** Refused before anything was done. */
  | {
      readonly is: "refused";
      readonly failure: FailureCode;
      readonly code: string;
      readonly message: string | null;
      /** What to do about it, where that is more than the failure's own hint. */
      readonly hint?: string;
    }
  | { readonly is: "throttled"; readonly retryAfterMs: number | undefined }
  /** An outage; `retryAfterMs` where the carrier or its document says how long to wait. */
  | { readonly is: "down"; readonly retryAfterMs?: number | undefined }
  | { readonly is: "unreadable"; readonly why: string };

/** The verdicts on answers that are none of the carrier's application; null for all others. */
export function outageVerdict({ status, headers }: Reply): Verdict | null {
  if (status !== 429 && status < 500) return null;
  return { is: status === 429 ? "throttled" : "down", retryAfterMs: retryAfterMs(headers["retry-after"]) };
}

/** The verdicts that HTTP itself gives to a carrier of JSON; null leaves the answer to the carrier's own rules. */
export function httpVerdict(reply: Reply): Verdict | null {
  const kind = bodyKindOf(reply);
  return outageVerdict(reply) ?? (kind === "JSON" ? null : unreadable(reply.status, UNREADABLE[kind]));
}

export const unreadable = (status: number, what: string): Verdict => ({
  is: "unreadable",
  why: `HTTP ${status} with ${what}`,
});

type BodyKind = "JSON" | "EMPTY" | "HTML" | "TEXT";

export function bodyKindOf({ json, text }: Reply): BodyKind {
  if (json !== undefined) return "JSON";
  const start = text.trimStart();
  if (start === "") return "EMPTY";
  return start.startsWith("<") ? "HTML" : "TEXT";
}

const UNREADABLE = {
  EMPTY: "an empty body",
  HTML: "a page of HTML",
  TEXT: "a body that is no JSON",
} as const satisfies Record<Exclude<BodyKind, "JSON">, string>;

/** Milliseconds from a Retry-After header in seconds or as a date. */
function retryAfterMs(header: string | string[] | undefined): number | undefined {
  const value = Array.isArray(header) ? header[0] : header;
  if (value === undefined) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
