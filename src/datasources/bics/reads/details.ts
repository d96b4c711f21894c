import type { Network } from "../../../model/network.js";
import type {
  AddonReads,
  CallContext,
  ConnectivityReads,
  LocationReads,
  NetworkReads,
  UsageReads,
} from "../../carrier.js";
import { addonDetailFromWire } from "../mapping/addon.js";
import { connectivityFromWire, locationFromWire, networkFromWire } from "../mapping/network.js";
import { dayToWire } from "../mapping/time.js";
import { usageFromWire } from "../mapping/usage.js";
import { capitalFlagToWire } from "../mapping/write.js";
import { getEndpointAddonDetails } from "../operations/addons.js";
import { endpointCoverage, fetchNetworkStatus, locationInfo } from "../operations/networks.js";
import { getStatistics } from "../operations/usage.js";
import { absenceOf, type Wire } from "../wire.js";

export const addonReads = (wire: Wire): AddonReads => ({
  details: async (endPointId, call) => {
    const { answer } = await wire.read(getEndpointAddonDetails, { query: { endPointId } }, call);
    const frame = wire.frame();
    return (answer?.Response.info?.promotionalPlans?.plan ?? []).map((row) =>
      addonDetailFromWire(row, endPointId, frame),
    );
  },
});

export const usageReads = (wire: Wire): UsageReads => ({
  usage: async (endPointId, { from, to }, call) => {
    const query = { endPointId, from_date: dayToWire(from), to_date: dayToWire(to) };
    const outcome = await wire.read(getStatistics, { query }, call);
    const usage = usageFromWire(outcome.answer?.Response.responseParam ?? {});
    return { ...usage, absence: outcome.answer ? null : absenceOf(outcome) };
  },
});

export const networkReads = (wire: Wire): NetworkReads => ({
  networks: (endpointId, isBlacklisted, call) => coverageOf(wire, endpointId, isBlacklisted, call),
});

/** The networks of an endpoint; `isBlacklisted` null asks for all. */
export async function coverageOf(
  wire: Wire,
  endPointId: string,
  isBlacklisted: boolean | null,
  call: CallContext,
): Promise<readonly Network[]> {
  const filter = isBlacklisted === null ? {} : { blacklisted: capitalFlagToWire(isBlacklisted) };
  const { answer } = await wire.read(endpointCoverage, { query: { endPointId, ...filter } }, call);
  return (answer?.Response.responseParam?.coverage ?? []).map(networkFromWire);
}

export const connectivityReads = (wire: Wire): ConnectivityReads => ({
  connectivity: async (endPointId, call) => {
    const outcome = await wire.read(fetchNetworkStatus, { query: { endPointId } }, call);
    const status = connectivityFromWire(outcome.answer?.Response.responseParam ?? {}, wire.frame());
    return { ...status, absence: outcome.answer ? null : absenceOf(outcome) };
  },
});

export const locationReads = (wire: Wire): LocationReads => ({
  location: async (endPointId, call) => {
    const outcome = await wire.read(locationInfo, { query: { endPointId } }, call);
    const location = locationFromWire(outcome.answer?.Response.responseParam ?? {});
    return { ...location, absence: outcome.answer ? null : absenceOf(outcome) };
  },
});
