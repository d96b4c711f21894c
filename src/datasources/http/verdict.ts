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
  | { readonly is: "refused"; readonly failure: FailureCode; readonly code: string; readonly message: string | null }
  | { readonly is: "throttled"; readonly retryAfterMs: number | undefined }
  | { readonly is: "down" }
  | { readonly is: "unreadable"; readonly why: string };

/** The verdicts that HTTP itself gives, alike for every carrier; null leaves the answer to the carrier's own rules. */
export function httpVerdict(reply: Reply): Verdict | null {
  if (reply.status === 429) return { is: "throttled", retryAfterMs: retryAfterMs(reply.headers["retry-after"]) };
  if (reply.status >= 500) return { is: "down" };
  if (reply.json === undefined) return { is: "unreadable", why: unreadable(reply) };
  return null;
}

function unreadable({ status, text }: Reply): string {
  const start = text.trimStart();
  if (start === "") return `HTTP ${status} with an empty body`;
  if (start.startsWith("<")) return `HTTP ${status} with a page of HTML`;
  return `HTTP ${status} with a body that is no JSON`;
}

/** Milliseconds from a Retry-After header in seconds or as a date. */
function retryAfterMs(header: string | string[] | undefined): number | undefined {
  const value = Array.isArray(header) ? header[0] : header;
  if (value === undefined) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
