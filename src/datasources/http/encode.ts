import { z } from "zod";
import { Failure } from "../../errors.js";
import type { InputOf, Operation } from "./operation.js";

export interface WireRequest {
  readonly method: Operation["method"];
  /** Path and query, without the base address. */
  readonly path: string;
  readonly body: string | null;
}

const Parts = z.object({
  params: z.record(z.string(), z.string().min(1)).default({}),
  query: z.unknown(),
  body: z.unknown(),
});

const Query = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).optional());

/** Turns an input into what is sent. Throws INVALID_ARGUMENT, naming the field, before any call is made. */
export function encode<O extends Operation>(operation: O, input: InputOf<O>): WireRequest {
  const parts = Parts.parse(input);
  const query = operation.query ? Query.parse(check(operation, "query", operation.query, parts.query)) : {};
  const body = operation.body ? check(operation, "body", operation.body, parts.body) : null;
  return {
    method: operation.method,
    path: fillPath(operation.path, parts.params) + queryString(query),
    body: body === null ? null : JSON.stringify(body),
  };
}

function check(operation: Operation, part: string, schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue?.path.map(String) ?? [part];
  throw new Failure("INVALID_ARGUMENT", `${field.join(".") || part}: ${issue?.message ?? "not accepted"}`, {
    field,
    carrierOperation: operation.name,
  });
}

function fillPath(path: string, params: Readonly<Record<string, string>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Failure("INVALID_ARGUMENT", `${name} is missing`, { field: [name] });
    return encodeURIComponent(value);
  });
}

function queryString(query: z.output<typeof Query>): string {
  const entries = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return entries.length === 0 ? "" : `?${new URLSearchParams(entries)}`;
}
