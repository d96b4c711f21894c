import { Failure } from "../../../errors.js";
import { isBlacklistAsWanted } from "../../../model/blacklist.js";
import type { BlacklistChange, WriteResult } from "../../../model/endpoint-actions.js";
import type { CallContext } from "../../carrier.js";
import { resultOf } from "../../mapping/write-result.js";
import { blacklistToWire } from "../mapping/write.js";
import { endPointBlacklisting } from "../operations/networks.js";
import { coverageOf } from "../reads/details.js";
import type { Wire } from "../wire.js";
import { alreadyBy } from "./result.js";

/** The code of three refusals, of which two say that a network is already as wanted, but not which. */
const PERHAPS_ALREADY = "10134";

/** Changes the black list. When the carrier refuses, the coverage tells whether all is as wanted anyhow. */
export async function changeBlacklist(
  wire: Wire,
  endPointId: string,
  change: BlacklistChange,
  call: CallContext,
): Promise<WriteResult> {
  try {
    const body = { coverageBlacklistInfo: blacklistToWire(endPointId, change) };
    return resultOf(await wire.write(endPointBlacklisting, { body }, call), endPointId);
  } catch (failure) {
    if (!(failure instanceof Failure) || failure.details.carrierCode !== PERHAPS_ALREADY) throw failure;
    const networks = await coverageOf(wire, endPointId, null, call).catch(() => null);
    if (networks === null || !isBlacklistAsWanted(networks, change)) throw failure;
    return alreadyBy(failure.details, endPointId);
  }
}
