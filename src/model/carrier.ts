/** The carrier platforms that this version serves. A new carrier is one more word here; the compiler asks for the rest. */
export const CARRIER_IDS = ["BICS", "REACH", "NEXTCOMM", "NEXCON", "PAYU"] as const;

export type CarrierId = (typeof CARRIER_IDS)[number];

/** Where an object lives: the account it belongs to and the id its carrier gave it. Never a number of a person or a SIM in clear. */
export interface ObjectKey {
  readonly account: string;
  readonly native: string;
}

/** What an account can be asked to do. */
export const CAPABILITIES = [
  "ENDPOINTS",
  "ADDONS",
  "SIMS",
  "SIM_LISTING",
  "PLANS",
  "USAGE",
  "LOCATION",
  "CONNECTIVITY",
  "NETWORKS",
  "SUBSCRIBERS",
  "SALES",
  "QUOTES",
  "PROGRESS",
  "BILLING",
  "ALLOWANCES",
  "STOCK",
  "PLAN_EXPIRY",
  "RECHARGE_PLANS",
] as const;

export type Capability = (typeof CAPABILITIES)[number];

export type HealthStatus = "OK" | "DEGRADED" | "DOWN" | "UNKNOWN";

/** Whether calls are made: held back after too many outages, and let through one by one until the carrier answers. */
export type CircuitState = "CLOSED" | "OPEN" | "HALF_OPEN";

export interface Standing {
  readonly state: CircuitState;
  /** Epoch milliseconds; null unless open. */
  readonly until: number | null;
}
