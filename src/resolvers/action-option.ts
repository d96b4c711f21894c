import type { Account } from "../context.js";
import { Failure } from "../errors.js";
import type { Nature } from "../lifecycle/endpoint-table.js";
import type { ActionName, Operation } from "../model/operation.js";
import { blockedBy } from "../operations/engine.js";

/** All that decides whether an action on an object is possible now. */
export interface Situation {
  readonly action: ActionName;
  readonly nature: Nature;
  /** What the object's state says against it, as one sentence; null for nothing. */
  readonly refusal: string | null;
  /** The operations on the object that have not ended. */
  readonly open: readonly Operation[];
  readonly account: Account;
}

/** Why no action is sent to an account's carrier now; null where they are. A write is sent again when a read was answered. */
export function heldBackBy({ id, carrier, load }: Account): Failure | null {
  const { until } = load.writes;
  if (until === null) return null;
  const retryAfterMs = Math.max(0, Math.ceil(until - Date.now()));
  const message = "The carrier has failed too often in a row: it is left alone for a while.";
  return new Failure("CIRCUIT_OPEN", message, { carrier, account: id, retryAfterMs });
}

/** An action, and whether it is possible now. */
export function optionOf(situation: Situation) {
  const { action, nature } = situation;
  const block = blockOf(situation);
  return {
    action,
    available: block === null,
    blockedBy: block && {
      code: block.failure.code,
      message: block.failure.message,
      hint: block.failure.hint,
      operation: block.operation,
    },
    irreversible: nature.isIrreversible,
    asynchronous: nature.isAsynchronous,
  };
}

/** The first thing that stands against an action, in the order in which a mutation would find it. */
function blockOf({ action, refusal, open, account }: Situation) {
  if (account.config.readOnly) {
    return { failure: new Failure("PERMISSION_DENIED", "This account is read-only."), operation: null };
  }
  const heldBack = heldBackBy(account);
  if (heldBack) return { failure: heldBack, operation: null };
  const operation = open.find((one) => one.state !== "OUTCOME_UNKNOWN" || one.action === action) ?? null;
  if (operation) return { failure: blockedBy(operation), operation };
  return refusal === null ? null : { failure: new Failure("INVALID_TRANSITION", refusal), operation: null };
}
