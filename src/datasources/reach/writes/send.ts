import { Failure } from "../../../errors.js";
import type { WriteResult } from "../../../model/endpoint-actions.js";
import type { CallContext } from "../../carrier.js";
import type { CarrierClient } from "../../http/client.js";
import type { AnswerOf, InputOf, Operation } from "../../http/operation.js";
import { CONFLICT } from "../failures.js";
import { maskOf } from "./secrecy.js";

/** How a write ended that did not fail. */
export interface Sent<Answer> {
  readonly is: "done" | "pending";
  readonly code: string;
  readonly message: string | null;
  readonly answer: Answer;
}

/** Sends a write once. What it tells of its end repeats nothing personal or secret of the request. */
export async function send<O extends Operation>(
  client: CarrierClient,
  operation: O,
  input: InputOf<O>,
  call: CallContext,
): Promise<Sent<AnswerOf<O>>> {
  const mask = maskOf(input);
  const outcome = await client.call(operation, input, call).catch((failure: unknown) => {
    throw failure instanceof Failure ? told(failure, mask) : failure;
  });
  if (outcome.is === "done" || outcome.is === "pending") {
    return { ...outcome, message: outcome.message === null ? null : mask(outcome.message) };
  }
  throw new Failure("INTERNAL", "A write declares a code for what it cannot answer.");
}

/** The carrier has one status for "that was done already" and for "that cannot be done now", and does not tell them apart. */
const CONFLICT_HINT = "Read the object: the carrier answers so too when it has been done already.";

function told(failure: Failure, mask: (words: string) => string): Failure {
  const { carrierCode, carrierMessage } = failure.details;
  if (carrierMessage === undefined && carrierCode !== CONFLICT) return failure;
  return new Failure(failure.code, failure.message, {
    ...failure.details,
    ...(carrierMessage === undefined ? {} : { carrierMessage: mask(carrierMessage) }),
    ...(carrierCode === CONFLICT ? { hint: CONFLICT_HINT } : {}),
    cause: failure.cause,
  });
}

export const resultOf = (
  { is, code, message }: Omit<Sent<unknown>, "answer">,
  reference: string | null = null,
): WriteResult => ({ is, carrierCode: code, carrierMessage: message, reference });
