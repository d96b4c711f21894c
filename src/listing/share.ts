import type { CallContext } from "../datasources/carrier.js";

/** So that an account among very many still has time for a page, while not too many hang. */
const LEAST_MS = 5_000;

/**
 * A fair part of the time that a request has left, for one of several accounts: one that hangs takes no more than that
 * from the others, and as much as that is left when all of them have had theirs. Among many it is a few seconds, as long as
 * those are no large part of what is left.
 */
export function shareOf(call: CallContext, accountsLeft: number): CallContext {
  const now = Date.now();
  const left = call.deadlineAt - now;
  const share = Math.max(left / (accountsLeft + 1), Math.min(LEAST_MS, left / 4));
  return { ...call, deadlineAt: now + share };
}
