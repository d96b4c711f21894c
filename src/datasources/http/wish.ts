import type { Freshness } from "../../model/provenance.js";
import type { CallContext } from "../call.js";
import { encode, type WireRequest } from "./encode.js";
import { failureOf } from "./failing.js";
import type { Wait } from "./flight.js";
import type { InputOf, Operation, Outcome } from "./operation.js";
import type { ClientOptions } from "./protocol.js";
import type { Answer } from "./sender.js";

/** One call that is wanted. */
export class Wish<O extends Operation> implements Wait<Answer<O>, Outcome<O>> {
  readonly request: WireRequest;
  /** Epoch milliseconds. */
  readonly givesUpAt: number;

  constructor(
    readonly operation: O,
    readonly input: InputOf<O>,
    readonly context: CallContext,
    readonly options: ClientOptions,
  ) {
    this.request = encode(operation, input);
    this.givesUpAt = Math.min(Date.now() + timeoutMs(operation, options), context.deadlineAt);
  }

  /** Equal wishes have equal keys. */
  get key(): string {
    const { path, body } = this.request;
    return body === null ? `${this.operation.name} ${path}` : `${this.operation.name} ${path} ${body}`;
  }

  take(answer: Answer<O>): Outcome<O> {
    return told(this, "LIVE", answer);
  }

  left(reason: unknown): unknown {
    return failureOf(this.operation, reason, GONE, this.options);
  }
}

/** A write tells what it has done, and nothing that somebody may ask the age of. */
export function told<O extends Operation>(
  { operation, context }: Wish<O>,
  freshness: Freshness,
  { outcome, fetchedAt }: Answer<O>,
): Outcome<O> {
  if (operation.effect === "read") context.note?.(freshness, fetchedAt);
  return outcome;
}

const timeoutMs = ({ effect, timeoutMs }: Operation, { readMs }: ClientOptions): number =>
  effect === "read" ? Math.min(timeoutMs, readMs ?? timeoutMs) : timeoutMs;

/** Who leaves has no answer. */
const GONE = { isAborted: true, isAnswered: false };
