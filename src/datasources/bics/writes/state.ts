import { Failure } from "../../../errors.js";
import type { StateChangeReason, StateChangeResult, TargetState } from "../../../model/endpoint-actions.js";
import type { CallContext } from "../../carrier.js";
import { textOf } from "../../mapping/text.js";
import { resultOf } from "../../mapping/write-result.js";
import { lineStateFromWire } from "../mapping/states.js";
import { stateChangeToWire } from "../mapping/write.js";
import { endPointLifeCycleChange } from "../operations/lifecycle.js";
import type { Wire } from "../wire.js";

/** The one refusal beside "ongoing" of which the carrier itself says that trying again may help. */
const TRY_AGAIN = "10246";

/** Changes the state. A change that is only requested prints the new state too: it is not believed. */
export async function changeState(
  wire: Wire,
  endPointId: string,
  change: { readonly to: TargetState; readonly reason: StateChangeReason | null },
  call: CallContext,
): Promise<StateChangeResult> {
  const body = { Request: { endPointId, requestParam: stateChangeToWire(change.to, change.reason) } };
  const outcome = await wire.write(endPointLifeCycleChange, { body }, call).catch(hinted);
  const printed = outcome.answer?.Response.responseParam;
  const stateOf = (cell: unknown) => (textOf(cell) === null ? null : lineStateFromWire(cell));
  return {
    ...resultOf(outcome, endPointId),
    previous: stateOf(printed?.previousStatus),
    reached: outcome.is === "already" ? change.to : outcome.is === "done" ? stateOf(printed?.currentStatus) : null,
  };
}

function hinted(failure: unknown): never {
  if (!(failure instanceof Failure) || failure.details.carrierCode !== TRY_AGAIN) throw failure;
  throw new Failure(failure.code, failure.message, {
    ...failure.details,
    hint: "The change failed in the network; the carrier says to try again.",
  });
}
