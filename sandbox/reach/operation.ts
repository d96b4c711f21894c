import type { z } from "zod";
import type { LedgerEntry } from "../types.js";
import { type Answer, invalid } from "./answers.js";
import type { Told } from "./callbacks.js";
import type { Account } from "./state.js";

/** What a handler may use besides the account: the time, the ledger, and what happens later. */
export interface Call {
  account: Account;
  now: number;
  /** Where the caller has reached the sandbox, with the carrier's prefix. */
  origin: string;
  /** Writes the ledger. To be called exactly once when a write takes effect or is accepted; money in cents. */
  commit(target: string, cents?: number): LedgerEntry;
  /** Does something later on the sandbox's clock. */
  later(delayMs: number, run: (at: number) => void): void;
  /** Calls back. */
  tell(told: Told): void;
}

/** How one carrier operation is done: its checks of shape come before its own rules. */
export interface Operation {
  /** Where its input comes from, besides the path. */
  from: "query" | "body" | "nothing";
  /** Successes come without the envelope's word. */
  isBare: boolean;
  run(call: Call, input: Readonly<Record<string, unknown>>): Answer;
}

interface Spec<S extends z.ZodType> {
  from: Operation["from"];
  isBare?: boolean;
  /** Parameters of the path and of the query or the body, together. */
  input: S;
  handle(call: Call, input: z.output<S>): Answer;
}

/** Declares one operation; the type of its input follows from the schema. */
export function operation<S extends z.ZodType>({ from, isBare = false, input, handle }: Spec<S>): Operation {
  return { from, isBare, run: (call, raw) => handle(call, read(input, raw)) };
}

/** What an input says; refuses one that says it wrongly, field by field. */
export function read<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw invalid(fieldErrors(parsed.error));
}

/** One text per wrong field. */
function fieldErrors({ issues }: z.ZodError): Record<string, string> {
  const rows = issues.flatMap((issue) => {
    const at = issue.path.join(".");
    if (issue.code !== "unrecognized_keys") return [[at || "body", issue.message]];
    return issue.keys.map((key) => [at ? `${at}.${key}` : key, "is not known"]);
  });
  return Object.fromEntries(rows);
}
