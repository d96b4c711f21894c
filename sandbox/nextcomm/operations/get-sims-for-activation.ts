import { z } from "zod";
import { success } from "../answers.js";
import { optionalText } from "../fields.js";
import { operation, USER } from "../operation.js";
import { freeSim, freeSims, pictureOf } from "../rules/sims.js";
import type { Sim } from "../state.js";
import { dataOf } from "../views/data.js";

const KINDS = { Physical: "physical", eSIM: "esim" } as const;

const view = (sim: Sim) => ({
  SimNo: sim.simNo,
  QR: sim.kind === "esim" ? `data:image/jpeg;base64,${pictureOf(sim)}` : null,
  QRCode: sim.kind === "esim" ? `${sim.smdp}$${sim.matchingId}` : null,
});

/** Reads the stock and reserves nothing; with a SIM number it tells of that SIM alone. */
export const getSimsForActivation = operation({
  name: "GetSIMsForActivation",
  effect: "read",
  needsBearer: true,
  credentials: USER,
  input: z.strictObject({ SimSubType: z.enum(["Physical", "eSIM"]), SimNo: optionalText }),
  handle: ({ account }, { SimSubType, SimNo }, fail) => {
    const kind = KINDS[SimSubType];
    const one = SimNo ? freeSim(account, SimNo, kind) : null;
    if (one && "reason" in one) return fail(one.reason);
    const sims = one ? [one] : freeSims(account, kind);
    return success("Sim(s) Fetch Request Processed Successfully !!!", dataOf(account, sims.map(view)), {
      RequestID: null,
      TransactionID: null,
    });
  },
});
