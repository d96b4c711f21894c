import type { Outgoing } from "../exchange.js";
import { responseTimestamp } from "./dates.js";

/** What an operation says, before the envelope is put around it. */
export interface Answer {
  outer: string;
  code: string;
  text: string;
  /** Fields beside `resultParam` inside `Response`. */
  payload?: Record<string, unknown>;
  status?: number;
  /** Nothing is sent at all. */
  isEmpty?: boolean;
}

/** The orders of keys seen in the document; which one depends on the operation. */
export type Layout = "code-first" | "param-first" | "param-first-payload-last";

export const ok = (code: string, text: string, payload?: Record<string, unknown>): Answer => ({
  outer: "0",
  code,
  text,
  ...(payload ? { payload } : {}),
});

export const fail = (code: string, text: string): Answer => ({ outer: "1", code, text });

/** A refusal whose outer code says success: the document shows it for five codes. */
export const falseSuccess = (code: string, text: string): Answer => ({ outer: "0", code, text });

export const missing = (name: string): Answer => fail("1000", `Mandatory parameter missing - ${name}`);
export const wrong = (name: string): Answer => fail("1001", `Wrong input parameter - ${name}`);
export const tooMany = (name: string): Answer => fail("10073", `Maximum count exceeds for input parameter - ${name}`);
export const insufficientPrivilege = fail("10002", "Insufficient privilege");

/** Puts the envelope around an answer; `turn` is the number of the answer, which its id and odd clock hang on. */
export function envelope(answer: Answer, layout: Layout, turn: number, now: number): Outgoing {
  const status = answer.status ?? 200;
  if (answer.isEmpty) return { status, body: "", code: answer.code };
  const stamp = { responseId: responseId(turn, now, layout), responseTimestamp: responseTimestamp(now, turn) };
  const param = { resultParam: { resultCode: answer.code, resultDescription: answer.text } };
  const outer = { resultCode: answer.outer };
  const payload = answer.payload ?? {};
  const fields =
    layout === "code-first"
      ? { ...stamp, ...outer, ...param, ...payload }
      : layout === "param-first"
        ? { ...param, ...outer, ...payload, ...stamp }
        : { ...param, ...outer, ...stamp, ...payload };
  return { status, body: JSON.stringify({ Response: fields }, null, 4), code: answer.code };
}

/** A counter of nanoseconds of 17 to 20 digits in most answers, milliseconds in some: beyond what a number holds. */
function responseId(turn: number, now: number, layout: Layout): string {
  if (layout === "param-first-payload-last") return String(now + turn);
  const base = turn % 11 === 5 ? 10_147_764_526_003_929_674n : 39_156_566_764_835_489n;
  return String(base + BigInt(now % 1_000_000_000) * 1_000_000n + BigInt(turn) * 7_919n);
}
