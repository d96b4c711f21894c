import { z } from "zod";
import type { SimWrites, Writes } from "../datasources/carrier.js";
import { Failure } from "../errors.js";
import type { SimActionName } from "../model/operation.js";
import type { SimState } from "../model/sim.js";
import { type Action, action } from "./action.js";

function simsOf({ sims }: Writes): SimWrites {
  if (sims) return sims;
  throw new Failure("NOT_SUPPORTED_BY_CARRIER", "This account has no SIMs that can be changed.");
}

/**
 * A job on a SIM: the carrier takes it on, and calls back or is read. Reached in one of some states, not reached while
 * still in one of others; a word that nobody has explained tells nothing.
 */
const job = (
  name: SimActionName,
  write: keyof SimWrites,
  { from, to }: { readonly from: readonly SimState[]; readonly to: readonly SimState[] },
) =>
  action({
    name,
    takesCallback: true,
    wish: z.strictObject({ iccid: z.string() }),
    perform: (writes, { iccid }, call) => simsOf(writes)[write](iccid, call.callbackUrl, call),
    observe: async ({ sims }, { iccid }, call) => {
      const sim = (await sims?.byIccid(iccid, call)) ?? null;
      if (sim === null) return "UNKNOWN";
      if (to.includes(sim.state)) return "REACHED";
      return from.includes(sim.state) ? "NOT_REACHED" : "UNKNOWN";
    },
  });

const STOCK = ["INVENTORY", "PROVISIONED"] as const;
const IN_SERVICE = ["ACTIVE", "TEST"] as const;

/** Every action on SIMs by its name. */
export const SIM_ACTIONS = {
  SIM_ACTIVATE: job("SIM_ACTIVATE", "activate", { from: STOCK, to: IN_SERVICE }),
  SIM_SUSPEND: job("SIM_SUSPEND", "block", { from: IN_SERVICE, to: ["SUSPENDED"] }),
  SIM_RESUME: job("SIM_RESUME", "restore", { from: ["SUSPENDED"], to: IN_SERVICE }),
  SIM_TERMINATE: job("SIM_TERMINATE", "terminate", {
    from: [...STOCK, ...IN_SERVICE, "SUSPENDED"],
    to: ["TERMINATED"],
  }),
} as const satisfies Record<SimActionName, Action>;
