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
  readonly isReadOnly: boolean;
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
function blockOf({ action, refusal, open, isReadOnly }: Situation) {
  if (isReadOnly) return { failure: new Failure("PERMISSION_DENIED", "This account is read-only."), operation: null };
  const operation = open.find((one) => one.state !== "OUTCOME_UNKNOWN" || one.action === action) ?? null;
  if (operation) return { failure: blockedBy(operation), operation };
  return refusal === null ? null : { failure: new Failure("INVALID_TRANSITION", refusal), operation: null };
}
