import type { CreationResult, CreationStep, EndpointCreation } from "../../../model/endpoint-actions.js";
import type { CallContext } from "../../carrier.js";
import { entryOf, textOf } from "../../mapping/text.js";
import { resultOf } from "../../mapping/write-result.js";
import { creationToWire } from "../mapping/write.js";
import { createEndPoint } from "../operations/create.js";
import type { Wire } from "../wire.js";

/** The success code alone tells how far the carrier came. */
const REACHED = {
  "6411": "CREATED",
  "6409": "LINKED",
  "5014": "ACTIVATED",
} as const satisfies Readonly<Record<string, CreationStep>>;

const wantedOf = ({ iccid, isActivated }: EndpointCreation): CreationStep =>
  isActivated ? "ACTIVATED" : iccid === null ? "CREATED" : "LINKED";

export async function createEndpoint(
  wire: Wire,
  creation: EndpointCreation,
  call: CallContext,
): Promise<CreationResult> {
  const body = { Request: { requestParam: creationToWire(creation) } };
  const outcome = await wire.write(createEndPoint, { body }, call);
  const reached = entryOf<CreationStep>(REACHED, outcome.code) ?? "CREATED";
  return {
    ...resultOf(outcome, textOf(outcome.answer?.Response.endPointId)),
    reached,
    isPartial: reached !== wantedOf(creation),
  };
}
