import type { Context } from "../context.js";
import { Failure } from "../errors.js";
import { refusalOfSim, SIM_TABLE, type SimRule } from "../lifecycle/sim-table.js";
import { simConflictKeyOf } from "../loaders/open-operations.js";
import type { ObjectKey } from "../model/carrier.js";
import type { SimActionName } from "../model/operation.js";
import type { SimActionInput } from "../schema/sim-mutations.js";
import { type Acted, act } from "./act.js";
import { writable } from "./act-on-endpoint.js";

export interface SimAction {
  readonly action: SimActionName;
  readonly input: SimActionInput;
  /** Throws a Failure for what is not acceptable, before any carrier call. */
  check?(sim: ObjectKey): void;
}

/** Carries an action on a SIM out, which is known by its ICCID. */
export function actOnSim({ action, input, check }: SimAction, context: Context): Promise<Acted> {
  const subject = () => {
    const sim = context.ids.require("Sim", input.sim, ["input", "sim"]);
    return {
      action,
      account: sim.account,
      target: sim.native,
      understand: () => {
        const account = context.accounts.get(sim.account, ["input", "sim"]);
        const rule = writable(account, action, SIM_TABLE[account.carrier]?.[action]);
        check?.(sim);
        const wish = async () => {
          await guard(sim, rule, context);
          return { iccid: sim.native };
        };
        return { nature: rule, conflictKey: simConflictKeyOf(sim), asked: {}, wish };
      },
    };
  };
  return act({ input, subject }, context);
}

/** Refuses what the SIM's state does not allow. Reads afresh: a loader may have seen an older state. */
async function guard(key: ObjectKey, rule: SimRule, { loaders }: Context): Promise<void> {
  const field = ["input", "sim"];
  const sim = await loaders.sim.clear(key).load(key);
  if (sim === null) throw new Failure("NOT_FOUND", "input.sim: the carrier does not know this SIM.", { field });
  const refusal = refusalOfSim(rule, sim);
  if (refusal === null) return;
  throw new Failure("INVALID_TRANSITION", refusal, { field, hint: "See Sim.actions for what is possible now." });
}
