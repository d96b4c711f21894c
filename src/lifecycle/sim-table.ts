import type { CarrierId } from "../model/carrier.js";
import type { SimActionName } from "../model/operation.js";
import type { Sim, SimState } from "../model/sim.js";
import type { Nature } from "./endpoint-table.js";

/** When an action on a SIM is possible, and what kind of action it is. */
export interface SimRule extends Nature {
  readonly from: readonly SimState[];
}

const rule = (from: readonly SimState[], more: Partial<Nature> = {}): SimRule => ({
  from,
  isIrreversible: false,
  isAsynchronous: true,
  ...more,
});

/**
 * NexCon: pages SimCard - /activate, /block, /restore and /terminate. The document prints no states: a SIM whose word
 * nobody has explained can only be terminated, since everything else depends on where it stands.
 */
const NEXCON = {
  SIM_ACTIVATE: rule(["INVENTORY", "PROVISIONED"]),
  SIM_SUSPEND: rule(["ACTIVE", "TEST"]),
  SIM_RESUME: rule(["SUSPENDED"]),
  SIM_TERMINATE: rule(["INVENTORY", "PROVISIONED", "ACTIVE", "TEST", "SUSPENDED", "UNKNOWN"], {
    isIrreversible: true,
  }),
} as const satisfies Record<SimActionName, SimRule>;

/** The one table of SIMs at carriers without lines: guards, `Sim.actions`, the dry run and the documentation read it. */
export const SIM_TABLE: Readonly<Partial<Record<CarrierId, Readonly<Record<SimActionName, SimRule>>>>> = { NEXCON };

/** Why a rule does not let a SIM be acted on, as one sentence; null when it does. */
export function refusalOfSim({ from }: SimRule, { state }: Pick<Sim, "state">): string | null {
  if (from.includes(state)) return null;
  const needed = `this needs ${from.join(" or ")}.`;
  if (state !== "UNKNOWN") return `The SIM is ${state}; ${needed}`;
  return `What the SIM's stateRaw means is not known, and the account's statusWords do not say it; ${needed}`;
}
