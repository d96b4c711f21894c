import type { Sim } from "../../../model/sim.js";
import { textOf } from "../../mapping/text.js";
import type { StockRow } from "../operations/stock.js";
import { esimFromCode } from "./esim.js";
import { type Frame, keyOf } from "./frame.js";

/** How the stock is asked for a type. */
export const SUBTYPE = { PHYSICAL: "Physical", ESIM: "eSIM" } as const;

/** A SIM that waits to be activated; `product` is the type it was asked by. Null for a row without a number. */
export function stockSimFromWire(row: StockRow, product: string, frame: Frame): Sim | null {
  const iccid = textOf(row.SimNo);
  if (iccid === null) return null;
  return {
    key: keyOf(frame, iccid),
    iccid,
    imsi: null,
    msisdn: null,
    eid: null,
    state: "INVENTORY",
    stateRaw: null,
    endpoint: null,
    detail: {
      carrierSimId: null,
      product,
      isAttached: null,
      attachStatusRaw: null,
      imsis: [],
      activation: esimFromCode(row.QRCode),
    },
  };
}
