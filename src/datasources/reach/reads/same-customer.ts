import { Failure } from "../../../errors.js";
import type { Operation } from "../../http/operation.js";
import { textOf } from "../../mapping/text.js";

/** An answer about somebody else must never be shown under this one's id. */
export function sameCustomer<Answer extends { readonly customerId?: unknown }>(
  { name }: Operation,
  answer: Answer,
  customerId: string,
): Answer {
  const answered = textOf(answer.customerId);
  if (answered === null || answered === customerId) return answer;
  throw new Failure("CARRIER_CONTRACT_VIOLATION", `${name} answered with another customer.`, {
    carrier: "REACH",
    carrierOperation: name,
  });
}
