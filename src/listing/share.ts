import type { CallContext } from "../datasources/carrier.js";

/**
 * A fair part of the time that a request has left, for one of several accounts: one that hangs takes no more than that
 * from the others, and as much as that is left when all of them have had theirs.
 */
export function shareOf(call: CallContext, accountsLeft: number): CallContext {
  const now = Date.now();
  return { ...call, deadlineAt: now + (call.deadlineAt - now) / (accountsLeft + 1) };
}
