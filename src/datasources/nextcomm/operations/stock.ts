import { z } from "zod";
import { cell, object, type Shaped } from "../../shapes.js";
import { REASON, ROWS, SUCCESS } from "../failures.js";
import { credentials, listed, readOperation, simNo } from "./declare.js";

/** The pictures (`QR`) are left out: `QRCode` has the text of each. */
const StockRow = object({ SimNo: cell, QRCode: cell });

export type StockRow = Shaped<typeof StockRow>;

/** SIMs that may be activated. Whether asking reserves them is unsaid; it is taken to be a read. */
export const getSimsForActivation = readOperation({
  name: "GetSIMsForActivation",
  doc: "GetSIMsForActivation",
  auth: "token",
  method: "POST",
  path: "/GetSIMsForActivation",
  body: z.strictObject({
    ...credentials,
    SimSubType: z.enum(["Physical", "eSIM"]),
    /** Empty for all. */
    SimNo: z.union([simNo, z.literal("")]),
  }),
  answers: listed(StockRow),
  codes: { done: [SUCCESS, ROWS], empty: [REASON.noRecord, REASON.simTaken] },
});
