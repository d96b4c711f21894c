import type { CallRecord } from "../call.js";
import type { Attempt } from "./attempt.js";
import type { Operation } from "./operation.js";
import type { ClientOptions } from "./protocol.js";
import { redactText } from "./redact.js";

/** Tells of a call that has ended, to all who want to know. */
export function observe(options: ClientOptions, operation: Operation, attempt: Attempt, result: string): void {
  const record = recordOf(options, operation, attempt, result);
  options.observe(record);
  attempt.context.observe?.(record);
}

function recordOf(
  { carrier, account }: ClientOptions,
  { name, effect }: Operation,
  { context, number, startedAt, answered }: Attempt,
  result: string,
): CallRecord {
  const verdict = answered?.verdict;
  return {
    carrier,
    account,
    operation: name,
    effect,
    requestId: context.requestId,
    attempt: number,
    ms: performance.now() - startedAt,
    status: answered?.reply.status ?? null,
    carrierCode: verdict?.is === "code" || verdict?.is === "refused" ? redactText(verdict.code) : null,
    result,
  };
}
