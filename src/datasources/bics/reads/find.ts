import type { EndpointSummary } from "../../../model/endpoint.js";
import type { CallContext, LineNumber } from "../../carrier.js";
import type { Wire } from "../wire.js";
import { findInListing } from "./listing.js";
import { readProfile } from "./profile.js";
import { inventorySim, unlessRefused } from "./sims.js";

/**
 * The endpoint that has a number. The carrier searches by ICCID only, in its SIM inventory; every other number, and an
 * ICCID that the inventory does not know, is looked for in the listing page by page.
 */
export async function endpointByNumber(
  wire: Wire,
  { kind, value }: LineNumber,
  call: CallContext,
): Promise<EndpointSummary | null> {
  const isIt = ({ msisdn, sim }: EndpointSummary): boolean =>
    kind === "msisdn" ? msisdn === value || sim?.msisdn === value : sim?.[kind] === value;
  if (kind === "iccid") {
    const endpointId = (await inventorySim(wire, value, call).catch(unlessRefused))?.endpoint?.native;
    const profile = endpointId === undefined ? null : await readProfile(wire, endpointId, call);
    if (profile !== null) return profile;
  }
  return findInListing(wire, isIt, call);
}
