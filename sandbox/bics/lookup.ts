import type { Endpoint, Enterprise, Sim } from "./state.js";

export type IdentifierName = "endPointId" | "msisdn" | "imsi" | "iccid";
export type Identifiers = Partial<Record<IdentifierName, string | undefined>>;

/** The SIM of an endpoint, null when none is linked. */
export const simOf = (enterprise: Enterprise, endpoint: Endpoint): Sim | null =>
  (endpoint.iccid && enterprise.sims.get(endpoint.iccid)) || null;

/** The names among the four that the caller gave. */
export const given = (ids: Identifiers): IdentifierName[] =>
  (["endPointId", "msisdn", "imsi", "iccid"] as const).filter((name) => ids[name] !== undefined);

/** The caller's own endpoint with this identifier. The numbers of a local profile identify nothing. */
export function findEndpoint(enterprise: Enterprise, name: IdentifierName, value: string): Endpoint | null {
  if (name === "endPointId") return enterprise.endpoints.get(value) ?? null;
  const sim = name === "iccid" ? enterprise.sims.get(value) : findSim(enterprise, name, value);
  return (sim?.endPointId && enterprise.endpoints.get(sim.endPointId)) || null;
}

function findSim(enterprise: Enterprise, name: "msisdn" | "imsi", value: string): Sim | undefined {
  for (const sim of enterprise.sims.values()) if (sim[name] === value) return sim;
  return undefined;
}

/** The endpoint of the first identifier given. */
export function endpointOf(enterprise: Enterprise, ids: Identifiers): Endpoint | null {
  const [name] = given(ids);
  return name ? findEndpoint(enterprise, name, ids[name] ?? "") : null;
}
