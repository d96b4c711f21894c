import type { CarrierId } from "../model/carrier.js";
import type { EndpointSummary } from "../model/endpoint.js";
import type { LineState } from "../model/line.js";
import type { ActionName } from "../model/operation.js";

/** When an action on an endpoint is possible, and what kind of action it is. */
export interface Rule {
  readonly from: readonly LineState[];
  /** Whether a SIM must be linked, must not be, or does not matter. */
  readonly sim: "LINKED" | "NONE" | "ANY";
  readonly isIrreversible: boolean;
  /** The carrier's answer may only mean that it took the action on. */
  readonly isAsynchronous: boolean;
}

const IN_SERVICE = ["ACTIVE", "SUSPENDED"] as const;
const OEM = ["TEST", "INVENTORY"] as const;

const rule = (from: readonly LineState[], more: Partial<Omit<Rule, "from">> = {}): Rule => ({
  from,
  sim: "ANY",
  isIrreversible: false,
  isAsynchronous: false,
  ...more,
});

/** BICS: pages Link SIM, De-Link SIM, Activate, Status Change, Plan Change, SubscribeAddon and Delete. */
const BICS = {
  ENDPOINT_ACTIVATE: rule(["PRE_ACTIVE"], { sim: "LINKED" }),
  ENDPOINT_SUSPEND: rule(["ACTIVE"], { isAsynchronous: true }),
  ENDPOINT_RESUME: rule(["SUSPENDED"], { isAsynchronous: true }),
  ENDPOINT_DELETE: rule(["PRE_ACTIVE", "HOLD"], { sim: "NONE", isIrreversible: true }),
  SIM_LINK: rule(["PRE_ACTIVE", "HOLD"], { sim: "NONE" }),
  SIM_UNLINK: rule(["PRE_ACTIVE", ...IN_SERVICE, ...OEM], { sim: "LINKED", isAsynchronous: true }),
  PLAN_CHANGE: rule(["PRE_ACTIVE", "HOLD", ...IN_SERVICE]),
  ADDON_SUBSCRIBE: rule([...IN_SERVICE, ...OEM]),
} as const satisfies Record<ActionName, Rule>;

/** The one table: guards, the `actions` of an object, the dry run and the documentation read it. */
export const ENDPOINT_TABLE: Readonly<Partial<Record<CarrierId, Readonly<Record<ActionName, Rule>>>>> = { BICS };

/** Why a rule does not let an endpoint be acted on, as one sentence; null when it does. */
export function refusalOf({ from, sim }: Rule, endpoint: Pick<EndpointSummary, "state" | "sim">): string | null {
  if (!from.includes(endpoint.state)) return `The endpoint is ${endpoint.state}; this needs ${from.join(" or ")}.`;
  if (sim === "LINKED" && endpoint.sim === null) return "The endpoint has no SIM; link one first.";
  if (sim === "NONE" && endpoint.sim !== null) return "The endpoint has a SIM; unlink it first.";
  return null;
}
