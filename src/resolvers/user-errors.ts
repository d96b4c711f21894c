import type { Context } from "../context.js";
import type { Failure } from "../errors.js";

/** A refusal as the payload of a mutation tells it. */
export async function userErrorOf(failure: Failure, { operations }: Context) {
  const { code, message, hint, facts, details } = failure;
  const inTheWay = details.operation === undefined ? null : await (await operations()).byId(details.operation);
  return {
    field: details.field ?? [],
    code,
    message,
    hint,
    carrierCode: details.carrierCode ?? null,
    carrierMessage: details.carrierMessage ?? null,
    retryable: facts.retryable,
    safeToRetryWithSameKey: true,
    operation: inTheWay,
  };
}
