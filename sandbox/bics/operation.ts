import type { z } from "zod";
import type { Effect } from "../types.js";
import { type Answer, type Layout, missing, wrong } from "./answer.js";
import type { Enterprise, World } from "./state.js";

/** What an operation may use: the caller's enterprise, the time, and the ledger. */
export interface Call {
  world: World;
  enterprise: Enterprise;
  now: number;
  /** The number of this answer on the platform; some oddities come and go with it. */
  turn: number;
  /** Writes the ledger. To be called exactly when a write takes effect or is accepted. */
  commit(target: string, charged?: number): void;
  /** A unique id for a new add-on. */
  uniqueId(): string;
  /** Finishes something later on the sandbox's clock. */
  later(delayMs: number, finish: (at: number) => void): void;
}

/** One carrier operation, ready to run: its checks of shape come before its own rules. */
export interface Operation {
  /** The last part of the address, which is what the document calls most operations. */
  name: string;
  method: "GET" | "POST" | "PATCH";
  path: string;
  effect: Effect;
  layout: Layout;
  /** Endpoint operations are refused to resellers, catalogue operations are not. */
  category: "endpoint" | "catalogue";
  run(call: Call, input: unknown): Answer;
}

interface Spec<S extends z.ZodType> extends Omit<Operation, "name" | "run" | "category" | "layout"> {
  layout?: Layout;
  /** The HTTP status of every answer, when it is not 200. */
  status?: number;
  category?: Operation["category"];
  /** The query of a GET, the body of everything else. */
  input: S;
  handle(call: Call, input: z.output<S>): Answer;
}

/** Declares one operation; the type of its input follows from the schema. */
export function operation<S extends z.ZodType>({ input, handle, status, ...rest }: Spec<S>): Operation {
  return {
    layout: "code-first",
    category: "endpoint",
    ...rest,
    name: rest.path.slice(1),
    run: (call, raw) => {
      const parsed = input.safeParse(raw);
      const answer = parsed.success ? handle(call, parsed.data) : refusal(parsed.error, raw);
      return status === undefined ? answer : { ...answer, status };
    },
  };
}

/** A missing parameter is reported before a wrong one, and always one at a time. */
function refusal(error: z.ZodError, raw: unknown): Answer {
  const absent = error.issues.find((issue) => isAbsent(issue, raw));
  if (absent) return missing(nameOf(absent));
  const [first] = error.issues;
  return wrong(first ? nameOf(first) : "request");
}

function isAbsent(issue: z.core.$ZodIssue, raw: unknown): boolean {
  if (issue.code === "unrecognized_keys") return false;
  const value = valueAt(raw, issue.path);
  return value === undefined || value === null || (value === "" && issue.code === "too_small");
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

function nameOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return issue.keys.join(",");
  const names = issue.path.filter((key) => typeof key === "string");
  return names.at(-1) ?? "Request";
}
