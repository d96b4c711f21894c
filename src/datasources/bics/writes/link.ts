import { Failure } from "../../../errors.js";
import type { WriteResult } from "../../../model/endpoint-actions.js";
import type { CallContext } from "../../carrier.js";
import { resultOf } from "../../mapping/write-result.js";
import { linkSim } from "../operations/lifecycle.js";
import { readProfile } from "../reads/profile.js";
import type { Wire } from "../wire.js";
import { alreadyBy } from "./result.js";

/**
 * Links a SIM. The carrier refuses a SIM in use without saying by whom: the endpoint is read, and only when it has this
 * very SIM was it so already; else another endpoint holds it.
 */
export async function link(wire: Wire, endPointId: string, iccid: string, call: CallContext): Promise<WriteResult> {
  try {
    const body = { Request: { endPointId, requestParam: { iccid } } };
    return resultOf(await wire.write(linkSim, { body }, call), endPointId);
  } catch (failure) {
    if (!(failure instanceof Failure) || failure.code !== "ALREADY_EXISTS") throw failure;
    const profile = await readProfile(wire, endPointId, call).catch(() => null);
    if (profile?.sim?.iccid !== iccid) throw failure;
    return alreadyBy(failure.details, endPointId);
  }
}
