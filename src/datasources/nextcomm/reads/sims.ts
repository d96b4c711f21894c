import { Failure } from "../../../errors.js";
import type { Sim } from "../../../model/sim.js";
import type { CallContext, SimReads } from "../../carrier.js";
import type { StockReads } from "../../port/subscribers.js";
import { SUBTYPE, stockSimFromWire } from "../mapping/stock.js";
import { getSimsForActivation } from "../operations/stock.js";
import type { Wire } from "../wire.js";
import { subscriberBySim } from "./subscribers.js";

type StockType = keyof typeof SUBTYPE;

export const stockReads = (wire: Wire): StockReads => ({
  list: (type, iccid, call) => stockOf(wire, type, iccid, call),
});

/** With an ICCID no other SIM is believed. */
async function stockOf(wire: Wire, type: StockType, iccid: string | null, call: CallContext): Promise<readonly Sim[]> {
  const body = { ...wire.credentials, SimSubType: SUBTYPE[type], SimNo: iccid ?? "" };
  const { answer } = await wire.call(getSimsForActivation, { body }, call);
  const frame = wire.frame();
  const sims = (answer ?? []).flatMap((row) => stockSimFromWire(row, SUBTYPE[type], frame) ?? []);
  return iccid === null ? sims : sims.filter((sim) => sim.iccid === iccid);
}

/** The SIM as its subscriber shows it, or as it waits in the stock. Up to three calls. */
export const simReads = (wire: Wire): SimReads => ({
  byIccid: async (iccid, call) => {
    const subscriber = await subscriberBySim(wire, iccid, call);
    if (subscriber) return subscriber.sim;
    return (await inStock(wire, "PHYSICAL", iccid, call)) ?? (await inStock(wire, "ESIM", iccid, call));
  },
});

/** How the stock answers for a SIM that it has not is documented nowhere: a plain refusal is taken for that. */
async function inStock(wire: Wire, type: StockType, iccid: string, call: CallContext): Promise<Sim | null> {
  try {
    return (await stockOf(wire, type, iccid, call))[0] ?? null;
  } catch (failure) {
    if (failure instanceof Failure && failure.code === "CARRIER_REFUSED") return null;
    throw failure;
  }
}
