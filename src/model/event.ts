import type { OperationState, TargetType } from "./operation.js";

export const EVENT_KINDS = ["OPERATION_CHANGED"] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

/** Something that happened. `seq` orders all events; `objectSeq` counts those of one object from 1, without gaps. */
export interface Event {
  readonly seq: number;
  readonly at: string;
  readonly account: string;
  readonly kind: EventKind;
  /** Id of the operation that changed. */
  readonly operation: string;
  readonly targetType: TargetType;
  /** Native id of the object acted on; null before a creation has made it. */
  readonly target: string | null;
  readonly objectSeq: number;
  /** The state that the operation came to. */
  readonly state: OperationState;
}
