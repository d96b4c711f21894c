import { Failure } from "../../../errors.js";
import type { WriteResult } from "../../../model/endpoint-actions.js";
import type { CallContext } from "../../carrier.js";
import type { CarrierClient } from "../../http/client.js";
import type { AnswerOf, InputOf, Operation } from "../../http/operation.js";
import { CONFLICT } from "../failures.js";

/** How a write ended that did not fail. */
export interface Sent<Answer> {
  readonly is: "done" | "pending";
  readonly code: string;
  readonly message: string | null;
  readonly answer: Answer;
}

/** Sends a write once. */
export async function send<O extends Operation>(
  client: CarrierClient,
  operation: O,
  input: InputOf<O>,
  call: CallContext,
): Promise<Sent<AnswerOf<O>>> {
  const outcome = await client.call(operation, input, call).catch((failure: unknown) => {
    throw failure instanceof Failure && failure.details.carrierCode === CONFLICT ? hinted(failure) : failure;
  });
  if (outcome.is === "done" || outcome.is === "pending") return outcome;
  throw new Failure("INTERNAL", `${operation.name} declares a code for what it cannot answer.`);
}

/** The carrier has one status for "that was done already" and for "that cannot be done now", and does not tell them apart. */
const hinted = ({ code, message, details }: Failure): Failure =>
  new Failure(code, message, {
    ...details,
    hint: "Read the object: the carrier answers so too when it has been done already.",
  });

export const resultOf = (
  { is, code, message }: Omit<Sent<unknown>, "answer">,
  reference: string | null = null,
): WriteResult => ({ is, carrierCode: code, carrierMessage: message, reference });
