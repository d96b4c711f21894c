import type { OperationState, TargetType } from "./operation.js";

export const EVENT_KINDS = [
  "OPERATION_CHANGED",
  "CALLBACK_RECEIVED",
  "NOTIFICATION_RECEIVED",
  "STATE_OBSERVED",
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

/**
 * Something that happened. `seq` orders all events; `objectSeq` counts those of one object from 1, without gaps: of what
 * is acted on, else of the operation, else of the account.
 */
export interface Event {
  readonly seq: number;
  readonly at: string;
  readonly account: string;
  readonly kind: EventKind;
  /** Id of the operation that changed or was called back for; null where there is none. */
  readonly operation: string | null;
  readonly targetType: TargetType;
  /** Native id of the object acted on or told of; null before a creation has made it, and where none is named. */
  readonly target: string | null;
  readonly objectSeq: number;
  /** The state that the operation came to; null for other kinds. */
  readonly state: OperationState | null;
  /** The state that the object was found in, a LineState or a SimState; null for other kinds. */
  readonly observed: string | null;
  /** The carrier's word for what it tells; null where it has none, and for what is told by us. */
  readonly typeRaw: string | null;
}
