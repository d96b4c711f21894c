import type { WriteResult } from "../../../model/endpoint-actions.js";
import type { CarrierClient } from "../../http/client.js";
import { failer } from "../../http/failing.js";
import type { Operation } from "../../http/operation.js";
import { textOf } from "../../mapping/text.js";
import { chargeEndFromWire } from "../mapping/charge.js";
import type { Charge } from "../operations/writes-orders.js";
import { resultOf, type Sent } from "./send.js";

/** How a charge ended. A success that says of itself that the card was refused is none, whatever its code. */
export function chargeResult(
  client: CarrierClient,
  operation: Operation,
  { answer, ...sent }: Sent<Charge>,
): WriteResult {
  const end = chargeEndFromWire(answer?.status);
  const fail = failer(operation, client.options);
  const said = { carrierCode: sent.code, ...(sent.message === null ? {} : { carrierMessage: sent.message }) };
  if (end === "refused") throw fail("CARRIER_REFUSED", "the carrier took no money", said);
  if (end === "UNKNOWN") throw fail("OUTCOME_UNKNOWN", "the carrier tells the end in a word that is not known", said);
  return resultOf({ ...sent, is: end ?? sent.is }, textOf(answer?.transactionId) ?? textOf(answer?.paymentId));
}
