import type { CarrierId } from "../model/carrier.js";
import type { EndpointSummary } from "../model/endpoint.js";
import type { LineState } from "../model/line.js";
import type { AccountActionName, EndpointActionName } from "../model/operation.js";

/** What kind of action it is. */
export interface Nature {
  readonly isIrreversible: boolean;
  /** The carrier's answer may only mean that it took the action on. */
  readonly isAsynchronous: boolean;
}

/** When an action on an endpoint is possible, and what kind of action it is. */
export interface Rule extends Nature {
  readonly from: readonly LineState[];
  /** Whether a SIM must be linked, must not be, or does not matter. */
  readonly sim: "LINKED" | "NONE" | "ANY";
}

const IN_SERVICE = ["ACTIVE", "SUSPENDED"] as const;
/** The states that an endpoint of an OEM account passes before it is active, and never comes back to. */
const OEM = ["TEST", "INVENTORY"] as const;

const rule = (from: readonly LineState[], more: Partial<Omit<Rule, "from">> = {}): Rule => ({
  from,
  sim: "ANY",
  isIrreversible: false,
  isAsynchronous: false,
  ...more,
});

const EVERYWHERE = ["PRE_ACTIVE", "HOLD", ...IN_SERVICE, ...OEM] as const;

/**
 * BICS: pages Link SIM, De-Link SIM, Activate, Status Change, Modify, Plan Change, Change Roaming Profile, Threshold,
 * SubscribeAddon, Blacklisting and Delete.
 */
const BICS = {
  ENDPOINT_ACTIVATE: rule(["PRE_ACTIVE"], { sim: "LINKED" }),
  ENDPOINT_SUSPEND: rule(["ACTIVE"], { isAsynchronous: true }),
  ENDPOINT_RESUME: rule(["SUSPENDED"], { isAsynchronous: true }),
  ENDPOINT_STOCK: rule(["TEST"], { isAsynchronous: true, isIrreversible: true }),
  ENDPOINT_COMMISSION: rule(OEM, { isAsynchronous: true, isIrreversible: true }),
  ENDPOINT_UPDATE: rule(EVERYWHERE),
  ENDPOINT_DELETE: rule(["PRE_ACTIVE", "HOLD"], { sim: "NONE", isIrreversible: true }),
  SIM_LINK: rule(["PRE_ACTIVE", "HOLD"], { sim: "NONE" }),
  SIM_UNLINK: rule(["PRE_ACTIVE", ...IN_SERVICE, ...OEM], { sim: "LINKED", isAsynchronous: true }),
  PLAN_CHANGE: rule(["PRE_ACTIVE", "HOLD", ...IN_SERVICE]),
  ADDON_SUBSCRIBE: rule(["ACTIVE", ...OEM]),
  ADDONS_ADD: rule(["ACTIVE", ...OEM]),
  ADDONS_REMOVE: rule([...IN_SERVICE, ...OEM], { isAsynchronous: true }),
  ROAMING_PROFILES_CHANGE: rule(["ACTIVE", ...OEM]),
  THRESHOLD_SET: rule(["PRE_ACTIVE", "HOLD", ...IN_SERVICE]),
  NETWORK_BLACKLIST_UPDATE: rule(EVERYWHERE),
} as const satisfies Record<EndpointActionName, Rule>;

/** The one table: guards, the `actions` of an object, the dry run and the documentation read it. */
export const ENDPOINT_TABLE: Readonly<Partial<Record<CarrierId, Readonly<Record<EndpointActionName, Rule>>>>> = {
  BICS,
};

/** BICS: pages Create, Bulk Create and Bulk Modify. */
const BICS_ACCOUNT = {
  ENDPOINT_CREATE: { isIrreversible: false, isAsynchronous: false },
  ENDPOINTS_CREATE: { isIrreversible: false, isAsynchronous: true },
  ENDPOINTS_UPDATE: { isIrreversible: false, isAsynchronous: true },
} as const satisfies Record<AccountActionName, Nature>;

/** The same for what makes something in an account, which no state stands against. */
export const ACCOUNT_TABLE: Readonly<Partial<Record<CarrierId, Readonly<Record<AccountActionName, Nature>>>>> = {
  BICS: BICS_ACCOUNT,
};

/** Why a rule does not let an endpoint be acted on, as one sentence; null when it does. */
export function refusalOf({ from, sim }: Rule, endpoint: Pick<EndpointSummary, "state" | "sim">): string | null {
  if (!from.includes(endpoint.state)) return `The endpoint is ${endpoint.state}; this needs ${from.join(" or ")}.`;
  if (sim === "LINKED" && endpoint.sim === null) return "The endpoint has no SIM; link one first.";
  if (sim === "NONE" && endpoint.sim !== null) return "The endpoint has a SIM; unlink it first.";
  return null;
}
