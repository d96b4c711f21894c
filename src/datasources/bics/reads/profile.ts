import { Failure } from "../../../errors.js";
import type { EndpointProfile } from "../../../model/endpoint.js";
import type { CallContext } from "../../carrier.js";
import { textOf } from "../../mapping/text.js";
import { profileFromWire } from "../mapping/profile.js";
import { getEndPointProfile } from "../operations/endpoints.js";
import type { Wire } from "../wire.js";
import { findInListing } from "./listing.js";

/** Refusals that an id which the carrier does not know may cause; the document names none. */
const PERHAPS_UNKNOWN: ReadonlySet<string | undefined> = new Set(["1083", "1001"]);

/** Null when the carrier has no such endpoint. */
export async function readProfile(wire: Wire, endPointId: string, call: CallContext): Promise<EndpointProfile | null> {
  try {
    const { answer } = await wire.read(getEndPointProfile, { query: { endPointId } }, call);
    return answer && profileFromWire(sameEndpoint(answer.Response.info, endPointId), endPointId, wire.frame());
  } catch (failure) {
    if (!(failure instanceof Failure) || !PERHAPS_UNKNOWN.has(failure.details.carrierCode)) throw failure;
    if ((await findInListing(wire, ({ key }) => key.native === endPointId, call)) === null) return null;
    throw failure;
  }
}

/** A profile of another endpoint must never be shown under this one's id. */
function sameEndpoint<Info extends { readonly basicInfo: { readonly endPointId?: unknown } }>(
  info: Info,
  endPointId: string,
): Info {
  const answered = textOf(info.basicInfo.endPointId);
  if (answered === null || answered === endPointId) return info;
  throw new Failure("CARRIER_CONTRACT_VIOLATION", "GetEndPointProfile answered with another endpoint.", {
    carrier: "BICS",
    carrierOperation: getEndPointProfile.name,
  });
}
