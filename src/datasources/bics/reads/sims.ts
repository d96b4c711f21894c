import { Failure } from "../../../errors.js";
import type { Sim } from "../../../model/sim.js";
import type { CallContext, SimListing, SimReads } from "../../carrier.js";
import { numberFromWire } from "../mapping/quantity.js";
import { simFromWire } from "../mapping/sim.js";
import { MAX_PAGE_SIZE } from "../operations/endpoints.js";
import { fetchSim } from "../operations/sims.js";
import type { Wire } from "../wire.js";
import { findInListing } from "./listing.js";

export const simReads = (wire: Wire): SimReads => ({
  byIccid: (iccid, call) => simByIccid(wire, iccid, call),
});

export const simListing = (wire: Wire): SimListing => ({
  maxPageSize: MAX_PAGE_SIZE,
  list: async ({ number: page, size: perPage }, call) => {
    const { answer } = await wire.read(fetchSim, { query: { page, perPage } }, call);
    const frame = wire.frame();
    const rows = answer?.Response.responseParam?.rows ?? [];
    return {
      rows: rows.map((row) => simFromWire(row, frame)),
      total: numberFromWire(answer?.Response.totalNoOfRecords ?? answer?.totalNoOfRecords),
    };
  },
});

/** One SIM of the inventory; null when the inventory lists none. Other rows than the one asked for are not believed. */
export async function inventorySim(wire: Wire, iccid: string, call: CallContext): Promise<Sim | null> {
  const { answer } = await wire.read(fetchSim, { query: { iccid } }, call);
  const row = answer?.Response.responseParam?.rows?.find((one) => one.iccid === iccid);
  return row ? simFromWire(row, wire.frame()) : null;
}

/** The SIM of the inventory, or else as its endpoint shows it. */
async function simByIccid(wire: Wire, iccid: string, call: CallContext): Promise<Sim | null> {
  const sim = await inventorySim(wire, iccid, call).catch(unlessRefused);
  if (sim) return sim;
  return (await findInListing(wire, (endpoint) => endpoint.sim?.iccid === iccid, call))?.sim ?? null;
}

/** The inventory is described nowhere: a refusal or an odd answer may only mean that it does not know the ICCID. */
export function unlessRefused(failure: unknown): null {
  if (failure instanceof Failure && REFUSALS.has(failure.code)) return null;
  throw failure;
}

const REFUSALS: ReadonlySet<string> = new Set([
  "CARRIER_REFUSED",
  "INVALID_ARGUMENT",
  "PERMISSION_DENIED",
  "CARRIER_CONTRACT_VIOLATION",
]);
