import type { z } from "zod";
import { Failure } from "../../errors.js";
import type { InputOf, Operation } from "./operation.js";
import { redactText } from "./redact.js";

export interface WireRequest {
  readonly method: Operation["method"];
  /** Path and query, without the base address. */
  readonly path: string;
  readonly body: string | null;
}

/** The parts of an input, whichever of them its operation declares. */
interface Parts {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: unknown;
  readonly body?: unknown;
}

/** Turns an input into what is sent. Throws INVALID_ARGUMENT, naming the field, before any call is made. */
export function encode<O extends Operation>(operation: O, input: InputOf<O>): WireRequest {
  const { params = {}, query, body }: Parts = input;
  const checkedQuery = operation.query ? check(operation, "query", operation.query, query) : {};
  const checkedBody = operation.body ? check(operation, "body", operation.body, body) : undefined;
  return {
    method: operation.method,
    path: fillPath(operation, params) + queryString(checkedQuery),
    body: checkedBody === undefined ? null : bodyText(operation, checkedBody),
  };
}

function check(operation: Operation, part: "query" | "body", schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue && issue.path.length > 0 ? issue.path.map(String) : [part];
  throw invalid(operation, field, issue?.message ?? "not accepted");
}

function fillPath(operation: Operation, params: Readonly<Record<string, string>>): string {
  if (!operation.path.includes("{")) return operation.path;
  return operation.path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = params[name] ?? "";
    if (value === "") throw invalid(operation, [name], "must not be empty");
    // Dots are not percent-encoded, and a path with them leads to another operation.
    if (value === "." || value === ".." || !value.isWellFormed()) throw invalid(operation, [name], "not accepted");
    return encodeURIComponent(value);
  });
}

const invalid = (operation: Operation, field: readonly string[], why: string) =>
  new Failure("INVALID_ARGUMENT", `${field.join(".")}: ${redactText(why)}`, {
    field,
    carrierOperation: operation.name,
  });

const bodyText = ({ isForm }: Operation, body: unknown): string => (isForm ? encoded(body) : JSON.stringify(body));

function queryString(query: unknown): string {
  const text = encoded(query);
  return text === "" ? "" : `?${text}`;
}

/** A query or a form. It is made of texts, numbers and truth values: anything else is a fault of the operation. */
function encoded(fields: unknown): string {
  let text = "";
  for (const [name, value] of Object.entries(fields ?? {})) {
    if (value === undefined) continue;
    if (!FLAT.has(typeof value)) throw new TypeError(`${name} cannot be a part of a query`);
    text += `${text === "" ? "" : "&"}${word(name)}=${word(String(value))}`;
  }
  return text;
}

const FLAT: ReadonlySet<string> = new Set(["string", "number", "boolean"]);

const PLAIN = /^[\w.*-]*$/;

/** A name or a value, as forms encode it. Nearly all of them are plain. */
const word = (text: string): string =>
  PLAIN.test(text) ? text : new URLSearchParams([["", text]]).toString().slice("=".length);
