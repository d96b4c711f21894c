import type { FastifyRequest } from "fastify";
import type { PlannedOperation } from "../execution/planned-operation.js";
import type { PlannedOperations } from "../execution/planned-operations.js";

/**
 * A request as nearly all are: a POST of JSON with a document that was executed before, and so is valid, without headers that
 * ask for anything else.
 */
export interface PlainRequest {
  readonly planned: PlannedOperation;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of an answer without errors. */
  readonly contentType: string;
}

const BODY_TYPES: ReadonlySet<string | undefined> = new Set([
  "application/json",
  "application/json; charset=utf-8",
  "application/json;charset=utf-8",
]);

const JSON_ANSWER = "application/json; charset=utf-8";
const GRAPHQL_ANSWER = "application/graphql-response+json; charset=utf-8";

/** What Apollo answers with, by the `accept` that it is asked by. Whatever else is accepted it weighs itself. */
const ANSWER_TYPES: ReadonlyMap<string | undefined, string> = new Map([
  [undefined, JSON_ANSWER],
  ["*/*", JSON_ANSWER],
  ["application/json", JSON_ANSWER],
  ["application/graphql-response+json", GRAPHQL_ANSWER],
]);

/** Null for a request that Apollo is to look at: it refuses it, or answers it. */
export function plainRequest(
  { method, headers, body }: FastifyRequest,
  operations: PlannedOperations,
): PlainRequest | null {
  const contentType = ANSWER_TYPES.get(headers.accept);
  if (method !== "POST" || contentType === undefined || !BODY_TYPES.has(headers["content-type"])) return null;
  if (!isRecord(body)) return null;
  const { query, operationName = null, variables = null, extensions = null } = body;
  if (typeof query !== "string" || (operationName !== null && typeof operationName !== "string")) return null;
  if (variables !== null && !isRecord(variables)) return null;
  if (extensions !== null && (!isRecord(extensions) || "persistedQuery" in extensions)) return null;
  const planned = operations.find(query, operationName ?? undefined);
  return planned ? { planned, variables: variables ?? {}, contentType } : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
